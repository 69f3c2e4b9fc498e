import { TestBed } from '@angular/core/testing';
import { problemOf } from '../platform/problem';
import { quarterWith, returnOf } from './quarters.fixture';
import { open } from './quarters.harness';

const at = '/quarters/2025-26-Q3';
const refused = { status: 412, statusText: 'Precondition failed' };
const conflict = { status: 409, statusText: 'Conflict' };

describe('closing a quarter', () => {
  const items = [
    returnOf('A', { state: 'signed_off' }),
    returnOf('B'),
    returnOf('C', { state: 'submitted' }),
  ];

  it('names the returns that are not finished, and closes without them only when told to', async () => {
    const { answer, field, http, news, rows, settle, submit, text, url, wrong } = await open(`${at}/close`);
    await answer(quarterWith(), { items });
    expect(text()).toContain('2 returns are not finished');
    expect(rows('.hw-unfinished li')).toEqual([
      ['Department B', 'Not started'],
      ['Department C', 'Submitted'],
    ]);
    await submit();
    expect(wrong()[0]).toContain('2 returns are neither signed off nor excused');
    field('withUnfinished').click();
    await submit();
    const sent = http.expectOne(`/api${at}/close`);
    expect(sent.request.headers.get('If-Match')).toBe('"3"');
    expect(sent.request.body).toEqual({ withUnfinished: true });
    sent.flush(quarterWith({ state: 'closed', version: 4 }));
    await settle();
    expect(url()).toBe(at);
    expect(news()).toContain('is closed, and its figures are frozen');
  });

  it('asks again where the number of them has changed since it was ticked', async () => {
    const { answer, field, http, settle, submit, wrong } = await open(`${at}/close`);
    await answer(quarterWith(), { items });
    field('withUnfinished').click();
    await submit();
    http.expectOne(`/api${at}/close`).flush(problemOf('changed_since_read'), refused);
    await settle();
    await answer(quarterWith({ version: 4 }), { items: [...items, returnOf('D')] });
    expect(field('withUnfinished').checked).toBeFalse();
    await submit();
    expect(wrong()[0]).toContain('3 returns are neither signed off nor excused');
    http.verify();
  });

  it('asks nothing where all is finished', async () => {
    const { answer, http, main, submit } = await open(`${at}/close`);
    await answer(quarterWith(), { items: [items[0]!] });
    expect(main().querySelector('#withUnfinished')).toBeNull();
    await submit();
    expect(http.expectOne(`/api${at}/close`).request.body).toEqual({ withUnfinished: false });
  });

  it('waits for the last day to be over', async () => {
    const { answer, main, text } = await open(`${at}/close`);
    await answer(quarterWith({ to: '2099-12-31' }), { items });
    expect(text()).toContain('It can be closed from 1 January 2100');
    expect(main().querySelector('form')).toBeNull();
  });
});

describe('re-opening a quarter', () => {
  const closed = quarterWith({ state: 'closed', mayReopen: true, version: 4 });

  it('asks why, and keeps what was typed where it is refused', async () => {
    const { answer, field, http, news, settle, submit, type, wrong } = await open(`${at}/reopen`);
    await answer(closed);
    await submit();
    expect(wrong()).toEqual(['Enter a reason for re-opening the quarter']);
    await type('reason', 'A date was wrong');
    await submit();
    http
      .expectOne(`/api${at}/reopen`)
      .flush(problemOf('wrong_state', 'The quarter is open already'), conflict);
    await settle();
    await answer(quarterWith());
    expect(wrong()).toEqual(['The quarter is open already']);
    expect(field('reason').value).toBe('A date was wrong');
    await submit();
    const again = http.expectOne(`/api${at}/reopen`);
    expect(again.request.body).toEqual({ reason: 'A date was wrong' });
    again.flush(quarterWith({ version: 5 }));
    await settle();
    expect(news()).toContain('is open again');
  });

  it('is for somebody else than who closed it', async () => {
    const { answer, main, text } = await open(`${at}/reopen`);
    await answer({ ...closed, mayReopen: false });
    expect(text()).toContain(
      'You closed this quarter, so somebody else in central oversight must re-open it.',
    );
    expect(main().querySelector('form')).toBeNull();
  });
});

