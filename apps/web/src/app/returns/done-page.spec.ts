import { problemOf } from '../platform/problem';
import { recordOf, serviceOf } from '../services/services.fixture';
import { doneWith } from './done';
import { at, openedPage, services } from './opened-page.fixture';

const now = services.map((service) => serviceOf({ ...service, version: 10 }));
const done = doneWith({
  results: now.map((service, index) => ({
    record: recordOf({
      id: `00000000-0000-4000-8000-00000000000${index}`,
      kind: index === 0 ? 'move' : 'confirmation',
    }),
    service,
  })),
});

/** As after a reload: from what was kept. */
async function reloaded() {
  localStorage.setItem('headway.return.ada.2024-25-Q1', JSON.stringify({ edits: {}, attempt: null, done }));
  return openedPage(`${at}/done`, now);
}

describe('what a return came to', () => {
  beforeEach(() => localStorage.clear());
  afterEach(() => localStorage.clear());

  it('is said, also after a reload', async () => {
    const { page, text } = await reloaded();
    expect(page().querySelector('h1')!.textContent).toContain('3 services are up to date for Q1 2024-25');
    expect(text()).toContain('1 moved, 2 confirmed');
    expect(text()).toContain('Nothing is deleted');
  });

  it('is nothing at an address that nothing was done at', async () => {
    const { text } = await openedPage(`${at}/done`);
    expect(text()).toContain('Nothing was recorded here just now');
  });

  it('can be undone with a reason: a withdrawal of each record over the version that it left', async () => {
    const { batch, press, settle, text, type } = await reloaded();
    await type('reason', '');
    await press('Undo 3 records');
    expect(text()).toContain('Enter a reason');
    await type('reason', 'Wrong quarter');
    await press('Undo 3 records');
    const request = batch();
    const { records } = request.request.body as { records: Record<string, unknown>[] };
    expect(records[0]).toEqual({
      change: 'withdraw',
      service: 'A-1',
      version: 10,
      record: done.rows[0]!.record,
      reason: 'Wrong quarter',
    });
    request.flush({
      results: now.map((service) => ({ record: null, service: { ...service, version: 11 } })),
    });
    await settle();
    expect(text()).toContain('3 records withdrawn');
    expect(text()).not.toContain('Undo');
    expect(document.activeElement!.tagName).toBe('H1');
  });

  it('settles what somebody recorded on top, service by service', async () => {
    const { batch, page, press, settle, text } = await reloaded();
    await press('Undo 3 records');
    const theirs = serviceOf({
      ...now[1]!,
      version: 12,
      lastRecordedAt: '2026-11-23T18:17:00Z',
      lastRecordedBy: 'Sam Oak',
    });
    const problem = { ...problemOf('changed_since_read'), conflicts: [{ row: 1, service: theirs }] };
    batch().flush(problem, { status: 412, statusText: 'x' });
    await settle();
    expect(text()).toContain('By Sam Oak on 23 November 2026 at 18:17.');
    page().querySelector<HTMLInputElement>('input[type=radio][value=theirs]')!.click();
    await press('Use these choices and undo');
    const { records } = batch().request.body as { records: { service: string }[] };
    expect(records.map(({ service }) => service)).toEqual(['A-1', 'C-3']);
  });

  it('leaves out what was undone already', async () => {
    const { batch, press, settle, text } = await reloaded();
    await press('Undo 3 records');
    const errors = [{ pointer: '/records/0/record', code: 'corrected_already', message: 'Already' }];
    batch().flush({ ...problemOf('wrong_state'), errors }, { status: 409, statusText: 'x' });
    await settle();
    expect(text()).toContain('1 service is no longer yours to undo, or undone already.');
    await press('Leave it out');
    expect(text()).toContain('This withdraws 2 records');
  });

  it('is of one person: another sees nothing of it', async () => {
    localStorage.setItem('headway.return.bob.2024-25-Q1', JSON.stringify({ edits: {}, attempt: null, done }));
    const { text } = await openedPage(`${at}/done`);
    expect(text()).toContain('Nothing was recorded here just now');
  });
});
