import { isShown, pulseCounts, pulseRespondents } from './pulse-counts.js';
import { type Grade, grades } from './pulse-questions.js';
import { type Crowd, survey } from './pulse.fixture.js';

/** Who is shown: organisations, "+" where by grade as well; all of government is "all". */
function shown(took: Readonly<Record<string, Crowd>>, secondary = true): string {
  const { groups, tree } = pulseCounts(survey(took), secondary);
  return [...tree.under.keys()]
    .toReversed()
    .filter((key) => isShown(groups, key))
    .map((key) => `${key ?? 'all'}${isShown(groups, key, 'other') ? '+' : ''}`)
    .join(' ');
}

describe('groups of who took part', () => {
  const cases: readonly [what: string, took: Record<string, Crowd>, shown: string][] = [
    ['nobody at all', { a: [0, 0, 0] }, 'all+ a+'],
    ['nine', { a: [0, 0, 9] }, ''],
    ['ten', { a: [0, 0, 10] }, 'all a'],
    ['ten, with nine in a part', { a: [0, 0, 1], 'a/b': [0, 0, 9] }, 'all a'],
    ['a small part beside a large', { a: [0, 0, 5], 'a/b': [0, 0, 20] }, 'all a'],
    [
      'two small parts that hide each other',
      { a: [0, 0, 5], 'a/b': [0, 0, 5], 'a/c': [0, 0, 20] },
      'all a c',
    ],
    ['parts that come to their whole', { a: [0, 0, 0], 'a/b': [0, 0, 10], 'a/c': [0, 0, 20] }, 'all a c b'],
    ['a small department', { a: [0, 0, 9], b: [0, 0, 30], c: [0, 0, 20] }, 'all b'],
    ['two small departments', { a: [0, 0, 5], b: [0, 0, 5], c: [0, 0, 20] }, 'all c'],
    ['a department nobody answered from', { a: [0, 0, 0], b: [0, 0, 30] }, 'all b a+'],
    [
      'a small part three levels down',
      { a: [0, 0, 0], 'a/b': [0, 0, 15], 'b/c': [0, 0, 4], 'b/d': [0, 0, 30], 'a/e': [0, 0, 12] },
      'all a e b d',
    ],
    [
      'what is left of it too small two levels up',
      { a: [0, 0, 4], 'a/b': [0, 0, 15], 'b/c': [0, 0, 12], 'a/d': [0, 0, 40] },
      'all a d c',
    ],
    ['grades of ten', { a: [10, 10, 10] }, 'all+ a+'],
    ['one grade of nine', { a: [9, 40, 200] }, 'all a'],
    ['nobody of one grade', { a: [0, 40, 200] }, 'all a'],
    ['grades that would tell the rest of them', { a: [12, 20, 50], b: [3, 20, 50] }, 'all+ b a'],
    [
      'grades with a rest that is large enough',
      { a: [12, 20, 50], b: [3, 20, 50], c: [7, 20, 50] },
      'all+ c b a+',
    ],
  ];
  for (const [what, took, groups] of cases)
    it(`of ${what}: ${groups || 'none'}`, () => expect(shown(took)).toBe(groups));

  it('are more without secondary suppression', () =>
    expect(shown({ a: [0, 0, 9], b: [0, 0, 30], c: [0, 0, 20] }, false)).toBe('all c b'));

  it('have their size, or none', () => {
    const counts = pulseCounts(survey({ a: [12, 20, 50], b: [3, 0, 0] }));
    const sizes = (key: string | null) =>
      [null, ...grades].map((grade: Grade | null) => pulseRespondents(counts, key, grade));
    expect(sizes(null)).toEqual([85, 15, 20, 50]);
    expect(sizes('a')).toEqual([null, null, null, null]);
    expect(sizes('gone')).toEqual([null, null, null, null]);
  });

  it('hide how many took part in all only where they are 1 to 9, whatever they left out', () => {
    for (const people of [0, 1, 9, 10, 40])
      for (const answered of [0, 1, 9, 10, 40].filter((some) => some <= people))
        for (const [a, b] of [
          [people, 0],
          [people - 1, 1],
        ] as const) {
          if (a < 0) continue;
          const took = { a: [0, 0, a], b: [0, 0, b] } as const;
          const impact = { some: { a: [0, 0, Math.min(a, answered)] } } as const;
          const counts = pulseCounts(survey(took, { impact }));
          expect(pulseRespondents(counts, null))
            .withContext(`${answered} of ${a} and ${b}`)
            .toBe(people > 0 && people < 10 ? null : people);
        }
  });

  it('are of organisations of the wave', () => {
    const { organisations, version } = survey({ a: [0, 0, 10] });
    const { tallies } = survey({ b: [0, 0, 10] });
    expect(() => pulseCounts({ organisations, version, tallies })).toThrowError(RangeError);
  });
});

