import {
  type OrganisationLine,
  departmentLines,
  departmentsSpread,
  departmentsTable,
  lineWords,
} from './department-lines.js';
import { counts } from './counts.fixture.js';

const line = (name: string, parent: string | null, ...live: (number | null)[]): OrganisationLine => ({
  organisation: { slug: name.toLowerCase(), name, parent },
  quarters: live.map((some) => (some === null ? null : { name, counts: counts(0, 10 - some, some, 0) })),
});
const silent: OrganisationLine = {
  ...line('Silent', null),
  quarters: [0, 1].map(() => ({ name: 'Silent', counts: counts(0, 0, 0, 0, 3) })),
};
const all = [
  line('Apple', null, 8, 7),
  line('Birch', null, 1, 5),
  line('Core', 'apple', 8, 8),
  silent,
  line('Yew', null, 2, null),
];

describe('departments over the quarters', () => {
  const names = (sortedBy: 'name' | 'share' | 'change') =>
    departmentLines(all, sortedBy).map(({ organisation }) => organisation.name);

  it('come as the reader sorts them, without their parts, the silent last', () => {
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
    it(`say of ${what}: ${words}`, () => expect(lineWords(one)).toBe(words));

  it('are so far apart, without their parts', () =>
    expect(departmentsSpread([{ on: '2025-12-31' }, { on: '2026-03-31' }], all)).toBe(
      'On 31 March 2026 the share that is live or beyond was lowest in Birch, 50%, and highest in Apple, 70%: 20 points apart. On 31 December 2025 the lowest and the highest were 70 points apart.',
    ));

  it('are a table of shares, each opening its services of the day', () => {
    const quarters = [
      { quarter: '2025-26-Q3', on: '2025-12-31' },
      { quarter: '2025-26-Q4', on: '2026-03-31' },
    ];
    const { columns, lines } = departmentsTable(quarters, departmentLines(all));
    expect(columns).toEqual(['Q3 2025-26', 'Q4 2025-26']);
    expect(lines[3]!.figures.map(({ value }) => value)).toEqual(['20%', 'not there']);
    expect(lines[0]!.figures[0]!.narrowing).toEqual({
      organisation: 'apple',
      stage: ['live', 'redesigned'],
      on: '2025-12-31',
    });
    // What a change is made of is since the first quarter that it is told of.
    expect(lines.map(({ share }) => share.since)).toEqual(['2025-12-31', '2025-12-31', undefined, undefined]);
  });
});
