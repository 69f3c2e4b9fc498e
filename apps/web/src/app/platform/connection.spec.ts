import { HttpClient, provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Announcer } from './announcer';
import { Connection } from './connection';
import { connectionInterceptor } from './connection.interceptor';

describe('the connection', () => {
  let connection: Connection;
  let http: HttpTestingController;
  let online = true;
  const ask = (url: string) =>
    TestBed.inject(HttpClient)
      .get(url)
      .subscribe({ error: () => undefined });
  const turn = (now: boolean) => {
    online = now;
    window.dispatchEvent(new Event(now ? 'online' : 'offline'));
    TestBed.tick();
  };

  beforeEach(() => {
    spyOnProperty(navigator, 'onLine').and.callFake(() => online);
    TestBed.configureTestingModule({
      providers: [provideHttpClient(withInterceptors([connectionInterceptor])), provideHttpClientTesting()],
    });
    connection = TestBed.inject(Connection);
    http = TestBed.inject(HttpTestingController);
    TestBed.tick();
  });

  it('says when the browser is offline, and when it is back', () => {
    turn(false);
    expect([connection.lost(), connection.offline()]).toEqual([true, true]);
    expect(TestBed.inject(Announcer).message()).toBe('You are offline');
    turn(true);
    expect(connection.lost()).toBeFalse();
    expect(TestBed.inject(Announcer).message()).toBe('You are back online');
  });

  it('is lost with a call that gets no answer, and back with one that does, whatever it says', () => {
    ask('/api/a');
    http.expectOne('/api/a').error(new ProgressEvent('error'));
    expect([connection.lost(), connection.offline()]).toEqual([true, false]);
    ask('/api/a');
    http.expectOne('/api/a').flush('', { status: 404, statusText: 'Not found' });
    expect(connection.lost()).toBeFalse();
  });

  it('is lost with what cannot be read while the database is away, until that is there again', async () => {
    const ready = spyOn(window, 'fetch').and.resolveTo(new Response());
    jasmine.clock().install();
    ask('/api/a');
    http.expectOne('/api/a').flush('', { status: 503, statusText: 'Unavailable' });
    expect(connection.lost()).toBeTrue();
    jasmine.clock().tick(5000);
    jasmine.clock().uninstall();
    expect(ready.calls.mostRecent().args[0]).toBe('/api/health/ready');
    await new Promise((done) => setTimeout(done));
    expect(connection.lost()).toBeFalse();
  });

  it('is not lost where something can only not be saved', () => {
    TestBed.inject(HttpClient)
      .post('/api/a', {})
      .subscribe({ error: () => undefined });
    http.expectOne('/api/a').flush('', { status: 503, statusText: 'Unavailable' });
    expect(connection.lost()).toBeFalse();
  });

  it('knows what the page still lacks, until it came or the page is left', () => {
    for (const url of ['/api/a', '/api/b']) {
      ask(url);
      http.expectOne(url).flush('', { status: 503, statusText: 'Unavailable' });
    }
    expect(connection.incomplete()).toBeFalse();
    ask('/api/a');
    http.expectOne('/api/a').flush({});
    expect(connection.incomplete()).toBeTrue();
    connection.leftPage();
    expect(connection.incomplete()).toBeFalse();
  });
});
