import type { Pack } from '@headway/domain';
import { publicationOf } from './workbook-form.js';

const column = (key: string, blank: 'x' | 'z') =>
  ({ key, header: key, type: 'text', unit: null, blank, notes: [] }) as const;

const pack: Pack = {
  ...{
    title: 'Services',
    subtitle: 'Today',
    revision: 2,
    frozenAt: '2026-04-01T09:00:00Z',
    contact: 'a@b.c',
  },
  ...{ facts: [], headline: [], sections: [], notes: {}, definitions: [] },
  changes: { lastQuarter: [], lastYear: [] },
  tables: [
    {
      ...{ key: 'services', name: 'Services', title: 'Services', headers: 1, lines: [], notes: [] },
      columns: [column('reference', 'x'), column('owner', 'z'), column('address', 'x')],
      rows: [
        { key: 'A', level: 0, cells: ['A', null, null], revised: ['owner'], suppressed: [] },
        {
          key: 'B',
          level: 0,
          cells: ['B', 'Me', null],
          revised: ['owner', 'address'],
          suppressed: ['address'],
        },
      ],
    },
  ],
};

describe('the sheets of a pack', () => {
  it('mark what is revised beside what stands for it, be it nothing or not told', () =>
    expect(publicationOf(pack).sheets[0]!.rows).toEqual([
      ['A', { mark: 'z', revised: true }, null],
      ['B', { value: 'Me', revised: true }, { mark: 'c', revised: true }],
    ]));
});
