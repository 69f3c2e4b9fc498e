import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Router, provideRouter } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { HeadwayEvent } from '@headway/contract';
import { londonDate } from '@headway/domain';
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

  it('says which past is shown at the top, and every figure opens a list of the same past', async () => {
    const past = 'on=2024-03-31&asKnownAt=2024-06-30&boundaries=today';
    const { http, page, changes, settle, links } = await open(`/portfolio?${past}`);
    http.expectOne(asked(`/api/portfolio?${past}`)).flush(portfolioOf({ on: '2024-03-31' }));
    await settle();
    expect(page.querySelector('h2')!.textContent).toBe(
      'On 31 March 2024, as it was known on 30 June 2024, by the departments of 30 June 2024',
    );
    const today = [...page.querySelectorAll('a')].find(({ textContent }) => textContent === 'Show today');
    expect(today!.getAttribute('href')).toBe('/portfolio');
    expect(links().length).toBeGreaterThan(60);
    for (const { href } of links()) expect(href).toContain(`/services?${past}`);
    expect(changes.observed).toBeFalse();
  });

  it('tells online from redesigned, in words and figures that open the services behind them', async () => {
    const { http, page, settle, links } = await open();
    http.expectOne('/api/portfolio').flush(portfolioOf());
    await settle();
    const behind = (words: string) =>
      links()
        .find(({ textContent }) => textContent!.trim() === words)
        ?.href.split('?')[1];
    expect(behind('8 services are live or beyond, 40%.')).toBe('stage=live&stage=redesigned');
    expect(behind('7 services are being redesigned, 35%.')).toBe('redesign=under_way');
    const table = page.querySelector('[aria-label="Services online and redesigned"]')!;
    expect([...table.querySelectorAll('tbody a')].map(({ textContent }) => textContent)).toEqual([
      ...['24', '2', '10', '8', '4', '40%'],
      ...['24', '11', '7', '2', '4', '10%'],
    ]);
  });

  it('shows the three offices, and says how many services are silent on each', async () => {
    const { http, page, settle, links } = await open();
    http.expectOne('/api/portfolio').flush(portfolioOf());
    await settle();
    const silent = links().find(({ textContent }) => /say nothing of their front office/.test(textContent!));
    expect(silent!.href).toMatch(/\/services\?frontOffice=not_recorded$/);
    expect(page.textContent).toContain('No service says how far its back office has got.');
    const table = page.querySelector('[aria-label="Front, middle and back office by stage"]')!;
    const back = [...table.querySelectorAll('tbody tr')].at(-1)!;
    expect([...back.querySelectorAll('a')].map(({ href }) => href.split('?')[1] ?? '')).toEqual([
      '',
      ...['not_started', 'in_progress', 'live', 'redesigned', 'not_recorded'].map(
        (stage) => `backOffice=${stage}`,
      ),
      'backOffice=live&backOffice=redesigned',
    ]);
  });

  const type = (page: HTMLElement, id: string, [day, month, year]: [string, string, string]) => {
    for (const [part, text] of Object.entries({ day, month, year })) {
      const field = page.querySelector<HTMLInputElement>(`#${id}-${part}`)!;
      field.value = text;
      field.dispatchEvent(new Event('input'));
    }
  };
  const submit = (page: HTMLElement) =>
    page.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }));

  it('puts the past that is chosen into the address', async () => {
    const { http, page, settle } = await open('/portfolio?organisation=dft');
    http.expectOne('/api/portfolio?organisation=dft').flush(portfolioOf());
    await settle();
    type(page, 'on', ['31', '3', '2024']);
    type(page, 'asKnownAt', ['30', 'June', '2024']);
    page.querySelector<HTMLInputElement>('input[name=boundaries][value=today]')!.click();
    submit(page);
    await settle();
    expect(TestBed.inject(Router).url).toBe(
      '/portfolio?on=2024-03-31&asKnownAt=2024-06-30&boundaries=today&organisation=dft',
    );
  });

  it('refuses what is to be known by tonight, since the day is not over', async () => {
    const { http, page, settle } = await open();
    http.expectOne('/api/portfolio').flush(portfolioOf());
    await settle();
    const [year, month, day] = londonDate(new Date()).split('-') as [string, string, string];
    type(page, 'asKnownAt', [day, month, year]);
    submit(page);
    await settle();
    const [link] = page.querySelectorAll<HTMLAnchorElement>('.govuk-error-summary a');
    expect([link!.textContent, link!.getAttribute('href')]).toEqual([
      'The date it was known on must be in the past',
      '#asKnownAt',
    ]);
    expect(page.querySelector('#asKnownAt-error')!.textContent).toContain('must be in the past');
    expect(page.querySelector<HTMLInputElement>('#asKnownAt-year')!.value).toBe(year);
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
