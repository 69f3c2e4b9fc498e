import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import type { Service } from '@headway/contract';
import { Flash } from '../platform/flash';
import { openPage } from '../platform/page.harness';
import { problemOf } from '../platform/problem';
import { CloseServicePage } from './close-service-page';
import { ReopenServicePage } from './reopen-service-page';
import { recordOf, serviceOf } from './services.fixture';
import { servicesProviders } from './services.routes';
import { TransferServicePage } from './transfer-service-page';

const at = '/api/services/DWP-001';

const routes = [
  {
    path: 'services/:reference',
    providers: servicesProviders,
    children: [
      { path: 'close', component: CloseServicePage },
      { path: 'reopen', component: ReopenServicePage },
      { path: 'transfer', component: TransferServicePage },
      { path: '', pathMatch: 'full' as const, children: [] },
    ],
  },
];

async function open(page: 'close' | 'reopen' | 'transfer', service: Partial<Service> = {}) {
  const opened = await openPage(`/services/DWP-001/${page}`, routes, { role: 'admin' });
  const { http, page: element, settle } = opened;
  http
    .expectOne(at)
    .flush(serviceOf({ version: 4, closures: page === 'reopen' ? [closure] : [], ...service }));
  await settle();
  const type = (id: string, text: string) => {
    opened.type(id, text);
    opened.field(id).dispatchEvent(new Event('change'));
  };
  const date = (day: string, month: string, year: string) => opened.typeDate('on', day, month, year);
  const pick = async (value: string) => {
    element().querySelector<HTMLInputElement>(`input[value=${value}]`)!.click();
    await settle();
  };
  return { ...opened, element, type, date, pick };
}

const closure = {
  closedOn: '2026-03-01',
  reopenedOn: null,
  reason: 'retired',
  mergedInto: null,
  note: null,
} as const;

describe('closing a service', () => {
  it('asks why and from when, and into which one only where it was merged', async () => {
    const { element, pick, submit, summary } = await open('close');
    await submit();
    expect(summary()).toContain('Select why the service closed');
    expect(summary()).toContain('Enter the date the service closed');
    expect(element().querySelector('#mergedInto')).toBeNull();
    await pick('merged');
    await submit();
    expect(summary()).toContain('Enter the reference of the service that it became part of');
  });

  it('sends it over the version that was read, and says so on the service', async () => {
    const { date, http, pick, settle, submit } = await open('close');
    await pick('retired');
    date('1', 'March', '2026');
    await submit();
    const sent = http.expectOne(`${at}/close`);
    expect(sent.request.headers.get('If-Match')).toBe('"4"');
    expect(sent.request.body).toEqual({ on: '2026-03-01', reason: 'retired', mergedInto: null, note: null });
    sent.flush(serviceOf({ version: 5, closures: [closure] }));
    await settle();
    expect(TestBed.inject(Router).url).toBe('/services/DWP-001');
    TestBed.inject(Flash).arrived();
    expect(TestBed.inject(Flash).shown()).toBe('Apply for a licence is closed from 1 March 2026');
  });

  it('shows what is refused beside its field, and keeps all that was typed', async () => {
    const { date, element, http, pick, settle, submit } = await open('close');
    await pick('cancelled');
    date('1', '3', '2019');
    await submit();
    const errors = [
      { pointer: '/on', code: 'closes_before_last_record', message: 'It must be after its last record' },
    ];
    http
      .expectOne(`${at}/close`)
      .flush({ ...problemOf('rule_broken'), errors }, { status: 422, statusText: 'No' });
    await settle();
    expect(element().querySelector('#on-error')!.textContent).toContain('after its last record');
    expect(element().querySelector<HTMLInputElement>('#on-year')!.value).toBe('2019');
  });

  it('keeps all that was typed where somebody was quicker, and sends it over what is there now', async () => {
    const { date, http, pick, settle, submit, summary } = await open('close');
    await pick('retired');
    date('1', '3', '2026');
    await submit();
    http
      .expectOne(`${at}/close`)
      .flush(problemOf('changed_since_read'), { status: 412, statusText: 'Changed' });
    http.expectOne(at).flush(serviceOf({ version: 8 }));
    await settle();
    expect(summary()).toContain('Somebody changed this service while you were on this page');
    await submit();
    expect(http.expectOne(`${at}/close`).request.headers.get('If-Match')).toBe('"8"');
  });
});

