import { HttpClient, HttpErrorResponse, provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { EnvironmentInjector, inject } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { problemOf } from './problem';
import { ifMatch } from './headers';
import { OwnAttempt, maybeSaved, savedBefore } from './own-attempt';
import { resent } from './resend';

describe('a change whose answer is lost', () => {
  let http: HttpTestingController;
  const start = () => {
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(
          withInterceptors([(request, next) => resent(inject(EnvironmentInjector), request, next)]),
        ),
        provideHttpClientTesting(),
      ],
    });
    http = TestBed.inject(HttpTestingController);
  };
  const submit = (version = 3, body: object = { declared: true }) => {
    const came: unknown[] = [];
    TestBed.inject(HttpClient)
      .post('/api/submit', body, { headers: { ...ifMatch(version), 'Idempotency-Key': crypto.randomUUID() } })
      .subscribe({ next: (answer) => came.push(answer), error: (error: unknown) => came.push(error) });
    return came;
  };
  const sent = () => {
    const found = http.expectOne('/api/submit');
    return { key: found.request.headers.get('Idempotency-Key'), found };
  };
  const lose = () => {
    const { key, found } = sent();
    found.error(new ProgressEvent('error'));
    return key;
  };
  const wait = (milliseconds: number) => jasmine.clock().tick(milliseconds);

  beforeEach(() => {
    sessionStorage.clear();
    jasmine.clock().install();
    start();
  });
  afterEach(() => {
    jasmine.clock().uninstall();
    sessionStorage.clear();
    http.verify();
  });

  it('is sent again by the same key, and ends in the answer', () => {
    const came = submit();
    const first = lose();
    expect(came).toEqual([]);
    wait(400);
    const { key, found } = sent();
    expect(key).toBe(first);
    found.flush({ state: 'submitted' });
    expect(came).toEqual([{ state: 'submitted' }]);
  });

  it('waits for an attempt that is still being worked on', () => {
    const came = submit();
    const first = lose();
    wait(400);
    const busy = { code: 'request_in_flight', status: 409, title: '', type: '' };
    sent().found.flush(busy, { status: 409, statusText: 'Conflict' });
    wait(1_200);
    const { key, found } = sent();
    expect(key).toBe(first);
    found.flush({});
    expect(came).toEqual([{}]);
  });

  const giveUp = () => {
    const came = submit();
    const key = lose();
    for (const pause of [400, 1_200, 2_500]) {
      wait(pause);
      expect(lose()).toBe(key);
    }
    expect(came[0]).toBeInstanceOf(HttpErrorResponse);
    return key;
  };

  it('keeps its key when the button is pressed again, though the page has seen its own new version', () => {
    const key = giveUp();
    const came = submit(4);
    const again = sent();
    expect(again.key).toBe(key);
    again.found.flush({ state: 'submitted' });
    expect(came).toEqual([{ state: 'submitted' }]);
    submit(4);
    expect(sent().key).not.toBe(key);
  });

  it('keeps its key over a reload', () => {
    const key = giveUp();
    TestBed.resetTestingModule();
    start();
    submit();
    expect(sent().key).toBe(key);
  });

  const attempt = (key: string | null, saved: boolean) =>
    http.expectOne(`/api/attempts/${key}`).flush({ saved });
  const refuse = (code: string, status: number) =>
    sent().found.flush({ code, status, title: '', type: '' }, { status, statusText: '' });
  const refusal = ([error]: unknown[]) =>
    (error as HttpErrorResponse).error as { code: string; detail?: string };
  const own = () => TestBed.inject(OwnAttempt).saved();

  it('was saved, is said where other words are refused as overtaken, over a reload too', () => {
    const key = giveUp();
    TestBed.resetTestingModule();
    start();
    const came = submit(3, { declared: false });
    refuse('changed_since_read', 412);
    attempt(key, true);
    expect(refusal(came)).toEqual(
      jasmine.objectContaining({ code: 'changed_since_read', detail: savedBefore }),
    );
    expect(own()).toBeTrue();
    submit(4, { declared: false });
    refuse('changed_since_read', 412);
    expect(own()).toBeFalse();
  });

  it('is somebody else’s change where it did not get through', () => {
    const key = giveUp();
    const came = submit(3, { declared: false });
    refuse('changed_since_read', 412);
    attempt(key, false);
    expect(refusal(came).detail).toBeUndefined();
    expect(own()).toBeFalse();
  });

  it('is not there twice with other words, where nothing says which version they start from', () => {
    const add = (body: object) => {
      const came: unknown[] = [];
      const headers = { 'Idempotency-Key': crypto.randomUUID() };
      TestBed.inject(HttpClient)
        .post('/api/submit', body, { headers })
        .subscribe({ next: (answer) => came.push(answer), error: (error: unknown) => came.push(error) });
      return came;
    };
    add({ name: 'One' });
    const key = lose();
    for (const pause of [400, 1_200, 2_500]) {
      wait(pause);
      lose();
    }
    const came = add({ name: 'Two' });
    attempt(key, true);
    expect(refusal(came)).toEqual(jasmine.objectContaining({ code: 'already_exists', detail: savedBefore }));
    add({ name: 'Three' });
    sent().found.flush({});
  });

  it('may have been saved, and is said to, unless Headway says that it was not', () => {
    const came = submit();
    for (const pause of [400, 1_200, 2_500]) {
      lose();
      wait(pause);
    }
    lose();
    expect(refusal(came)).toEqual(jasmine.objectContaining({ code: 'unavailable', detail: maybeSaved }));
    const told = submit();
    const full = { ...problemOf('unavailable', 'Headway can only be read'), type: '' };
    for (const pause of [400, 1_200, 2_500]) {
      sent().found.flush(full, { status: 503, statusText: 'Away' });
      wait(pause);
    }
    sent().found.flush(full, { status: 503, statusText: 'Away' });
    expect(refusal(told).detail).toBe('Headway can only be read');
  });

  it('goes by another key with other words, and after a refusal', () => {
    const key = giveUp();
    submit(3, { declared: false });
    const other = sent();
    expect(other.key).not.toBe(key);
    other.found.flush(problemOf('rule_broken'), { status: 422, statusText: 'Unprocessable' });
    submit(3, { declared: false });
    expect(sent().key).not.toBe(other.key);
  });
});
