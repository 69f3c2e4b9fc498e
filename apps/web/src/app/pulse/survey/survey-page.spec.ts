import { TestBed } from '@angular/core/testing';
import { Title } from '@angular/platform-browser';
import { pulseAnonymity } from '@headway/domain';
import { problemOf } from '../../platform/problem';
import { at, open, surveyOf } from './survey.harness';

/** Grade and one answer given, everything else skipped. */
async function answered() {
  const test = await open();
  await test.press('Start now');
  test.pick('other');
  await test.submit();
  test.pick('some');
  await test.submit();
  for (let question = 0; question < 6; question++) await test.press('Skip this question');
  return test;
}
const rowsOf = (page: HTMLElement) =>
  [...page.querySelectorAll('.govuk-summary-list__value')].map((one) => one.textContent.trim());

describe('the survey', () => {
  beforeEach(() => sessionStorage.clear());
  afterEach(() => sessionStorage.clear());

  it('says first who asks, how long it takes, and what is kept and what is not', async () => {
    const { page, url, http } = await open();
    expect(url()).toBe('/pulse/survey/a-link/start');
    expect(page().textContent).toContain('Department for Transport');
    expect(page().textContent).toContain('about 5 minutes. There are 8 questions');
    expect(page().textContent).toContain('until the end of 30 November 2026');
    expect(page().textContent).toContain(pulseAnonymity);
    http.verify();
  });

  it('asks with no cookie, so that whoever is signed in is not told apart', async () => {
    const { http } = await open('', null);
    const { request } = http.expectOne(at);
    expect(request.credentials).toBe('omit');
  });

  it('asks one thing a page, and refuses an empty answer on continue only', async () => {
    const { heading, page, pick, press, submit, summary } = await open('/grade');
    expect(heading()).toBe('What is your grade?');
    expect(page().textContent).toContain('Question 1 of 8');
    expect(page().textContent).not.toContain('Skip this question');
    expect(summary()).toBe('');
    await submit();
    expect(summary()).toContain('Select your grade');
    expect(page().querySelector('.govuk-error-summary a')!.getAttribute('href')).toBe('#grade');
    expect(page().querySelector('#grade-error')!.textContent).toContain('Select your grade');
    expect(TestBed.inject(Title).getTitle()).toMatch(/^Error: What is your grade/);
    pick('grade_6_or_7');
    await submit();
    expect(heading()).toBe('How much does digital affect your work?');
    expect(page().textContent).toContain('Question 2 of 8');
    expect(summary()).toBe('');
    await submit();
    expect(summary()).toContain('Select an answer, or skip this question');
    await press('Skip this question');
    expect(page().textContent).toContain('Question 3 of 8');
  });

  it('takes several barriers, or one of those that go with no other', async () => {
    const { page, pick, settle, submit } = await open('/barriers');
    for (const barrier of ['skills', 'funding', 'none', 'legacy_technology', 'skills']) {
      pick(barrier);
      await settle();
    }
    await submit();
    expect(rowsOf(page()).at(-1)).toBe('SkillsLegacy technology');
  });

  it('never takes what was chosen of one question for the next, however quick somebody is', async () => {
    const { page, pick, settle } = await open('/external-online');
    // No time to draw what was chosen before the next question comes.
    pick('not_started');
    page()
      .querySelector('form')!
      .dispatchEvent(new Event('submit', { cancelable: true }));
    await settle();
    expect(page().querySelector('h1')!.textContent).toContain('internal services online');
    expect(page().querySelector('input:checked')).toBeNull();
  });

  it('keeps answers over a reload, in this browser alone', async () => {
    const first = await open('/impact');
    first.pick('some');
    await first.settle();
    first.http.verify();
    TestBed.resetTestingModule();
    const second = await open('/impact');
    expect(second.page().querySelector<HTMLInputElement>('input[value=some]')!.checked).toBeTrue();
  });

  it('shows all answers before they are sent, and comes back from a change', async () => {
    const { heading, http, page, press, pick, submit, url } = await answered();
    expect(heading()).toBe('Check your answers');
    expect(rowsOf(page())).toEqual(['Other', 'To some extent', ...Array<string>(6).fill('Not answered')]);
    http.verify();
    page().querySelectorAll<HTMLElement>('.govuk-summary-list__actions a')[1]!.click();
    await new Promise((done) => setTimeout(done));
    expect(url()).toBe('/pulse/survey/a-link/impact?change=1');
    pick('significant');
    await submit();
    expect(rowsOf(page())[1]).toBe('Significantly');
    await press('Send my answers');
    expect(http.expectOne({ method: 'POST', url: at }).request.body).toEqual({
      ...{ grade: 'other', answers: { impact: 'significant' } },
    });
  });

  it('sends once: a retry goes by the same key, and afterwards nothing is left in the browser', async () => {
    const { heading, http, page, press, settle, summary, url } = await answered();
    await press('Send my answers');
    const first = http.expectOne({ method: 'POST', url: at });
    expect(first.request.credentials).toBe('omit');
    first.error(new ProgressEvent('error'));
    await settle();
    expect(summary()).toContain(
      'may or may not have been saved. Your answers are still here: send them again',
    );
    expect(sessionStorage.length).toBe(1);
    await press('Send my answers');
    const second = http.expectOne({ method: 'POST', url: at });
    expect(second.request.headers.get('Idempotency-Key')).toBe(first.request.headers.get('Idempotency-Key'));
    second.flush(null, { status: 204, statusText: 'No content' });
    await settle();
    expect(heading()).toBe('Thank you');
    expect(page().textContent).toContain('Your answers have been sent');
    expect(url()).toBe('/pulse/survey/a-link/done');
    expect(sessionStorage.length).toBe(0);
  });

  it('asks for a moment where many answer at once', async () => {
    const { http, press, settle, summary } = await answered();
    await press('Send my answers');
    http
      .expectOne({ method: 'POST', url: at })
      .flush(problemOf('too_many_requests'), { status: 429, statusText: 'Too many' });
    await settle();
    expect(summary()).toContain('Your answers are still here: wait a minute, then send them again');
    expect(sessionStorage.length).toBe(1);
  });

  it('says that it has closed where it does while somebody answers, and forgets what was typed', async () => {
    const { heading, http, press, settle } = await answered();
    await press('Send my answers');
    http
      .expectOne({ method: 'POST', url: at })
      .flush(problemOf('wrong_state'), { status: 409, statusText: 'Conflict' });
    http.expectOne(at).flush(surveyOf({ state: 'closed' }));
    await settle();
    expect(heading()).toBe('This survey has closed');
    expect(sessionStorage.length).toBe(0);
  });

  it('is not to be answered before it opens or after it has closed', async () => {
    const planned = await open('/grade', surveyOf({ state: 'planned' }));
    expect(planned.heading()).toBe('This survey is not open yet');
    expect(planned.page().textContent).toContain('from 1 November 2026 until the end of 30 November 2026');
    TestBed.resetTestingModule();
    const closed = await open('/check', surveyOf({ state: 'closed' }));
    expect(closed.heading()).toBe('This survey has closed');
    expect(closed.page().querySelector('form, button')).toBeNull();
  });

  it('begins at its start where there is nothing to check, nothing was sent, or there is no such question', async () => {
    for (const step of ['/check', '/done', '/no-such-question']) {
      TestBed.resetTestingModule();
      const { page, url } = await open(step);
      expect(url()).toBe('/pulse/survey/a-link/start');
      expect(page().textContent).not.toContain('have been sent');
    }
    TestBed.resetTestingModule();
    const { heading } = await open('/done', surveyOf({ state: 'closed' }));
    expect(heading()).toBe('This survey has closed');
  });

  it('sends nothing without a grade, or without any answer', async () => {
    const { heading, press, pick, submit, summary } = await open('/impact');
    pick('some');
    await submit();
    for (let question = 0; question < 6; question++) await press('Skip this question');
    await press('Send my answers');
    expect(heading()).toBe('What is your grade?');
    pick('other');
    await submit();
    expect(heading()).toBe('Check your answers');
    TestBed.resetTestingModule();
    sessionStorage.clear();
    const nothing = await open('/grade');
    nothing.pick('other');
    await nothing.submit();
    for (let question = 0; question < 7; question++) await nothing.press('Skip this question');
    await nothing.press('Send my answers');
    expect(nothing.summary()).toContain('Answer at least one question');
    nothing.http.verify();
    expect(summary()).toBe('');
  });
});
