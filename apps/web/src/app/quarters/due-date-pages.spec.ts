import { TestBed } from '@angular/core/testing';
import { Store } from '@ngrx/store';
import { problemOf } from '../platform/problem';
import { quarterWith } from './quarters.fixture';
import { QuartersPage } from './quarters.actions';
import { open } from './quarters.harness';

/** Its end is ahead, and so is a due date. */
const far = '/quarters/2098-99-Q1';
const at = '/quarters/2025-26-Q3';
const planned = quarterWith({ state: 'planned', dueOn: null, version: 0 });
const refused = { status: 412, statusText: 'Precondition failed' };

describe('opening a quarter', () => {
  // Said to have begun, so that there is a form; its usual due date comes of its id alone.
  const begun = { ...planned, id: '2098-99-Q1', from: '2020-04-01', to: '2098-06-30' };
  // The usual due date is over, so that none is suggested, and yet one can be typed.
  const endless = { ...planned, to: '2098-12-31' };

  it('suggests the usual due date while that is still to come', async () => {
    const { answer, field } = await open(`${far}/open`);
    await answer(begun);
    expect(['day', 'month', 'year'].map((part) => field(`dueOn-${part}`).value)).toEqual(['28', '7', '2098']);
  });

  it('takes a month by name, over version 0, and says so on the quarter', async () => {
    const { answer, http, news, settle, submit, type, url, wrong } = await open(`${at}/open`);
    await answer(endless);
    await submit();
    expect(wrong()).toEqual(['Enter the date when returns are due']);
    for (const [part, text] of [
      ['day', '3'],
      ['month', 'march'],
      ['year', '2001'],
    ] as const)
      await type(`dueOn-${part}`, text);
    await submit();
    expect(wrong()).toEqual(['The due date must be today or in the future']);
    await type('dueOn-year', '2099');
    await submit();
    const sent = http.expectOne(`/api${at}/open`);
    expect(sent.request.headers.get('If-Match')).toBe('"0"');
    expect(sent.request.body).toEqual({ dueOn: '2099-03-03' });
    sent.flush(quarterWith({ dueOn: '2099-03-03', version: 1 }));
    await settle();
    expect(url()).toBe(at);
    expect(news()).toBe('Q3 2025-26 (October to December 2025) is open. Returns are due on 3 March 2099');
  });

  it('keeps the date typed where somebody was quicker', async () => {
    const { answer, field, http, settle, submit, type, wrong } = await open(`${at}/open`);
    await answer(endless);
    for (const [part, text] of [
      ['day', '3'],
      ['month', '3'],
      ['year', '2099'],
    ] as const)
      await type(`dueOn-${part}`, text);
    await submit();
    http.expectOne(`/api${at}/open`).flush(problemOf('changed_since_read'), refused);
    await settle();
    expect(wrong()[0]).toContain('Somebody changed this while you were on this page');
    expect(field('dueOn-year').value).toBe('2099');
  });

  it('is not for a quarter that has yet to begin, nor for one that is open', async () => {
    const later = await open('/quarters/2098-99-Q1/open');
    await later.answer({ ...planned, id: '2098-99-Q1', from: '2098-04-01', to: '2098-06-30' });
    expect(later.text()).toContain('and can be opened then');
    expect(later.main().querySelector('form')).toBeNull();
    TestBed.resetTestingModule();
    const twice = await open(`${at}/open`);
    await twice.answer(quarterWith());
    expect(twice.text()).toContain('This quarter is open already.');
  });
});

describe('changing the due date of a quarter', () => {
  // Due by a year typed wrong, long after its end.
  const wrongYear = quarterWith({
    id: '2098-99-Q1',
    from: '2098-04-01',
    to: '2098-06-30',
    dueOn: '2099-07-28',
  });

  it('begins with the date that is, and takes one within a year of the quarter', async () => {
    const { answer, field, http, news, settle, submit, text, type, url, wrong } = await open(`${far}/due`);
    await answer(wrongYear);
    expect(text()).toContain('Returns are due on 28 July 2099.');
    expect(['day', 'month', 'year'].map((part) => field(`dueOn-${part}`).value)).toEqual(['28', '7', '2099']);
    await submit();
    expect(wrong()).toEqual(['The due date must be the same as or before 30 June 2099']);
    await type('dueOn-year', '2001');
    await submit();
    expect(wrong()).toEqual(['The due date must be today or in the future']);
    await type('dueOn-year', '2098');
    await submit();
    const sent = http.expectOne({ method: 'PATCH', url: `/api${far}` });
    expect(sent.request.headers.get('If-Match')).toBe('"3"');
    expect(sent.request.body).toEqual({ dueOn: '2098-07-28' });
    sent.flush({ ...wrongYear, dueOn: '2098-07-28', version: 4 });
    await settle();
    expect(url()).toBe(far);
    expect(news()).toBe('Returns for Q1 2098-99 (April to June 2098) are now due on 28 July 2098');
  });

  it('keeps the date typed where somebody was quicker, and asks whose counts', async () => {
    const { answer, field, http, press, settle, submit, text, type } = await open(`${far}/due`);
    await answer(wrongYear);
    await type('dueOn-year', '2098');
    await submit();
    http.expectOne(`/api${far}`).flush(problemOf('changed_since_read'), refused);
    await settle();
    await answer({ ...wrongYear, dueOn: '2098-08-01', version: 4 });
    expect(text()).toContain('Somebody changed this while you were typing');
    expect(text()).toContain('1 August 2098');
    await press('Go back to what I typed');
    expect(field('dueOn-day').value).toBe('28');
    await submit();
    const { headers, body } = http.expectOne(`/api${far}`).request;
    expect([headers.get('If-Match'), body]).toEqual(['"4"', { dueOn: '2098-07-28' }]);
  });

  it('follows the date of somebody else while nothing is typed, and puts the old one back nowhere', async () => {
    const { answer, field, http, settle, submit } = await open(`${far}/due`);
    await answer({ ...wrongYear, dueOn: '2098-07-28' });
    TestBed.inject(Store).dispatch(QuartersPage.opened({ id: '2098-99-Q1' }));
    await answer({ ...wrongYear, dueOn: '2098-08-01', version: 4 });
    await settle();
    expect(field('dueOn-day').value).toBe('1');
    await submit();
    const { headers, body } = http.expectOne(`/api${far}`).request;
    expect([headers.get('If-Match'), body]).toEqual(['"4"', { dueOn: '2098-08-01' }]);
  });

  it('is not for a quarter that is closed, nor for others than oversight', async () => {
    const closed = await open(`${at}/due`);
    await closed.answer(quarterWith({ state: 'closed' }));
    expect(closed.text()).toContain('This quarter is closed.');
    expect(closed.main().querySelector('form')).toBeNull();
    TestBed.resetTestingModule();
    const lead = await open(`${at}/due`, 'digital_lead');
    expect(lead.harness.routeNativeElement).toBeNull();
    lead.http.verify();
  });
});
