import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { problemOf } from '../platform/problem';
import { recordOf, serviceOf } from '../services/services.fixture';
import { at, openedPage, services, session } from './opened-page.fixture';

async function toCheck() {
  const test = await openedPage(at);
  await test.choose('A-1', 'redesigned');
  await test.choose('B-2', 'in_progress');
  await test.type('note-B-2', 'The supplier left');
  await test.press('Nothing has changed for the 1 service not touched');
  await test.press('Check 3 services');
  await test.answer();
  return test;
}
const result = {
  results: services.map((service, index) => ({
    record: recordOf({ id: `r${index}`, kind: index === 2 ? 'confirmation' : 'move' }),
    service: serviceOf({ ...service, version: 10 }),
  })),
};

describe('the check of a return', () => {
  beforeEach(() => localStorage.clear());
  afterEach(() => localStorage.clear());

  it('tells moves, steps back and confirmations apart, each with a way back to its row', async () => {
    const { page, settle, text } = await toCheck();
    expect(page().querySelector('h1')!.textContent).toContain('Check before you record 3 services');
    const captions = [...page().querySelectorAll('caption')].map(({ textContent }) =>
      textContent!.replace(/\s+/g, ' ').trim(),
    );
    expect(captions).toEqual(['Stage moves on (1)', 'Stage goes back (1)']);
    expect(text()).toContain('The supplier left');
    expect(text()).toContain('Nothing has changed (1)');
    const link = page().querySelectorAll<HTMLAnchorElement>('table a')[1]!;
    link.click();
    await settle();
    await settle();
    expect(TestBed.inject(Router).url).toBe(`${at}#note-B-2`);
    expect(document.activeElement!.id).toBe('note-B-2');
  });

  it('shows what each will be and whose confirmation it speaks against, as the server works it out', async () => {
    const { http, page, settle, text } = await toCheck();
    const willBe = { stage: 'live', since: '2024-05-03' };
    const outcome = { kind: 'move', stageBefore: 'live', willBe, contradicted: ['Sam Oak confirmed it'] };
    http
      .match('/api/records/check')
      .at(-1)!
      .flush({ outcomes: [outcome, null, null] });
    await settle();
    expect(text()).toContain('Sam Oak confirmed it.');
    expect(page().querySelector('td[data-label="Will be"]')!.textContent).toContain('Live');
  });

  it('sends one batch over the versions read, and goes on to what was done', async () => {
    const { batch, press, settle, text } = await toCheck();
    await press('Record 3 services');
    const sent = batch();
    const { request } = sent;
    expect(request.headers.get('Idempotency-Key')).toBeTruthy();
    const { records } = request.body as { records: { change: string; service: string; version: number }[] };
    expect(records.map(({ change, service, version }) => `${change} ${service} ${version}`)).toEqual([
      'record A-1 1',
      'record B-2 2',
      'confirm C-3 3',
    ]);
    sent.flush(result);
    await settle();
    expect(TestBed.inject(Router).url).toBe(`${at}/done`);
    expect(text()).toContain('3 services are up to date for Q1 2024-25');
  });

  it('goes by the same key after an attempt whose answer never came, and by another for other content', async () => {
    const { batch, press, settle, text } = await toCheck();
    await press('Record 3 services');
    const first = batch();
    first.error(new ProgressEvent('error'));
    await settle();
    expect(text()).toContain('Headway is not available for a moment');
    await press('Record 3 services');
    const again = batch();
    expect(again.request.headers.get('Idempotency-Key')).toBe(first.request.headers.get('Idempotency-Key')!);
    again.flush(problemOf('rule_broken'), { status: 422, statusText: 'x' });
    await settle();
    await press('Record 3 services');
    expect(batch().request.headers.get('Idempotency-Key')).not.toBe(
      first.request.headers.get('Idempotency-Key'),
    );
  });

  it('asks by the same key first where the cut-off attempt itself may have changed the services', async () => {
    const { answer, batch, press, settle, text } = await toCheck();
    await press('Record 3 services');
    batch().error(new ProgressEvent('error'));
    await settle();
    await press('Record 3 services');
    await answer(services.map((service) => ({ ...service, version: 10 })));
    expect(text()).not.toContain('Changed by somebody');
    batch().flush(result);
    await settle();
    expect(TestBed.inject(Router).url).toBe(`${at}/done`);
  });

  it('takes what the server finds wrong to the row in the table', async () => {
    const { batch, page, press, settle } = await toCheck();
    await press('Record 3 services');
    const errors = [{ pointer: '/records/0/effectiveOn', code: 'service_closed', message: 'It was closed' }];
    batch().flush({ ...problemOf('rule_broken'), errors }, { status: 422, statusText: 'x' });
    await settle();
    expect(TestBed.inject(Router).url).toBe(at);
    const link = page().querySelector<HTMLAnchorElement>('.govuk-error-summary a')!;
    expect([link.textContent!.trim(), link.getAttribute('href')]).toEqual([
      'A-1: It was closed',
      '#effectiveOn-A-1',
    ]);
  });

  it('shows both versions of what somebody was quicker with, and sends again as chosen', async () => {
    const { batch, page, press, settle, text } = await toCheck();
    await press('Record 3 services');
    const theirs = serviceOf({
      ...services[0]!,
      stage: 'in_progress',
      version: 9,
      lastRecordedAt: '2026-11-23T18:17:00Z',
      lastRecordedBy: 'Sam Oak',
    });
    const problem = { ...problemOf('changed_since_read'), conflicts: [{ row: 0, service: theirs }] };
    batch().flush(problem, { status: 412, statusText: 'x' });
    await settle();
    expect(text()).toContain('By Sam Oak on 23 November 2026 at 18:17.');
    expect(text()).toContain('In progress since 3 May 2024');
    expect(text()).toContain('Redesigned since 30 June 2024');
    await press('Use these choices and record');
    expect(text()).toContain('Choose what is to stand');
    page().querySelector<HTMLInputElement>('input[type=radio][value=mine]')!.click();
    await press('Use these choices and record');
    const again = batch().request.body as { records: { service: string; version: number }[] };
    expect(again.records.map(({ service, version }) => `${service} ${version}`)).toEqual([
      'A-1 9',
      'B-2 2',
      'C-3 3',
    ]);
  });

  it('keeps the rest where a service went elsewhere meanwhile', async () => {
    const { batch, press, settle, text } = await toCheck();
    await press('Record 3 services');
    const errors = [{ pointer: '/records/2/service', code: 'not_allowed', message: 'Not yours' }];
    batch().flush({ ...problemOf('not_allowed'), errors }, { status: 403, statusText: 'x' });
    await settle();
    expect(text()).toContain('1 service is no longer yours to record, or closed.');
    await press('Leave it out');
    await press('Record 2 services');
    expect((batch().request.body as { records: unknown[] }).records.length).toBe(2);
  });

  it('says nothing of its own where the session ran out: the page keeps everything', async () => {
    const { http, page, press, settle } = await toCheck();
    await press('Record 3 services');
    http.expectOne('/api/session').flush(problemOf('not_signed_in'), { status: 401, statusText: 'x' });
    await settle();
    expect(page().querySelector('.govuk-error-summary')).toBeNull();
    expect(page().textContent).toContain('You have been signed out');
    await press('Record 3 services');
    http.expectOne('/api/session').flush(session);
    expect((http.expectOne('/api/records/batch').request.body as { records: unknown[] }).records.length).toBe(
      3,
    );
  });
});
