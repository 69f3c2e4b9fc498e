import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import type { Service } from '@headway/contract';
import { openPage } from '../platform/page.harness';
import { serviceOf } from './services.fixture';
import { servicesProviders } from './services.routes';
import { ServicesPageView } from './services-page';

const routes = [{ path: 'services', providers: servicesProviders, component: ServicesPageView }];

async function open(query: string, items: Service[] = [serviceOf()]) {
  const opened = await openPage(`/services${query}`, routes);
  const { http, settle } = opened;
  http
    .expectOne(({ urlWithParams }) => urlWithParams === `/api/services${query}`)
    .flush({
      ...{ items, page: 1, pageSize: 50 },
      total: items.length,
    });
  const ended = { slug: 'decc', name: 'Department of Energy and Climate Change' };
  for (const one of http.match(({ url }) => url === '/api/organisations'))
    one.flush({ items: one.request.params.has('ended') ? [ended] : [], total: 0 });
  await settle();
  return { ...opened, page: opened.page(), apply: opened.submit };
}

const past = '?on=2024-03-31&asKnownAt=2024-06-30&boundaries=today';
const words = (element: Element | null) => element!.textContent!.replace(/\s+/g, ' ').trim();

describe('the list of services', () => {
  it('names an organisation that has ended where it is chosen, and keeps it ticked', async () => {
    const { page } = await open('?organisation=decc');
    expect(words(page.querySelector('.moj-filter__tag'))).toContain('Department of Energy');
    expect(page.querySelector<HTMLInputElement>('input[value=decc]')!.checked).toBeTrue();
  });

  it('says which past is shown, and keeps it in downloads and on the way to a service', async () => {
    const { page } = await open(past);
    expect(words(page.querySelector('.govuk-grid-column-three-quarters h2'))).toBe(
      '1 service on 31 March 2024, as it was known on 30 June 2024, by the departments of 30 June 2024',
    );
    const links = [...page.querySelectorAll('a')];
    const today = links.find((link) => words(link) === 'Show today');
    expect(today!.getAttribute('href')).toBe('/services');
    const files = links.filter((link) => link.hasAttribute('download'));
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) expect(file.getAttribute('href')).toContain(past);
    expect(page.querySelector('tbody a')!.getAttribute('href')).toBe(
      '/services/DWP-001?on=2024-03-31&asKnownAt=2024-06-30',
    );
  });

  it('stays where a newer look at it fails, with a way to try again, and says so where something else was chosen', async () => {
    jasmine.clock().install();
    const { http, changes, settle, harness, press } = await open('');
    const lose = () =>
      http
        .expectOne(({ urlWithParams }) => /^\/api\/services($|\?)/.test(urlWithParams))
        .flush(null, { status: 503, statusText: 'Service Unavailable' });
    const main = () => words(document.querySelector('main'));
    changes.next({ kind: 'service.changed', subject: 'DWP-001' });
    jasmine.clock().tick(2000);
    jasmine.clock().uninstall();
    lose();
    await settle();
    expect(main()).toContain('This page could not be brought up to date.Try again');
    expect(document.querySelector('tbody a')).not.toBeNull();
    await harness.navigateByUrl('/services?stage=live&sort=-stageSince');
    lose();
    await settle();
    expect(main()).toContain('What you chose could not be shown. Below is still what you chose before.');
    expect(document.querySelector('tbody a')).not.toBeNull();
    expect(document.querySelector<HTMLInputElement>('input[value=live]')!.checked).toBeTrue();
    for (const file of document.querySelectorAll('a[download]'))
      expect(file.getAttribute('href')).not.toContain('stage=live');
    await press('Try again');
    http
      .expectOne('/api/services?stage=live&sort=-stageSince')
      .flush({ items: [], total: 0, page: 1, pageSize: 50 });
    await settle();
    expect(main()).not.toContain('could not be shown');
    expect(main()).toContain('No service matches what you chose');
  });

  it('is not asked for again where what was known then is shown', async () => {
    jasmine.clock().install();
    const { http, changes } = await open(past);
    changes.next({ kind: 'service.changed', subject: 'DWP-001' });
    jasmine.clock().tick(5000);
    http.expectNone(({ url }) => url === '/api/services');
    jasmine.clock().uninstall();
  });

  it('says when and how a service closed', async () => {
    const closed = {
      closedOn: '2026-05-03',
      reopenedOn: null,
      reason: 'retired' as const,
      mergedInto: null,
      note: null,
    };
    const merged = { reference: 'DWP-002', name: 'Renew a licence' };
    const { page } = await open('?closed=true&on=2026-06-30', [
      serviceOf({ closures: [closed] }),
      serviceOf({ reference: 'DWP-003', closures: [{ ...closed, reason: 'merged', mergedInto: merged }] }),
    ]);
    expect(words(page.querySelector('.govuk-grid-column-three-quarters h2'))).toBe(
      '2 closed services on 30 June 2026',
    );
    const rows = [...page.querySelectorAll('tbody tr')].map(words);
    expect(rows[0]).toContain('Retired on 3 May 2026');
    expect(rows.join(' ')).not.toContain('Live');
    expect(rows[1]).toContain('Merged into Renew a licence on 3 May 2026');
  });

  it('puts what is chosen into the address', async () => {
    const { page, type, apply } = await open('?boundaries=today&sort=-name', []);
    type('asKnownAt-day', '30');
    type('asKnownAt-month', 'June');
    type('asKnownAt-year', '2024');
    for (const id of ['closed', 'redesign-2', 'backOffice-5'])
      page.querySelector<HTMLInputElement>(`#${id}`)!.click();
    await apply();
    expect(TestBed.inject(Router).url).toBe(
      '/services?redesign=under_way&backOffice=not_recorded&closed=true&asKnownAt=2024-06-30&boundaries=today&sort=-name',
    );
  });

  it('says what is wrong with a date on submit, at the top and beside it, and opens what hides it', async () => {
    const { page, type, apply } = await open('');
    const details = [...page.querySelectorAll('details')].find((one) => words(one).startsWith('Look back'))!;
    expect(details.open).toBeFalse();
    type('on-day', '31');
    await apply();
    expect(details.open).toBeTrue();
    const [link] = page.querySelectorAll('.govuk-error-summary a');
    expect([words(link!), link!.getAttribute('href')]).toEqual([
      'The date to show the position on must include a month and year',
      '#on',
    ]);
    expect(words(page.querySelector('#on-error'))).toContain('must include a month and year');
    expect(page.querySelector<HTMLInputElement>('#on-day')!.value).toBe('31');
  });
});