describe('the confirmations of a service that closes', () => {
  it('are named where they fall away with it, as soon as its day is typed', async () => {
    const { date, http, settle, text } = await open('close');
    const confirmed = { kind: 'confirmation', confirms: 'x', recordedBy: 'Sam Oak' } as const;
    const items = [
      recordOf({ id: 'a', ...confirmed, effectiveOn: '2026-03-01' }),
      recordOf({ id: 'b', ...confirmed, effectiveOn: '2026-02-28' }),
      recordOf({ id: 'c', ...confirmed, effectiveOn: '2026-04-01', fallen: 'record_withdrawn' }),
      recordOf({ id: 'x', effectiveOn: '2026-05-01' }),
    ];
    http.expectOne(`${at}/records?pageSize=200`).flush({ items, page: 1, pageSize: 200, total: 4 });
    await settle();
    expect(text()).not.toContain('falls away');
    date('1', '3', '2026');
    await settle();
    expect(text()).toContain(
      'Sam Oak confirmed Live on 1 March 2026. That falls away, as the service is closed on that day.',
    );
    expect(text().match(/falls away/g)).toHaveSize(1);
  });
});

describe('reopening a service', () => {
  it('asks from when and why', async () => {
    const { date, element, http, submit, summary, type } = await open('reopen');
    expect(element().textContent).toContain('1 March 2026');
    await submit();
    expect(summary()).toContain('Enter the date the service opened again');
    expect(summary()).toContain('Enter why the service opened again');
    date('1', '5', '2026');
    type('note', 'Needed again');
    await submit();
    expect(http.expectOne(`${at}/reopen`).request.body).toEqual({ on: '2026-05-01', note: 'Needed again' });
  });
});

describe('correcting when a service opened again', () => {
  it('shows the date as recorded, and sends another with the reason', async () => {
    const closures = [{ ...closure, closedOn: '2020-03-01', reopenedOn: '2026-05-01' }];
    const { date, element, http, submit, type } = await open('reopen', { closures });
    expect(element().textContent).toContain('1 March 2020');
    expect(element().textContent).toContain('1 May 2026');
    date('1', '4', '2026');
    type('note', 'Read wrongly');
    await submit();
    expect(http.expectOne(`${at}/reopening`).request.body).toEqual({
      on: '2026-04-01',
      note: 'Read wrongly',
    });
  });
});

describe('transferring a service', () => {
  it('offers every organisation but its own, and sends where it goes and from when', async () => {
    const { date, element, http, settle, submit, summary, type } = await open('transfer');
    const own = serviceOf().organisation;
    const items = [own, { ...own, id: 'x', slug: 'hm-treasury', name: 'HM Treasury' }];
    http
      .expectOne(({ url }) => url === '/api/organisations')
      .flush({ items, page: 1, pageSize: 200, total: 2 });
    await settle();
    const offered = [...element().querySelectorAll<HTMLOptionElement>('#organisation option')].map(
      ({ value }) => value,
    );
    expect(offered).toEqual(['', 'hm-treasury']);
    await submit();
    expect(summary()).toContain('Select the organisation that the service goes to');
    type('organisation', 'hm-treasury');
    date('1', '5', '2026');
    await submit();
    expect(http.expectOne(`${at}/transfer`).request.body).toEqual({
      organisation: 'hm-treasury',
      on: '2026-05-01',
      note: null,
    });
  });
});
