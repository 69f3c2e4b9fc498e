import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { HeadwayEvent } from '@headway/contract';
import { provideEffects } from '@ngrx/effects';
import { provideState, provideStore } from '@ngrx/store';
import { Subject } from 'rxjs';
import { Announcer } from '../platform/announcer';
import { Events } from '../platform/events';
import { problemsInterceptor } from '../platform/problems.interceptor';
import { sessionFeature } from '../platform/session/session.feature';
import { counts, portfolioOf } from './portfolio.fixture';
import { portfolioRoutes } from './portfolio.routes';

async function open(url = '/portfolio') {
  const changes = new Subject<HeadwayEvent>();
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(withInterceptors([problemsInterceptor])),
      provideHttpClientTesting(),
      provideStore(),
      provideState(sessionFeature),
      provideEffects(),
      provideRouter([
        { path: 'portfolio', children: portfolioRoutes },
        { path: 'services', children: [] },
      ]),
      { provide: Events, useValue: { changes } },
    ],
  });
  const harness = await RouterTestingHarness.create(url);
  const http = TestBed.inject(HttpTestingController);
  const page = harness.routeNativeElement!;
  const settle = () => harness.fixture.whenStable();
  const links = () => [...page.querySelectorAll<HTMLAnchorElement>('main a[href*="/services"]')];
  return { harness, http, page, changes, settle, links };
}

const asked = (path: string) => (request: { urlWithParams: string }) => request.urlWithParams === path;

describe('the portfolio page', () => {
  it('says how far services have got, every figure a link to the services behind it', async () => {
    const { http, page, settle, links } = await open('/portfolio?on=2026-03-31&audience=external');
    http
      .expectOne(asked('/api/portfolio?on=2026-03-31&audience=external'))
      .flush(portfolioOf({ on: '2026-03-31' }));
    await settle();
    expect(page.querySelector('h1')!.textContent).toContain('Portfolio');
    expect(page.textContent).toContain('On 31 March 2026');
    expect(page.textContent).toContain('8 of the 20 services recorded are live or beyond, 40%.');
    const params = ({ href }: HTMLAnchorElement) => new URL(href).searchParams;
    for (const link of links().filter((one) => params(one).get('audience') !== 'internal'))
      expect([params(link).get('on'), params(link).get('audience')]).toEqual(['2026-03-31', 'external']);
    const agency = links().filter(({ href }) => href.includes('organisation=dvla'));
    expect(agency.map(({ textContent }) => textContent!.trim())).toEqual([
      '12',
      '1',
      '5',
      '3',
      '1',
      '2',
      '40%',
    ]);
    expect(params(agency[3]!).getAll('stage')).toEqual(['live']);
  });

  it('sets an agency beneath its department', async () => {
    const { http, page, settle } = await open();
    http.expectOne('/api/portfolio').flush(portfolioOf());
    await settle();
    const rows = [...page.querySelectorAll('tbody th')].map(({ textContent }) =>
      textContent!.replace(/\s+/g, ' ').trim(),
    );
    expect(rows.slice(-2)).toEqual([
      'Department for Transport',
      'of which Driver and Vehicle Licensing Agency',
    ]);
  });

  it('brings in what others change, and says so once', async () => {
    const { http, page, changes, settle } = await open();
    http.expectOne('/api/portfolio').flush(portfolioOf());
    await settle();
    changes.next({ kind: 'service.changed', subject: 'DWP-014' });
    await new Promise((later) => setTimeout(later, 250));
    http.expectOne('/api/portfolio').flush(portfolioOf({ total: counts({ live: 99 }) }));
    await settle();
    expect(page.textContent).toContain('99 of the 99 services recorded are live or beyond, 100%.');
    expect(TestBed.inject(Announcer).message()).toBe('Figures updated');
  });

  it('says that there are no services, and that none has a stage', async () => {
    const { http, page, settle } = await open();
    const none = counts({});
    const byAudience = { external: none, internal: none };
    http.expectOne('/api/portfolio').flush(portfolioOf({ total: none, byAudience, byOrganisation: [] }));
    await settle();
    expect(page.textContent).toContain('There are no services.');
    expect(page.querySelector('table')).toBeNull();
  });

  it('has a problem page that can be tried again', async () => {
    const { http, page, settle } = await open();
    http.expectOne('/api/portfolio').error(new ProgressEvent('error'));
    await settle();
    expect(page.querySelector('h1')!.textContent).toBe('Headway is not available');
    page.querySelector<HTMLButtonElement>('main button')!.click();
    http.expectOne('/api/portfolio').flush(portfolioOf());
    await settle();
    expect(page.querySelector('h1')!.textContent).toContain('Portfolio');
  });

  it('refuses a date that is none, on submit only, and keeps what was typed', async () => {
    const { http, page, settle } = await open();
    http.expectOne('/api/portfolio').flush(portfolioOf());
    await settle();
    const day = page.querySelector<HTMLInputElement>('#on-day')!;
    day.value = '31';
    day.dispatchEvent(new Event('input'));
    await settle();
    expect(page.querySelector('.govuk-error-summary')).toBeNull();
    page.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }));
    await settle();
    expect(page.querySelector('.govuk-error-summary')!.textContent).toContain(
      'must include a month and year',
    );
    expect(day.value).toBe('31');
  });
});
