import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { problemOf } from '../../platform/problem';
import { serviceOf } from '../../services/services.fixture';
import {
  answered,
  apiHome,
  home,
  messageOf,
  openPage,
  quarterOf,
  returnOf,
  submittedReturn,
} from './return.fixture';

const refused = (status: number) => ({ status, statusText: 'x' });

describe('the return of an organisation', () => {
  beforeEach(() => localStorage.clear());
  afterEach(() => localStorage.clear());

  it('begins with what is known, and says where it is from', async () => {
    const services = [
      serviceOf({ reference: 'A-1', name: 'One held back', barriers: 2 }),
      serviceOf({ reference: 'B-2', name: 'One unsaid', stage: 'not_recorded', stageSince: null }),
    ];
    const { text, field, page } = await openPage(home, returnOf(), 'digital_lead', { services });
    expect(text()).toContain('4 of 30 services recorded or confirmed this quarter');
    expect(text()).toContain('confirm the other 24 services as they are');
    expect(text()).toContain('1 service with no stage recorded');
    expect(page().querySelector('a[href="/services/B-2/record"]')).not.toBeNull();
    expect(text()).toContain('2 open barriers; no target has passed without being reached'.replace(';', ','));
    expect(text()).toContain('Last quarter: Fairly confident');
    expect(field('confidence-2').checked).toBeTrue();
    expect(field('restUnchanged').checked).toBeFalse();
  });

  it('says all that is missing before it is checked, and nothing of it where it is only saved', async () => {
    const { press, errors, sent, settle, text } = await openPage(home, returnOf({ confidenceBefore: null }));
    await press('Check and submit');
    expect(errors()).toEqual([
      'Update 24 services, or say that nothing has changed for them',
      'Select how confident you are that planned transformation will be completed',
      'Confirm that you have reviewed barriers and targets',
    ]);
    await press('Save and come back later');
    const request = sent('PUT');
    expect(request.request.headers.get('If-Match')).toBe('"1"');
    expect(request.request.body).toEqual({
      restUnchanged: false,
      confidence: null,
      summary: null,
      summaryDrafted: false,
      reviewed: false,
    });
    request.flush(returnOf({ state: 'draft', version: 2 }));
    await settle();
    expect(errors()).toEqual([]);
    expect(text()).toContain('nothing is submitted yet');
    expect(TestBed.inject(Router).url).toBe(home);
  });

  it('goes on to the check by way of a draft, over the version that was read', async () => {
    const { tick, type, press, sent, settle } = await openPage(home, returnOf());
    await tick('restUnchanged');
    await tick('reviewed');
    await type('summary', ' Two went live ');
    await press('Check and submit');
    const request = sent('PUT');
    const body = {
      summaryDrafted: false,
      restUnchanged: true,
      confidence: 'fairly_confident',
      summary: 'Two went live',
      reviewed: true,
    };
    expect(request.request.body).toEqual(body);
    request.flush(answered());
    await settle();
    expect(TestBed.inject(Router).url).toBe(`${home}/check`);
    expect(localStorage.length).toBe(0);
  });

  it('takes who comes by a change link of the check to the field that it names', async () => {
    const { settle, field } = await openPage(`${home}#summary`, answered());
    await settle();
    expect(document.activeElement).toBe(field('summary'));
  });

  it('keeps what is typed from the first letter on, each person’s and each return’s apart', async () => {
    const { type } = await openPage(home, returnOf());
    await type('summary', 'Half a sen');
    expect(Object.keys(localStorage)).toEqual(['headway.answers.ada.2024-25-Q1.dwp']);
    TestBed.resetTestingModule();
    const { field } = await openPage(home, returnOf());
    expect(field('summary').value).toBe('Half a sen');
  });

  it('shows what somebody submitted meanwhile, with the words that were not saved', async () => {
    const { type, press, sent, answer, errors, text } = await openPage(home, returnOf());
    await type('summary', 'My own words');
    await press('Save and come back later');
    sent('PUT').flush(problemOf('wrong_state', 'It is submitted.'), refused(409));
    await answer(submittedReturn());
    expect(errors()).toEqual(['It is submitted.']);
    expect(text()).toContain('what counts up to 30 June 2024 is locked');
    expect(text()).toContain('My own words');
    expect(text()).not.toContain('Check and submit');
  });

  it('has what should change on top, each with the way to its service, until it is submitted again', async () => {
    const about = { reference: 'DWP-001', name: 'Apply for a licence' };
    const asked = { kind: 'changes_requested' as const, text: 'Is it live?', service: about };
    const messages = [
      messageOf({ ...asked, at: '2024-07-01T09:00:00Z', text: 'Answered since' }),
      messageOf({ ...asked, at: '2024-07-22T09:00:00Z', stands: true }),
    ];
    const { page } = await openPage(home, submittedReturn({ state: 'changes_requested' }), 'digital_lead', {
      messages,
    });
    const banner = page().querySelector('.govuk-notification-banner')!;
    expect(banner.textContent).toContain('Is it live?');
    expect(banner.textContent).not.toContain('Answered since');
    expect(banner.querySelector('a')!.getAttribute('href')).toBe('/services/DWP-001/record');
  });

  it('tells whoever submitted it that somebody else must sign it off, and offers it to nobody else', async () => {
    const { text } = await openPage(home, submittedReturn(), 'approver');
    expect(text()).toContain('somebody else must sign it off');
    expect(text()).not.toContain('Sign off ');
  });

  it('offers an approver the sign-off, and oversight to send it back, also once it is signed off', async () => {
    const mine = await openPage(home, submittedReturn({ maySignOff: true }), 'approver');
    expect(mine.page().querySelector(`a[href="${home}/sign-off"]`)).not.toBeNull();
    TestBed.resetTestingModule();
    const signed = { state: 'signed_off', signedOffAt: '2024-07-22T10:00:00Z', signedOffBy: 'Bo' } as const;
    const theirs = await openPage(home, submittedReturn(signed), 'oversight');
    expect(theirs.text()).toContain('Signed off by Bo on 22 July 2024 at 11:00');
    expect(theirs.page().querySelector(`a[href="${home}/request-changes"]`)).not.toBeNull();
  });

  it('can only be read once its quarter is closed', async () => {
    const { text, page } = await openPage(home, submittedReturn(), 'oversight', {
      quarter: quarterOf('closed'),
    });
    expect(text()).toContain('Q1 2024-25 is closed, so this return can no longer be changed');
    expect(page().querySelectorAll('button, textarea').length).toBe(0);
  });

  it('takes a message of the whole or of a service, and keeps it until it is sent', async () => {
    const { type, press, sent, settle, text, field } = await openPage(home, returnOf(), 'oversight', {
      services: [serviceOf()],
    });
    await press('Send message');
    expect(text()).toContain('Enter a message');
    expect(text()).toContain('Everybody who can see this return, or the service it is about, can read it');
    await type('message', 'Which ones?');
    expect(Object.keys(localStorage)).toEqual(['headway.message.ada.2024-25-Q1.dwp']);
    field<HTMLSelectElement>('about').value = 'DWP-001';
    field('about').dispatchEvent(new Event('input'));
    await press('Send message');
    const request = sent('POST', `${apiHome}/messages`);
    expect(request.request.body).toEqual({ service: 'DWP-001', text: 'Which ones?' });
    expect(request.request.headers.get('Idempotency-Key')).toBeTruthy();
    request.flush(messageOf({ text: 'Which ones?' }));
    await settle();
    expect(text()).toContain('Olu Oversight 21 July 2024 at 10:00');
    expect(field('message').value).toBe('');
    expect(localStorage.length).toBe(0);
  });

  it('leaves in the box what is typed while a message is sent, and keeps it', async () => {
    const { type, press, sent, settle, field } = await openPage(home, returnOf(), 'oversight');
    await type('message', 'Which ones?');
    await press('Send message');
    await type('message', 'Which ones? And since when');
    sent('POST', `${apiHome}/messages`).flush(messageOf({ text: 'Which ones?' }));
    await settle();
    expect(field('message').value).toBe('And since when');
    const kept = JSON.parse(localStorage.getItem('headway.message.ada.2024-25-Q1.dwp')!);
    expect(kept.message).toBe('And since when');
  });
});