describe('excusing a return', () => {
  it('asks why, over the version of the return', async () => {
    const { answer, http, news, settle, submit, type, url, wrong } = await open(`${at}/excuse/b`);
    await answer(quarterWith(), { items: [returnOf('B', { version: 7 })] });
    await submit();
    expect(wrong()).toEqual(['Enter why no return is needed']);
    await type('reason', 'It closes in March');
    await submit();
    const sent = http.expectOne(`/api${at}/returns/b/excuse`);
    expect(sent.request.headers.get('If-Match')).toBe('"7"');
    expect(sent.request.body).toEqual({ reason: 'It closes in March' });
    sent.flush(returnOf('B', { state: 'excused', version: 8 }));
    await settle();
    expect(url()).toBe(at);
    expect(news()).toBe('Department B is excused from its return');
  });

  it('keeps the reason typed where the return was submitted meanwhile, and says so', async () => {
    const { answer, field, http, settle, submit, text, type, wrong } = await open(`${at}/excuse/b`);
    await answer(quarterWith(), { items: [returnOf('B')] });
    await type('reason', 'It closes in March');
    await submit();
    http.expectOne(`/api${at}/returns/b/excuse`).flush(problemOf('changed_since_read'), refused);
    await settle();
    await answer(quarterWith(), { items: [returnOf('B', { state: 'submitted', version: 2 })] });
    expect(wrong()[0]).toContain('Somebody changed this while you were on this page');
    expect(text()).toContain('This return is submitted. Only one that is not finished can be excused.');
    expect(field('reason').value).toBe('It closes in March');
  });

  it('is not for one of whom no return is asked', async () => {
    const { answer, text } = await open(`${at}/excuse/nobody`);
    await answer(quarterWith(), { items: [returnOf('B')] });
    expect(text()).toContain('Page not found');
  });

  it('is for oversight alone', async () => {
    const { harness, http } = await open(`${at}/excuse/b`, 'digital_lead');
    expect(harness.routeNativeElement).toBeNull();
    http.verify();
  });
});

describe('taking back a quarter', () => {
  const returns = { ...quarterWith().returns, expected: 2, not_started: 1, draft: 0, excused: 1 };
  const unanswered = quarterWith({
    returns: { ...returns, submitted: 0, changes_requested: 0, signed_off: 0 },
    revisions: [],
  });

  it('asks why, says who is told, and leaves the quarter planned', async () => {
    const { answer, http, news, settle, submit, text, type, wrong } = await open(`${at}/take-back`);
    await answer(unanswered);
    expect(text()).toContain('2 organisations are no longer asked for a return');
    await submit();
    expect(wrong()).toEqual(['Enter why the quarter is taken back']);
    await type('reason', 'Meant for the next one');
    await submit();
    const sent = http.expectOne(`/api${at}/take-back`);
    expect(sent.request.headers.get('If-Match')).toBe('"3"');
    expect(sent.request.body).toEqual({ reason: 'Meant for the next one' });
    sent.flush(quarterWith({ state: 'planned', version: 0, dueOn: null }));
    await settle();
    expect(news()).toContain('is no longer open');
  });

  it('is offered while nobody has answered, and says why not once somebody has', async () => {
    const standing = await open(at);
    await standing.answer(unanswered);
    expect(standing.links()).toContain(`${at}/take-back`);
    const answered = { ...unanswered, returns: { ...unanswered.returns, not_started: 0, draft: 1 } };
    TestBed.resetTestingModule();
    const again = await open(at);
    await again.answer(answered);
    expect(again.links()).not.toContain(`${at}/take-back`);
    TestBed.resetTestingModule();
    const { answer, main, text } = await open(`${at}/take-back`);
    await answer(answered);
    expect(text()).toContain('1 organisation has worked on a return already');
    expect(main().querySelector('form')).toBeNull();
  });
});
