import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import type { Service } from '@headway/contract';
import { serviceOf } from '../services/services.fixture';
import { wordsOf } from '../platform/page.harness';
import { Today } from '../platform/today';
import { at, openedPage, services } from './opened-page.fixture';

const unrecorded = serviceOf({
  reference: 'D-4',
  name: 'Service D-4',
  stage: 'not_recorded',
  stageSince: null,
});

describe('the table of a return', () => {
  beforeEach(() => localStorage.clear());
  afterEach(() => localStorage.clear());

  it('is a table with a caption, a heading for every column and one for every service', async () => {
    const { page, text } = await openedPage(at);
    expect(page().querySelector('caption')!.textContent).toContain('3 services');
    expect(page().querySelectorAll('thead th[scope=col]').length).toBe(5);
    expect(page().querySelectorAll('tbody th[scope=row]').length).toBe(3);
    expect(text()).toContain('Stage on 30 June 2024');
    expect(text()).toContain('None of 3 have been recorded or confirmed this quarter.');
  });

  it('counts only what is said for a day of the quarter, as the return does', async () => {
    const of = (lastEffectiveOn: string) => (service: Service) => ({ ...service, lastEffectiveOn });
    const [first, ...rest] = services;
    const { page, text } = await openedPage(`${at}?show=unconfirmed`, [
      of('2024-05-03')(first!),
      ...rest.map(of('2024-03-31')),
    ]);
    expect(text()).toContain('1 of 3 have been recorded or confirmed this quarter.');
    expect(page().querySelectorAll('tbody th[scope=row]').length).toBe(2);
    expect(text()).toContain('31 March 2024 Not this quarter');
  });

  it('says that there is nothing to record for whoever has no services', async () => {
    const { text } = await openedPage(at, []);
    expect(text()).toContain('There are no services whose stage you may record.');
  });

  it('says what is chosen, by when, and that it is kept', async () => {
    const { choose, field, text } = await openedPage(at);
    expect(field('effectiveOn-A-1')).toBeNull();
    await choose('A-1', 'redesigned');
    expect(field<HTMLInputElement>('effectiveOn-A-1').value).toBe('30 June 2024');
    expect(text()).toContain('1 changed, 0 with no change, 2 not said. Kept on this computer.');
    await choose('A-1', '');
    expect(text()).toContain('0 changed, 0 with no change, 3 not said.');
  });

  it('keeps the day on which something was said when midnight passes, and calls it yesterday’s', async () => {
    const date = signal('2024-06-10');
    TestBed.overrideProvider(Today, { useValue: { date } });
    const { choose, field, page, settle } = await openedPage(at);
    await choose('A-1', 'redesigned');
    await choose('B-2', 'confirm');
    date.set('2024-06-11');
    await settle();
    await choose('C-3', 'redesigned');
    const row = (n: number) => wordsOf(page().querySelectorAll('tbody')[n]!);
    expect(field<HTMLInputElement>('effectiveOn-A-1').value).toBe('10 June 2024');
    expect([row(0), row(1)].map((words) => words.includes('This is yesterday’s date'))).toEqual([true, true]);
    expect(row(1)).toContain('10 June 2024');
    expect(field<HTMLInputElement>('effectiveOn-C-3').value).toBe('11 June 2024');
  });

  it('asks for a reason only where the service goes back', async () => {
    const { choose, field } = await openedPage(at);
    await choose('A-1', 'redesigned');
    expect(field('note-A-1')).toBeNull();
    await choose('A-1', 'in_progress');
    expect(field('note-A-1').closest('td')!.textContent).toContain('Reason why it went back from Live');
  });

  it('confirms the rest at once, but not what has no stage yet, and goes on to the check', async () => {
    const { choose, press, text } = await openedPage(at, [...services, unrecorded]);
    await choose('B-2', 'redesigned');
    await press('Nothing has changed for all 2 services not touched');
    expect(text()).toContain('1 changed, 2 with no change, 1 not said.');
    expect(document.activeElement!.id).toBe('check');
    await press('Check 3 services');
    expect(TestBed.inject(Router).url).toBe(`${at}/check`);
  });

  it('confirms again nothing that was recorded or confirmed this quarter', async () => {
    const [known, ...others] = services;
    const { press, field } = await openedPage(at, [
      { ...known!, lastEffectiveOn: '2024-06-01' },
      ...others.map((one) => ({ ...one, lastEffectiveOn: '2024-03-01' })),
    ]);
    await press('Nothing has changed for the 2 services not confirmed yet');
    expect(['A-1', 'B-2', 'C-3'].map((one) => field<HTMLSelectElement>(`stage-${one}`).value)).toEqual([
      '',
      'confirm',
      'confirm',
    ]);
  });

  it('goes from tick box to tick box by keyboard, leaves other keys alone, and acts on all ticked', async () => {
    const { choose, field, key, press, settle, text } = await openedPage(at);
    field('tick-A-1').focus();
    expect((await key('ArrowDown')).defaultPrevented).toBeTrue();
    expect(document.activeElement!.id).toBe('tick-B-2');
    expect((await key('ArrowDown', { altKey: true })).defaultPrevented).toBeFalse();
    expect((await key(' ')).defaultPrevented).toBeFalse();
    field('stage-B-2').focus();
    expect((await key('ArrowDown')).defaultPrevented).toBeFalse();
    field<HTMLInputElement>('tick-B-2').click();
    field<HTMLInputElement>('tick-C-3').click();
    await settle();
    field('tick-C-3').focus();
    await key('Enter');
    expect(document.activeElement!.id).toBe('ticked-stage');
    await press(/^Set$/);
    expect(text()).toContain('Choose a stage');
    await press('Confirm: nothing has changed');
    expect(text()).toContain('0 changed, 2 with no change, 1 not said.');
    expect(document.activeElement!.id).toBe('tick-C-3');
    await choose('A-1', 'confirm');
    expect(text()).toContain('3 with no change');
  });

  it('ticks what is shown and nothing else', async () => {
    const { field, press, settle, text, type } = await openedPage(at);
    field<HTMLInputElement>('all-ticks').click();
    await settle();
    expect(text()).toContain('3 services ticked');
    await type('q', 'b-2');
    expect(text()).toContain('1 service ticked');
    expect(text()).toContain('1 of 3 services');
    await press('Confirm: nothing has changed');
    await type('q', '');
    expect(text()).toContain('1 with no change, 2 not said');
  });

  it('keeps a row under the hands of whoever changes what it was found by', async () => {
    const { choose, field, settle } = await openedPage(at);
    await choose('A-1', 'redesigned');
    const show = field<HTMLSelectElement>('show');
    show.value = 'changed';
    show.dispatchEvent(new Event('input'));
    await settle();
    expect(field('stage-A-1')).not.toBeNull();
    expect(field('stage-B-2')).toBeNull();
    await choose('A-1', '');
    expect(field('stage-A-1')).not.toBeNull();
  });

  it('refuses on the check only, by row, each error linked to its field, also behind a filter', async () => {
    const { choose, page, press, settle, text, type } = await openedPage(at);
    await choose('A-1', 'not_started');
    await choose('B-2', 'redesigned');
    await type('effectiveOn-B-2', '31 6 2024');
    expect(page().querySelector('.govuk-error-summary')).toBeNull();
    await type('q', 'c-3');
    await press(/^Check/);
    await settle();
    const links = [...page().querySelectorAll<HTMLAnchorElement>('.govuk-error-summary a')];
    expect(links.map((link) => link.textContent!.trim())).toEqual([
      'A-1: Enter a reason why the service went back',
      'B-2: The date the service reached this stage must be a real date, like 3 May 2026',
    ]);
    links[1]!.click();
    expect(document.activeElement!.id).toBe('effectiveOn-B-2');
    expect((document.activeElement as HTMLInputElement).value).toBe('31 6 2024');
    expect(text()).toContain('3 services');
  });

  it('wants something said before it goes on', async () => {
    const { press, text } = await openedPage(at);
    await press('Check 0 services');
    expect(text()).toContain('Say something of at least one service');
  });

  it('has everything there again after a reload, for the same person', async () => {
    const first = await openedPage(at);
    await first.choose('A-1', 'in_progress');
    await first.type('note-A-1', 'Half a sen');
    TestBed.resetTestingModule();
    const second = await openedPage(at);
    expect(second.field<HTMLTextAreaElement>('note-A-1').value).toBe('Half a sen');
    expect(second.field<HTMLSelectElement>('stage-A-1').value).toBe('in_progress');
  });

  it('brings in what others change and marks the row, without losing what is said of it', async () => {
    const { answer, changes, choose, field, text } = await openedPage(at);
    await choose('A-1', 'redesigned');
    changes.next({ kind: 'service.changed', subject: 'A-1' });
    await new Promise((later) => setTimeout(later, 1100));
    await answer([serviceOf({ ...services[0]!, stage: 'not_started', version: 9 }), ...services.slice(1)]);
    expect(text()).toContain('Changed by somebody since you began');
    expect(field('tick-A-1').closest('tr')!.textContent).toContain('Not started');
    expect(field<HTMLSelectElement>('stage-A-1').value).toBe('redesigned');
  });

  it('says which services are no longer the person’s, and leaves out those only', async () => {
    const first = await openedPage(at);
    await first.choose('A-1', 'redesigned');
    await first.choose('B-2', 'redesigned');
    TestBed.resetTestingModule();
    const { press, text } = await openedPage(at, services.slice(1));
    expect(text()).toContain('1 service is no longer yours to record, or closed.');
    expect(text()).toContain('A-1 Service A-1');
    await press('Leave it out');
    expect(text()).not.toContain('no longer yours');
    expect(text()).toContain('1 changed');
  });
});
