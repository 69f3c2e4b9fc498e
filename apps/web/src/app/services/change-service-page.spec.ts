import { TestBed } from '@angular/core/testing';
import { openPage, wordsOf } from '../platform/page.harness';
import { problemOf } from '../platform/problem';
import { ChangeServicePage } from './change-service-page';
import { serviceOf } from './services.fixture';
import { servicesProviders } from './services.routes';

const at = '/api/services/DWP-001';
const refused = { status: 412, statusText: 'Precondition failed' };
const before = serviceOf({ owner: 'Ada Lead', description: 'A licence', address: null });

async function open() {
  const opened = await openPage(
    '/services/DWP-001/change',
    [
      {
        path: 'services/:reference/change',
        component: ChangeServicePage,
        providers: servicesProviders,
      },
      { path: 'services/:reference', children: [] },
    ],
    { role: 'digital_lead' },
  );
  const answer = async (changes: Partial<typeof before> = {}) => {
    opened.http.expectOne(at).flush({ ...before, ...changes });
    await opened.settle();
  };
  const sent = () => opened.http.expectOne({ method: 'PATCH', url: at });
  await answer();
  const rows = () =>
    [...opened.page().querySelectorAll('tbody tr')].map((row) => [...row.children].map(wordsOf));
  return { ...opened, answer, sent, rows };
}

describe("changing a service's details while somebody else does", () => {
  it('puts back nothing that was not touched, and shows what will be saved', async () => {
    const { answer, press, rows, sent, submit, type } = await open();
    type('description', 'A licence to fish');
    await submit();
    sent().flush(problemOf('changed_since_read'), refused);
    await answer({ owner: 'Sam Oak', address: 'https://www.gov.uk/fish', version: 9 });
    expect(rows().slice(2, 6)).toEqual([
      ['Description', 'A licence', 'A licence to fish (different)', 'A licence to fish'],
      ['Service address', 'https://www.gov.uk/fish', 'Not changed', 'https://www.gov.uk/fish'],
      jasmine.any(Array),
      ['Senior responsible owner', 'Sam Oak', 'Not changed', 'Sam Oak'],
    ] as never);
    await press('Save what I typed');
    const { request } = sent();
    expect(request.headers.get('If-Match')).toBe('"9"');
    expect(request.body).toEqual(
      jasmine.objectContaining({
        description: 'A licence to fish',
        owner: 'Sam Oak',
        address: 'https://www.gov.uk/fish',
      }),
    );
  });

  it('says of every version whose it is where a narrow screen shows one below the other', async () => {
    const { answer, page, sent, submit, type } = await open();
    type('description', 'A licence to fish');
    await submit();
    sent().flush(problemOf('changed_since_read'), refused);
    await answer({ owner: 'Sam Oak', version: 9 });
    expect(page().querySelector('table')!.classList).toContain('hw-cards');
    for (const row of page().querySelectorAll('tbody tr'))
      expect([...row.querySelectorAll('td')].map((cell) => cell.dataset['label'])).toEqual([
        'Saved now, by somebody else',
        'What you typed',
        'What will be saved',
      ]);
  });

  it('asks whose counts where both changed the same, each to something else', async () => {
    const { answer, page, press, sent, settle, submit, type } = await open();
    type('owner', 'Mine');
    await submit();
    sent().flush(problemOf('changed_since_read'), refused);
    await answer({ owner: 'Theirs', version: 9 });
    expect(page().querySelectorAll('input[type=radio]').length).toBe(2);
    page().querySelector<HTMLInputElement>('input[value=theirs]')!.click();
    await settle();
    await press('Save what I typed');
    expect(sent().request.body).toEqual(jasmine.objectContaining({ owner: 'Theirs' }));
  });

  it('goes back to the form with theirs where it was not touched', async () => {
    const { answer, field, press, sent, submit, type } = await open();
    type('description', 'Mine');
    await submit();
    sent().flush(problemOf('changed_since_read'), refused);
    await answer({ owner: 'Sam Oak', version: 9 });
    await press('Go back to what I typed');
    expect([field('description').value, field('owner').value]).toEqual(['Mine', 'Sam Oak']);
  });

  it('saves what was put back after an attempt of one’s own whose answer was lost', async () => {
    const { answer, press, sent, settle, submit, type } = await open();
    type('owner', 'First');
    type('description', 'Mine');
    await submit();
    sent().flush(problemOf('unavailable'), { status: 503, statusText: 'Away' });
    await settle();
    type('owner', 'Ada Lead');
    await submit();
    sent().flush(problemOf('changed_since_read'), refused);
    await answer({ owner: 'First', description: 'Mine', version: 9 });
    await press('Save what I typed');
    expect(sent().request.body).toEqual(jasmine.objectContaining({ owner: 'Ada Lead', description: 'Mine' }));
  });

  it('saves again by itself where only other things changed, but never before it was sent', async () => {
    const { answer, http, sent, submit, type } = await open();
    type('description', 'Mine');
    await submit();
    sent().flush(problemOf('changed_since_read'), refused);
    await answer({ stage: 'live', version: 9 });
    expect(sent().request.headers.get('If-Match')).toBe('"9"');
    http.verify();
    TestBed.resetTestingModule();
  });
});
