import { returnCounts } from '@headway/domain';
import { quarterWith, returnOf, revisionOf } from './quarters.fixture';
import { open } from './quarters.harness';

const planned = quarterWith({
  id: '2025-26-Q4',
  from: '2026-01-01',
  to: '2026-03-31',
  state: 'planned',
  dueOn: null,
});
const now = quarterWith({ returns: returnCounts(['draft', 'signed_off', 'signed_off', 'excused']) });
const before = quarterWith({
  ...{ id: '2025-26-Q2', from: '2025-07-01', to: '2025-09-30', state: 'closed', dueOn: '2025-10-28' },
  revisions: [revisionOf(1), revisionOf(2, 'A wrong date')],
});
const list = { items: [planned, now, before], page: 1, pageSize: 50, total: 3 };

describe('the page of all quarters', () => {
  it('says of each its state, due date, returns and revisions', async () => {
    const { http, links, rows, settle } = await open('/quarters', 'viewer');
    http.expectOne('/api/quarters?page=1').flush(list);
    await settle();
    expect(rows()).toEqual([
      ['Q4 2025-26 (January to March 2026)', 'Planned', '–', '–', '–'],
      ['Q3 2025-26 (October to December 2025)', 'Open', '29 January 2026', '2 of 4', '–'],
      [
        ...['Q2 2025-26 (July to September 2025)', 'Closed', '28 October 2025', '0 of 0'],
        'Revision 2 of Q2 2025-26 (July to September 2025), 3 February 2026' +
          'Revision 1 of Q2 2025-26 (July to September 2025), 3 February 2026',
      ],
    ]);
    expect(links()).toContain('/quarters/2025-26-Q2/review?revision=1');
    http.verify();
  });

  it('leads those who prepare a return to their own', async () => {
    const own = returnOf('A', { state: 'draft' });
    const { answer, http, links, settle, text } = await open('/quarters', 'digital_lead', [
      own.organisation.id,
    ]);
    http.expectOne('/api/quarters?page=1').flush(list);
    await settle();
    await answer(now, { items: [own] });
    expect(text()).toContain('Your return for Q3 2025-26');
    expect(text()).toContain('Continue your return: Department A');
    expect(links()).toContain('/quarters/2025-26-Q3/returns/a');
  });

  it('has pages, which live in the address', async () => {
    const { http, links, settle } = await open('/quarters?page=2', 'viewer');
    http.expectOne('/api/quarters?page=2').flush({ ...list, page: 2, total: 103 });
    await settle();
    expect(links()).toEqual(jasmine.arrayContaining(['/quarters?page=1', '/quarters?page=3']));
  });
});
