import type { Trend } from '@headway/contract';
import { counts, portfolioOf } from './portfolio.fixture';
import { departmentLines, departmentsChart, panelText, trendChart } from './trend.charts';

type Line = Trend['byOrganisation'][number];
const line = (name: string, parent: string | null, ...live: (number | null)[]): Line => ({
  organisation: { slug: name.toLowerCase(), name, abbreviation: null, parent },
  quarters: live.map((some) =>
    some === null ? null : { name, counts: counts({ live: some, in_progress: 10 - some }) },
  ),
});
const silent: Line = {
  ...line('Silent', null),
  quarters: [0, 1].map(() => ({ name: 'Silent', counts: counts({ not_recorded: 3 }) })),
};
const { byOrganisation: _, boundaries: __, on: ___, ...figures } = portfolioOf();
const trendOf = (...byOrganisation: Line[]): Trend => ({
  boundaries: 'then',
  quarters: [
    { quarter: '2025-26-Q3', on: '2025-12-31', ...figures, total: counts({ in_progress: 9, live: 1 }) },
    { quarter: '2025-26-Q4', on: '2026-03-31', ...figures, total: counts({ not_recorded: 2 }) },
  ],
  byOrganisation,
});

describe('charts over time', () => {
  const all = trendOf(
    line('Apple', null, 8, 7),
    line('Birch', null, 1, 5),
    line('Core', 'apple', 8, 8),
    silent,
    line('Yew', null, 2, null),
  );
  const names = (sortBy: 'name' | 'share' | 'change') =>
    departmentLines(all, sortBy).map(({ organisation }) => organisation.name);

  it('show departments as the reader sorts them, without their parts, the silent last', () => {
    expect(names('name')).toEqual(['Apple', 'Birch', 'Silent', 'Yew']);
    expect(names('share')).toEqual(['Apple', 'Birch', 'Silent', 'Yew']);
    expect(names('change')).toEqual(['Birch', 'Apple', 'Silent', 'Yew']);
  });

  for (const [what, one, words] of [
    ['a rise', line('A', null, 1, 5), '50%, 40 points up'],
    ['a newcomer', line('A', null, null, 5), '50%'],
    ['one that has ended', line('A', null, 5, null), 'No longer counted'],
    ['one that says nothing', silent, 'Nothing recorded'],
  ] as const)
    it(`say of ${what}: ${words}`, () => expect(panelText(one)).toBe(words));

  it('break where nothing is recorded or counted, rather than fall to nothing', () => {
    expect(trendChart(all, '', 800).table.rows.map(([, , inProgress]) => inProgress)).toEqual(['90%', '']);
    const chart = departmentsChart(all, departmentLines(all, 'name'), '', 800);
    expect(chart.table.rows).toContain(['Yew', '20%', '']);
  });
});
