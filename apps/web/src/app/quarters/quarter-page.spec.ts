import { TestBed } from '@angular/core/testing';
import type { Return, ReturnList } from '@headway/contract';
import { Flash } from '../platform/flash';
import { problemOf } from '../platform/problem';
import { quarterWith, returnOf, revisionOf } from './quarters.fixture';
import { open } from './quarters.harness';

const at = '/quarters/2025-26-Q3';
const c = { slug: 'c', name: 'Department C', abbreviation: 'C' };
const items: Return[] = [
  returnOf('A', { state: 'signed_off', confidence: 'fairly_confident', reference: 'R-A' }),
  returnOf('B', { workingDaysLate: 3 }),
  returnOf('D', { state: 'draft', workingDaysLate: 1 }),
  returnOf('E', { state: 'excused', excused: 'It closes in March' }),
];
const conflict = { status: 409, statusText: 'Conflict' };

describe('the page of a quarter', () => {
  it('writes its returns as a sum, each number a link to those it counts', async () => {
    const { answer, main, rows } = await open(at, 'viewer');
    await answer(quarterWith(), { items });
    const parts = [...main().querySelectorAll('.hw-tally a')];
    expect(parts.map((part) => part.textContent!.replace(/\s+/g, ' ').trim())).toEqual([
      ...['1 Not started', '1 Draft', '0 Submitted', '0 Changes requested', '1 Signed off', '1 Excused'],
      '4 Expected',
    ]);
    expect(parts[1]!.getAttribute('href')).toBe(`${at}?show=draft`);
    expect(parts.map((part) => part.getAttribute('aria-current')).indexOf('true')).toBe(6);
    expect(rows('hw-returns-table tbody tr')).toEqual([
      ['Department B', 'Not started 3 working days late', '28 of 30', '–'],
      ['Department D', 'Draft 1 working day late', '28 of 30', '–'],
      ['Department A Reference R-A', 'Signed off', '28 of 30', 'Fairly confident'],
      ['Department E', 'Excused It closes in March', '28 of 30', '–'],
    ]);
  });

  it('lists what the address asks for, and leads back to all', async () => {
    const { answer, links, rows, text } = await open(`${at}?show=late`, 'viewer');
    await answer(quarterWith(), { items });
    expect(text()).toContain('2 returns late');
    expect(rows('hw-returns-table tbody tr').map(([name]) => name)).toEqual(['Department B', 'Department D']);
    expect(links()).toContain(at);
  });

  it('says whom to chase; only oversight can remind them, excuse them and ask a late joiner', async () => {
    const oversight = await open(at);
    await oversight.answer(quarterWith(), { items, missing: [c] });
    for (const words of [
      '2 returns are still owed',
      '1 organisation has not begun',
      '2 organisations are late, the latest by 3 working days',
      'Remind everyone who owes a return',
      'Ask for a return of Department C',
    ])
      expect(oversight.text()).toContain(words);
    expect(oversight.links()).toContain(`${at}/excuse/b`);
    expect(oversight.links()).not.toContain(`${at}/excuse/a`);
    expect(oversight.text()).toContain('Change the due date of Q3 2025-26');
    expect(oversight.links()).toContain(`${at}/due`);
    TestBed.resetTestingModule();
    const viewer = await open(at, 'viewer');
    await viewer.answer(quarterWith(), { items });
    expect(viewer.text()).toContain('2 organisations are late');
    expect(viewer.main().querySelector('main button')).toBeNull();
    expect(viewer.links()).not.toContain(`${at}/excuse/b`);
    expect(viewer.links()).not.toContain(`${at}/close`);
    expect(viewer.links()).not.toContain(`${at}/due`);
  });

  it('reminds all who owe a return at once, and says how many emails that were', async () => {
    const { answer, http, press, settle } = await open(at);
    await answer(quarterWith(), { items });
    await press('Remind everyone');
    await press('Remind everyone');
    const sent = http.expectOne(`/api${at}/remind`);
    expect(sent.request.headers.get('Idempotency-Key')).toBeTruthy();
    sent.flush({ sent: 2, toApprovers: 0, unreachable: 0 });
    await settle();
    expect(TestBed.inject(Flash).shown()).toContain('2 emails sent');
  });

  it('chases what waits for sign-off too, with a button as long as it reaches anybody', async () => {
    const waiting = [items[3]!, returnOf('F', { state: 'submitted' })];
    const { answer, links, text } = await open(at);
    await answer(quarterWith(), { items: waiting });
    expect(text()).toContain('1 return waits for sign-off');
    expect(text()).toContain('Remind everyone who can sign off');
    expect(links()).toContain(`${at}?show=submitted`);
    TestBed.resetTestingModule();
    const nobody = await open(at);
    const unreachable = [
      { slug: 'f', name: 'Department F', abbreviation: 'F', waitsFor: 'approver' as const },
    ];
    await nobody.answer(quarterWith(), { items: waiting, unreachable });
    expect(nobody.text()).toContain('1 return waits for sign-off');
    expect(nobody.text()).not.toContain('Remind everyone');
    TestBed.resetTestingModule();
    const none = await open(at);
    await none.answer(quarterWith(), { items: [items[3]!] });
    expect(none.text()).toContain('Nobody owes a return, and none waits for sign-off.');
  });

  it('tells oversight whose return waits for a role that nobody has, and no one else', async () => {
    const unreachable: ReturnList['unreachable'] = [
      { slug: 'b', name: 'Department B', abbreviation: 'B', waitsFor: 'digital_lead' },
      { ...c, waitsFor: 'approver' },
    ];
    const { answer, http, links, press, rows, settle } = await open(at);
    await answer(quarterWith(), { items: [...items, returnOf('C', { state: 'submitted' })], unreachable });
    const said = () => rows('hw-nobody-to-remind').flat();
    expect(said().at(-1)).toContain('Department B has no digital lead');
    expect(said().at(-1)).toContain('Department C has nobody who can sign its return off');
    expect(links()).toEqual(jasmine.arrayContaining(['/departments/b', '/departments/c']));
    await press('Remind everyone');
    http.expectOne(`/api${at}/remind`).flush({ sent: 1, toApprovers: 0, unreachable: 2 });
    await settle();
    expect(TestBed.inject(Flash).shown()).toContain('2 organisations have nobody to remind');
    TestBed.resetTestingModule();
    const viewer = await open(at, 'viewer');
    await viewer.answer(quarterWith(), { items });
    expect(viewer.text()).not.toContain('Nobody to remind');
  });

  it('asks a late joiner, who then owes a return', async () => {
    const { answer, http, press, settle, text } = await open(at);
    await answer(quarterWith(), { items, missing: [c] });
    await press('Ask for a return');
    const asked = http.expectOne({ method: 'POST', url: `/api${at}/returns` });
    expect(asked.request.body).toEqual({ organisation: 'c' });
    asked.flush(returnOf('C'));
    await settle();
    expect(text()).toContain('5 Expected');
    expect(text()).not.toContain('Organisations without a return');
    expect(TestBed.inject(Flash).shown()).toContain('Department C now owes a return');
  });

  it('says what was refused, and looks again', async () => {
    const { answer, http, press, settle, wrong } = await open(at);
    await answer(quarterWith(), { items });
    await press('Remind everyone');
    http.expectOne(`/api${at}/remind`).flush(problemOf('wrong_state', 'The quarter is closed'), conflict);
    await settle();
    expect(wrong()).toEqual(['The quarter is closed']);
    await answer(quarterWith({ state: 'closed' }), { items });
  });

  it('shows to a lead what they may see, and leads to their own return', async () => {
    const own = items[2]!;
    const { http, links, main, settle, text } = await open(at, 'digital_lead', [own.organisation.id]);
    http.expectOne(`/api${at}`).flush(quarterWith({ returns: { ...quarterWith().returns, expected: 4 } }));
    http.expectOne(`/api${at}/returns`).flush({ items: [own], missing: [], unreachable: [] });
    await settle();
    expect(text()).toContain('Your return for Q3 2025-26Department DDraft');
    expect(text()).toContain('1 working day late');
    expect(text()).toContain('You can see 1 of the 4 returns of this quarter.');
    expect(links()).toContain(`${at}/returns/d`);
    expect(main().querySelector('.hw-tally')).toBeNull();
  });

  it('tells an approver what there is to sign off', async () => {
    const own = returnOf('A', { state: 'submitted', maySignOff: true });
    const { answer, text } = await open(at, 'approver', [own.organisation.id]);
    await answer(quarterWith(), { items: [own] });
    expect(text()).toContain('Check and sign off: Department A');
  });

  it('offers the next step of the cycle, or says when or by whom', async () => {
    const year = new Date().getFullYear() + 1;
    const next = {
      id: `${year}-${String(year + 1).slice(2)}-Q2`,
      from: `${year}-07-01`,
      to: `${year}-09-30`,
    };
    const closed = { state: 'closed' as const, closedAt: '2026-02-03T10:00:00Z', closedBy: 'Ada' };
    for (const [quarter, said, link] of [
      [quarterWith({ ...next, state: 'planned' }), `It can be opened from 1 July ${year}.`, null],
      [quarterWith({ state: 'planned' }), 'Open this quarter for returns', '/open'],
      [quarterWith(next), `It can be closed from 1 October ${year}`, null],
      [quarterWith(), 'Close this quarter', '/close'],
      [quarterWith({ ...closed, mayReopen: true }), 'Re-open this quarter', '/reopen'],
      [quarterWith(closed), 'somebody else in central oversight', null],
    ] as const) {
      const { answer, links, text } = await open(`/quarters/${quarter.id}`);
      await answer(quarter);
      expect(text()).toContain(said);
      const steps = links().filter((href) => /(open|close)$/.test(href ?? ''));
      expect(links().includes(`/quarters/${quarter.id}/due`)).toBe(quarter.state === 'open');
      expect(steps).toEqual(link ? [`/quarters/${quarter.id}${link}`] : []);
      TestBed.resetTestingModule();
    }
  });

  it('lists what was frozen, the latest first, with its hash and why', async () => {
    const { answer, links, rows } = await open(at, 'viewer');
    const revisions = [revisionOf(1), revisionOf(2, 'A wrong date')];
    await answer(quarterWith({ state: 'closed', closedAt: revisions[1]!.frozenAt, revisions }), { items });
    expect(rows('hw-quarter-revisions tbody tr')).toEqual([
      ['Revision 2: the review', '3 February 2026', 'A wrong date', '2'.repeat(64)],
      ['Revision 1: the review', '3 February 2026', 'First closed', '1'.repeat(64)],
    ]);
    expect(links()).toEqual(jasmine.arrayContaining([`${at}/review`, `${at}/review?revision=2`]));
  });

  it('is nothing at an address that names no quarter', async () => {
    const { harness, http } = await open('/quarters/2025-27-Q9');
    expect(harness.routeNativeElement).toBeNull();
    http.verify();
  });

  it('looks again where a return changed elsewhere, and not for a service', async () => {
    jasmine.clock().install();
    try {
      const { http, events } = await open(at, 'viewer');
      http.match(() => true);
      events.next({ kind: 'service.changed', subject: 'X' });
      jasmine.clock().tick(2000);
      expect(http.match(() => true).length).toBe(0);
      events.next({ kind: 'return.changed', subject: 'a' });
      jasmine.clock().tick(2000);
      expect(http.match(() => true).length).toBe(2);
    } finally {
      jasmine.clock().uninstall();
    }
  });
});