describe('groups of a question', () => {
  const took: Record<string, Crowd> = { a: [20, 20, 20], b: [5, 5, 20] };
  const even = { a: [5, 5, 5], b: [1, 1, 5] } as const;
  const rest = { a: [15, 15, 15], b: [4, 4, 15] } as const;
  const groupsOf = (options: Record<string, Record<string, Crowd>>) => {
    const { groups } = pulseCounts(survey(took, { impact: options })).questions.get('impact')!;
    const all = [null, 'a', 'b'] as const;
    return all
      .filter((key) => isShown(groups, key))
      .map((key) => `${key ?? 'all'}${isShown(groups, key, 'other') ? '+' : ''}`)
      .join(' ');
  };
  const cases: readonly [what: string, options: Record<string, Record<string, Crowd>>, shown: string][] = [
    ['all answered and gave each answer', { significant: even, some: rest }, 'all+ a b'],
    [
      'of which an answer of few comes from one row',
      { significant: { b: [2, 1, 1] }, some: { a: [20, 20, 20], b: [3, 4, 19] } },
      'all a b',
    ],
    [
      'of which an answer comes from one row with enough of each grade',
      { significant: { a: [2, 1, 1] }, some: { a: [18, 19, 19], b: [5, 5, 20] } },
      'all+ a b',
    ],
    [
      'of which an answer comes from one grade',
      { significant: { a: [2, 0, 0], b: [1, 0, 0] }, some: { a: [18, 20, 20], b: [4, 5, 20] } },
      'all a b',
    ],
    ['that fewer than half answered', { significant: { a: [10, 10, 10] }, some: { b: [4, 5, 5] } }, 'all'],
    ['that fewer than ten answered', { significant: { a: [2, 2, 2] } }, ''],
    ['that nobody answered', {}, 'all'],
    [
      'that too few of one organisation answered',
      { significant: { a: [20, 20, 20] }, some: { b: [3, 3, 3] } },
      'all+',
    ],
  ];
  for (const [what, options, groups] of cases)
    it(`${what}: ${groups || 'none'}`, () => expect(groupsOf(options)).toBe(groups));

  it('show no grades where all of a grade in a row must be those who did not answer', () => {
    const apart: Record<string, Crowd> = {
      a: [0, 5, 5],
      'a/b': [10, 5, 1],
      'a/c': [1, 1, 13],
      'a/d': [5, 5, 1],
    };
    const impact = {
      significant: { a: [0, 5, 0], 'a/b': [5, 5, 0] },
      some: { a: [0, 0, 5], 'a/c': [1, 1, 13], 'a/d': [5, 5, 1] },
    } as const;
    // Nobody of another grade said significant and nobody of b said some: the 6 of b who did not answer have them.
    const { groups } = pulseCounts(survey(apart, { impact })).questions.get('impact')!;
    expect([...groups.byGrade]).toEqual([]);
  });

  it('show no grades where they would tell of an organisation that is hidden between those shown', () => {
    const between: Record<string, Crowd> = {
      a: [10, 0, 0],
      'a/b': [10, 5, 2],
      'a/c': [10, 5, 2],
      d: [0, 0, 7],
    };
    const impact = {
      some: { 'a/b': [0, 0, 1], 'a/c': [0, 1, 0] },
      significant: { a: [10, 0, 0], 'a/b': [10, 5, 1], 'a/c': [10, 4, 2], d: [0, 0, 7] },
    } as const;
    // Of which part the one of another grade is who said "some" is open, but a part of a it is.
    const { groups } = pulseCounts(survey(between, { impact })).questions.get('impact')!;
    expect([...groups.everyone]).toEqual([null, 'b', 'c']);
    expect([...groups.byGrade]).toEqual([]);
    const { groups: took } = pulseCounts(survey(between));
    expect([...took.byGrade]).toEqual([null]);
  });

  it('show no grades of a question that would tell a group together with another', () => {
    const three = { a: [5, 10, 10], b: [5, 20, 20], c: [5, 20, 20] } as const;
    // At most 5 senior civil servants of a: of a's answers senior civil servants gave one, and of that a gave 5.
    const impact = {
      significant: { a: [10, 0, 0], b: [0, 3, 0] },
      some: { a: [0, 10, 10], b: [0, 0, 20], c: [0, 0, 20] },
      none: { b: [5, 17, 0], c: [5, 20, 0] },
    } as const;
    // At least 5: the 25 of a and the 15 senior civil servants who are very confident are 35 people.
    const confidence = {
      very_confident: { a: [5, 10, 10], b: [5, 0, 0], c: [5, 0, 0] },
      not_very_confident: { b: [0, 20, 20], c: [0, 20, 20] },
    } as const;
    const graded = (gave: NonNullable<Parameters<typeof survey>[1]>) => {
      const { questions } = pulseCounts(survey(three, gave));
      return (Object.keys(gave) as (keyof typeof gave)[]).filter(
        (id) => questions.get(id)!.groups.byGrade.size > 0,
      );
    };
    expect(graded({ impact })).toEqual(['impact']);
    expect(graded({ confidence })).toEqual(['confidence']);
    expect(graded({ impact, confidence })).toEqual(['impact']);
  });
});
