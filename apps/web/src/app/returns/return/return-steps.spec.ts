import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { Flash } from '../../platform/flash';
import { problemOf } from '../../platform/problem';
import { Today } from '../../platform/today';
import { serviceOf } from '../../services/services.fixture';
import { answered, apiHome, home, openPage, quarterOf, returnOf, submittedReturn } from './return.fixture';

describe('the steps of a return', () => {
  beforeEach(() => localStorage.clear());
  afterEach(() => localStorage.clear());

  it('are a check with ways back, a declaration, and a reference at the end', async () => {
    const { page, text, press, tick, errors, sent, settle } = await openPage(`${home}/check`, answered());
    expect(text()).toContain('24 services confirmed as they are');
    expect([...page().querySelectorAll('dl a')].map((link) => link.getAttribute('href'))).toEqual(
      ['restUnchanged', 'confidence', 'summary', 'reviewed'].map((field) => `${home}#${field}`),
    );
    await press('Submit return');
    expect(errors()).toEqual([
      'Confirm that the return is complete and correct to the best of your knowledge',
    ]);
    await tick('declaration');
    await press('Submit return');
    const request = sent('POST', `${apiHome}/submit`);
    expect(request.request.headers.get('If-Match')).toBe('"2"');
    expect(request.request.body).toEqual({ declaration: true });
    request.flush(submittedReturn());
    await settle();
    expect(TestBed.inject(Router).url).toBe(`${home}/done`);
    expect(text()).toContain('2024-25-Q1-DWP-1');
    expect(text()).toContain('It cannot be somebody who saved or submitted part of it.');
  });

  it('go by the same key after an attempt whose answer never came', async () => {
    const { press, tick, sent, answer, errors } = await openPage(`${home}/check`, answered());
    await tick('declaration');
    await press('Submit return');
    const first = sent('POST', `${apiHome}/submit`);
    first.error(new ProgressEvent('error'));
    await answer();
    expect(errors()).toEqual(['Headway is not available for a moment']);
    await press('Submit return');
    const again = sent('POST', `${apiHome}/submit`);
    expect(again.request.headers.get('Idempotency-Key')).toBe(first.request.headers.get('Idempotency-Key')!);
  });

  it('are looked at until the last day of the quarter, and submitted from then on', async () => {
    const look = async (today: string) => {
      TestBed.resetTestingModule();
      TestBed.overrideProvider(Today, { useValue: { date: signal(today) } });
      const { text } = await openPage(`${home}/check`, answered());
      return text();
    };
    const early = await look('2024-06-29');
    expect(early).toContain('The return can be submitted from 30 June 2024, the last day of the quarter.');
    expect(early).not.toContain('Submit return');
    expect(await look('2024-06-30')).toContain('Submit return');
  });

  it('end in the submission where only its answer was lost, and in no error', async () => {
    const { press, tick, sent, answer, text } = await openPage(`${home}/check`, answered());
    await tick('declaration');
    await press('Submit return');
    sent('POST', `${apiHome}/submit`).error(new ProgressEvent('error'));
    const submitted = submittedReturn();
    await answer({ ...submitted, version: answered().version + 1 });
    expect(TestBed.inject(Router).url).toBe(`${home}/done`);
    expect(text()).not.toContain('not available');
  });

  it('show what is missing by the server’s words, and what somebody changed meanwhile', async () => {
    const { press, tick, sent, settle, errors, answer, text } = await openPage(`${home}/check`, answered());
    await tick('declaration');
    await press('Submit return');
    const errorsSaid = [{ pointer: '/reviewed', code: 'missing', message: 'Confirm that you have reviewed' }];
    sent('POST', `${apiHome}/submit`).flush(
      { ...problemOf('rule_broken'), errors: errorsSaid },
      { status: 422, statusText: 'x' },
    );
    await settle();
    expect(errors()).toEqual(['Confirm that you have reviewed']);
    await press('Submit return');
    sent('POST', `${apiHome}/submit`).flush(problemOf('changed_since_read'), {
      status: 412,
      statusText: 'x',
    });
    await answer(answered({ summary: 'Three went live', version: 9 }));
    expect(errors()[0]).toContain('Somebody changed this return');
    expect(text()).toContain('Three went live');
  });

  it('let an approver sign off what is shown, after a declaration', async () => {
    const { text, press, tick, errors, sent, settle } = await openPage(
      `${home}/sign-off`,
      submittedReturn({ maySignOff: true }),
      'approver',
    );
    expect(text()).toContain('Redesign under way; front office live, back office not started');
    await press('Sign off return');
    expect(errors()).toEqual(['Confirm that you have read the return and sign it off']);
    await tick('declaration');
    await press('Sign off return');
    const request = sent('POST', `${apiHome}/sign-off`);
    expect(request.request.headers.get('If-Match')).toBe('"3"');
    const said = spyOn(TestBed.inject(Flash), 'success');
    request.flush(submittedReturn({ state: 'signed_off', version: 4 }));
    await settle();
    expect(said).toHaveBeenCalledWith(
      'You signed off the return of Department for Work and Pensions for Q1 2024-25',
    );
    expect(TestBed.inject(Router).url).toBe(home);
  });

  it('ask for the declaration anew where it was submitted again meanwhile', async () => {
    const found = submittedReturn({ maySignOff: true });
    const { press, tick, sent, answer, field, text } = await openPage(`${home}/sign-off`, found, 'approver');
    await tick('declaration');
    await press('Sign off return');
    sent('POST', `${apiHome}/sign-off`).flush(problemOf('changed_since_read'), {
      status: 412,
      statusText: 'x',
    });
    await answer({ ...found, reference: '2024-25-Q1-DWP-2', version: 5 });
    expect(text()).toContain('2024-25-Q1-DWP-2');
    expect(field('declaration').checked).toBeFalse();
  });

  it('keep the sign-off from whoever submitted it', async () => {
    const { text, page } = await openPage(`${home}/sign-off`, submittedReturn(), 'approver');
    expect(text()).toContain(
      'You saved or submitted part of this return, so somebody else must sign it off.',
    );
    expect(page().querySelector('button')).toBeNull();
  });

  it('send it back with comments, each of the whole or of a service, kept until they are sent', async () => {
    const found = submittedReturn({
      state: 'signed_off',
      signedOffBy: 'Bo',
      signedOffAt: '2024-07-22T10:00:00Z',
    });
    const { text, type, press, field, errors, sent, settle } = await openPage(
      `${home}/request-changes`,
      found,
      'oversight',
      { services: [serviceOf()] },
    );
    expect(text()).toContain('This undoes the sign-off by Bo on 22 July 2024 at 11:00');
    await press('Add another comment');
    await type('text-0', 'Say more');
    field<HTMLSelectElement>('about-1').value = 'DWP-001';
    field('about-1').dispatchEvent(new Event('input'));
    await press('Request changes');
    expect(errors()).toEqual(['Enter what needs to change']);
    await type('text-1', 'Is it live?');
    expect(localStorage.length).toBe(1);
    await press('Request changes');
    const request = sent('POST', `${apiHome}/request-changes`);
    const comments = [
      { service: null, text: 'Say more' },
      { service: 'DWP-001', text: 'Is it live?' },
    ];
    expect(request.request.body).toEqual({ comments });
    request.flush(answered({ state: 'changes_requested', version: 5 }));
    await settle();
    expect(localStorage.length).toBe(0);
    expect(TestBed.inject(Router).url).toBe(home);
  });

  it('take a comment away again', async () => {
    const { press, type, field } = await openPage(`${home}/request-changes`, submittedReturn(), 'oversight');
    await press('Add another comment');
    await type('text-1', 'The second');
    await press('Remove comment 1');
    expect(field('text-0').value).toBe('The second');
    expect(field('text-1')).toBeNull();
  });

  it('leave a record to print, of what was submitted', async () => {
    const { text } = await openPage(`${home}/record`, submittedReturn());
    expect(text()).toContain('Record of the return for Q1 2024-25 (April to June 2024)');
    expect(text()).toContain('ab'.repeat(32));
    expect(text()).toContain('1 service on 30 June 2024');
  });

  it('say at the end how it stands once it is signed off, or its quarter is closed', async () => {
    const signed = { state: 'signed_off', signedOffAt: '2024-07-22T10:00:00Z', signedOffBy: 'Bo' } as const;
    for (const [found, quarter, words] of [
      [submittedReturn(signed), quarterOf(), 'Signed off by Bo on 22 July 2024 at 11:00'],
      [submittedReturn(), quarterOf('closed'), 'is closed, so this return can no longer be changed'],
    ] as const) {
      const { text } = await openPage(`${home}/done`, found, 'digital_lead', { quarter });
      expect(text()).toContain(words);
      expect(text()).not.toContain('What happens next');
      TestBed.resetTestingModule();
    }
  });

  it('say that nothing was submitted where nothing was', async () => {
    const { text } = await openPage(`${home}/done`, returnOf());
    expect(text()).toContain('This return is not submitted');
  });
});
