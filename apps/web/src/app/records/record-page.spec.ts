import { TestBed } from '@angular/core/testing';
import { londonDate } from '@headway/domain';
import { Router } from '@angular/router';
import { Store } from '@ngrx/store';
import { Flash } from '../platform/flash';
import { problemOf } from '../platform/problem';
import { recordOf, serviceOf } from './records.fixture';
import { at, open } from './records.harness';

async function answered() {
  const test = await open('/services/DWP-014/record');
  test.pick('redesigned');
  await test.submit();
  await test.press('Use today’s date');
  for (let i = 0; i < 4; i++) await test.submit();
  return test;
}

describe('recording a stage', () => {
  beforeEach(() => sessionStorage.clear());
  afterEach(() => sessionStorage.clear());

  it('asks one question at a time, and refuses an empty answer only on submit', async () => {
    const { heading, page, submit, summary, pick } = await open('/services/DWP-014/record');
    // Nothing typed is no draft.
    expect(sessionStorage.length).toBe(0);
    expect(heading()).toBe('What stage is the service at?');
    expect(page().textContent).toContain('It is recorded as Live, since 1 May 2025.');
    expect(summary()).toBe('');
    await submit();
    expect(summary()).toContain('Select the stage of the service');
    pick('redesigned');
    await submit();
    expect(sessionStorage.length).toBe(1);
    expect(heading()).toBe('When did the service reach this stage?');
    expect(summary()).toBe('');
  });

  it('sends over the version first read, with a key, and says what was recorded', async () => {
    const { heading, http, press, settle } = await answered();
    expect(heading()).toBe('Check your answers');
    await press('Record this stage');
    const request = http.expectOne({ method: 'POST', url: `${at}/records` }).request;
    expect(request.headers.get('If-Match')).toBe('"7"');
    expect(request.headers.get('Idempotency-Key')).toBeTruthy();
    expect(request.body).toEqual(
      jasmine.objectContaining({ stage: 'redesigned', frontOffice: 'live', note: null }),
    );
    expect(sessionStorage.length).toBe(1);
    const flash = spyOn(TestBed.inject(Flash), 'success');
    const service = serviceOf({ stage: 'redesigned', version: 8 });
    http.match(() => true).forEach((one) => one.flush(null));
    TestBed.inject(Store).dispatch({
      type: '[Records API] recorded',
      recorded: { ...recordOf({ stage: 'redesigned', effectiveOn: '2026-05-03' }), service },
    });
    await settle();
    expect(flash).toHaveBeenCalledWith('You recorded Apply for a pension as Redesigned from 3 May 2026');
    expect(TestBed.inject(Router).url).toBe('/services/DWP-014');
    expect(sessionStorage.length).toBe(0);
  });

  it('takes a rule of the server to the question that it is about', async () => {
    const { heading, http, press, settle, summary } = await answered();
    await press('Record this stage');
    const errors = [
      { pointer: '/note', code: 'note_required', message: 'Enter a reason why the service went back' },
    ];
    const refused = { ...problemOf('rule_broken'), errors };
    http.expectOne(`${at}/records`).flush(refused, { status: 422, statusText: 'Unprocessable' });
    await settle();
    await settle();
    expect(heading()).toBe('Is there anything to add?');
    expect(summary()).toContain('Enter a reason why the service went back');
  });

  it('shows both versions where somebody else was quicker, and records over theirs when told to', async () => {
    const { answer, heading, http, page, press, settle } = await answered();
    await press('Record this stage');
    http.expectOne(`${at}/records`).flush(problemOf('changed_since_read'), { status: 412, statusText: 'x' });
    const theirs = recordOf({
      id: 'x',
      stage: 'in_progress',
      recordedAt: '2026-11-23T09:00:00Z',
      recordedBy: 'Sam Oak',
    });
    answer(serviceOf({ stage: 'in_progress', version: 9, lastRecordedAt: theirs.recordedAt }), [
      theirs,
      recordOf(),
    ]);
    await settle();
    expect(heading()).toBe('Somebody changed this while you were typing');
    expect(page().textContent).toContain('Sam Oak recorded In progress from 1 May 2025');
    expect(page().textContent).toContain('If you keep your own, it is recorded beside it.');
    await press('Save what I typed');
    const { headers, body } = http.expectOne(`${at}/records`).request;
    expect(headers.get('If-Match')).toBe('"9"');
    expect(body).toEqual(jasmine.objectContaining({ over: '2025-05-02T09:00:00Z' }));
  });

  /** Live from today, while a colleague recorded it as redesigned, once or more. */
  async function overtaken(...theirDays: readonly string[]) {
    const test = await open('/services/DWP-014/record');
    test.pick('live');
    await test.submit();
    await test.press('Use today’s date');
    for (let i = 0; i < 4; i++) await test.submit();
    await test.press('Record this stage');
    const changed = { status: 412, statusText: 'x' };
    test.http.expectOne(`${at}/records`).flush(problemOf('changed_since_read'), changed);
    const theirs = theirDays.map((effectiveOn, index) =>
      recordOf({
        ...{ id: `x${index}`, stage: 'redesigned', effectiveOn, redesignUnderWay: false },
        ...{ recordedAt: `2026-11-23T09:0${index}:00Z`, recordedBy: 'Sam Oak' },
      }),
    );
    const lastRecordedAt = theirs.at(-1)!.recordedAt;
    test.answer(serviceOf({ stage: 'redesigned', version: 9, lastRecordedAt }), [...theirs, recordOf()]);
    await test.settle();
    return test;
  }

  it('corrects what somebody recorded of a later stage at the same time, and asks for no other reason', async () => {
    const { http, page, press } = await overtaken(londonDate(new Date()));
    expect(page().textContent).toContain(
      'If you keep your own, the record by Sam Oak is corrected by it. Both stay readable',
    );
    await press('Save what I typed');
    const { body } = http.expectOne(`${at}/records`).request;
    expect(body).toEqual(
      jasmine.objectContaining({ stage: 'live', over: '2025-05-02T09:00:00Z', note: null }),
    );
  });

  it('says so of every record that stands against it, and asks why it is right, not why it went back', async () => {
    const { harness, heading, page, press, settle } = await overtaken('2025-06-01', '2025-06-20');
    expect(page().textContent).toContain(
      'If you keep your own, the 2 records by Sam Oak are corrected by it. All of them stay readable',
    );
    await press('Go back to what I typed');
    await harness.navigateByUrl('/services/DWP-014/record/note?change=1');
    await settle();
    expect(heading()).toBe('Why is your record the right one?');
    expect(document.title).toContain('Why is your record the right one?');
    expect(page().textContent).toContain('Your record corrects the 2 records by Sam Oak.');
    expect(page().textContent).not.toContain('went back');
  });

  it('says before it is sent which confirmation it speaks against, and what the service will be', async () => {
    const confirmed = recordOf({
      ...{ id: 'c', kind: 'confirmation', confirms: recordOf().id, stageBefore: 'live' },
      ...{ effectiveOn: londonDate(new Date()), recordedBy: 'Sam Oak' },
    });
    const { page, pick, press, submit } = await open('/services/DWP-014/record', [confirmed, recordOf()]);
    pick('redesigned');
    await submit();
    await press('Use today’s date');
    for (let i = 0; i < 4; i++) await submit();
    const text = page().textContent!.replace(/\s+/g, ' ');
    expect(text).toContain('Once you record this, the service will be Redesigned since');
    expect(text).toContain('Sam Oak confirmed that “Live” was still right on');
    expect(text).toContain('You say that it was “Redesigned” on that day');
  });

  it('keeps what was typed over a reload', async () => {
    const first = await open('/services/DWP-014/record/note');
    first.type('note', 'Half a sen');
    await first.settle();
    TestBed.resetTestingModule();
    const second = await open('/services/DWP-014/record/note');
    expect(second.page().querySelector<HTMLTextAreaElement>('#note')!.value).toBe('Half a sen');
  });
});

describe('confirming that nothing has changed', () => {
  it('says again today what is in force', async () => {
    const { http, page, press } = await open('/services/DWP-014/confirm');
    expect(page().textContent).toContain('https://www.gov.uk/pension');
    await press('Confirm nothing has changed');
    const { body, headers } = http.expectOne(`${at}/records`).request;
    expect(headers.get('If-Match')).toBe('"7"');
    expect(body).toEqual(
      jasmine.objectContaining({
        stage: 'live',
        redesignUnderWay: true,
        evidenceUrl: 'https://www.gov.uk/pension',
      }),
    );
  });
});
