import { counts } from './counts.fixture.js';
import type { Counts } from './counts.js';
import { allCounts } from './figures.fixture.js';
import { type TrendMeasure, measures, trendMeasures } from './trend-measures.js';
import { type QuarterCounts, recordedBetween, trendLinesOf, trendSentence, trendTable } from './trend.js';

const quarter = (id: string, on: string, total: Counts): QuarterCounts => ({
  ...allCounts(),
  ...{ quarter: id, on, total },
});

const none = quarter('2023-24-Q4', '2024-03-31', counts(0, 0, 0, 0, 3));
const some = quarter('2024-25-Q4', '2025-03-31', counts(0, 84, 16, 0));
const more = quarter('2025-26-Q4', '2026-03-31', counts(0, 73, 20, 7));

describe('the days of a trend with anything recorded', () => {
  it('are the first and the last of them', () =>
    expect(recordedBetween([none, some, more])).toEqual({ from: '2025-03-31', to: '2026-03-31' }));
  it('are none to compare where there is one, or none', () => {
    expect(recordedBetween([none, more])).toBeNull();
    expect(recordedBetween([none])).toBeNull();
  });
});

describe('a trend in words', () => {
  for (const [what, quarters, words] of [
    [
      'a rise',
      [none, some, more],
      'From 31 March 2025 to 31 March 2026 the share that is live or beyond went from 16% to 27%, 11 points up.',
    ],
    [
      'no change',
      [some, { ...some, on: '2026-03-31' }],
      'From 31 March 2025 to 31 March 2026 the share that is live or beyond stayed at 16%.',
    ],
    [
      'a change that rounding hides',
      [some, quarter('2025-26-Q4', '2026-03-31', counts(0, 836, 164, 0))],
      'From 31 March 2025 to 31 March 2026 the share that is live or beyond stayed at about 16%, less than 1 point up.',
    ],
    ['one quarter', [none, more], 'On 31 March 2026 the share that is live or beyond was 27%.'],
    ['nothing', [none], 'Nothing is recorded in these quarters.'],
  ] as const)
    it(`says it for ${what}`, () => expect(trendSentence(quarters)).toBe(words));

  const shares: Readonly<Record<TrendMeasure, string>> = {
    stage: 'the share that is live or beyond was 27%',
    external: 'the share of external services that is live or beyond was 46%',
    internal: 'the share of internal services that is live or beyond was 29%',
    online: 'the share that users can complete online was 40%',
    redesign: 'the share that is redesigned was 10%',
    frontOffice: 'the share whose front office is live or beyond was 71%',
    middleOffice: 'the share whose middle office is live or beyond was 0%',
    backOffice: 'Nothing is recorded in these quarters.',
  };
  for (const measure of trendMeasures)
    it(`says it of ${measures[measure].label.toLowerCase()}`, () => {
      const said = trendSentence([more], measure);
      expect(said).toBe(measure === 'backOffice' ? shares[measure] : `On 31 March 2026 ${shares[measure]}.`);
    });
});

describe('a trend as lines', () => {
  it('breaks where nothing is recorded, rather than falls to nothing', () =>
    expect(trendLinesOf([none, some], 'stage').map(({ values }) => values)).toEqual([
      [null, 0],
      [null, 84],
      [null, 16],
      [null, 0],
    ]));

  it('has a line for each state of its measure', () =>
    expect(trendLinesOf([more], 'redesign').map(({ label, values }) => [label, values])).toEqual([
      ['Not started', [55]],
      ['Under way', [35]],
      ['Complete', [10]],
    ]));
});

describe('a trend as a table', () => {
  it('has a line for each quarter, newest first, which says how far a quarter has got', () => {
    const { lines } = trendTable([some, { ...more, on: '2026-02-01' }]);
    expect(lines.map(({ label, share }) => [label, share.value])).toEqual([
      ['Q4 2025-26 to 1 February 2026', '27%'],
      ['Q4 2024-25', '16%'],
    ]);
  });

  for (const measure of trendMeasures)
    it(`of ${measure} adds up to its services, each figure narrowed to its quarter`, () => {
      const { columns, lines } = trendTable([more], measure);
      const [services, ...parts] = lines[0]!.figures.map(({ value }) => value as number);
      expect(parts.reduce((sum, part) => sum + part, 0)).toBe(services!);
      expect(columns.length).toBe(parts.length + 1);
      const all = [...lines[0]!.figures, lines[0]!.share];
      expect(all.every(({ narrowing }) => narrowing.on === '2026-03-31')).toBeTrue();
    });

  it('opens what is behind each figure', () => {
    const [line] = trendTable([more], 'external').lines;
    expect(line!.figures[3]!.narrowing).toEqual({ audience: 'external', stage: ['live'], on: '2026-03-31' });
    const [online] = trendTable([more], 'online').lines;
    expect(online!.share.narrowing).toEqual({ stage: ['live', 'redesigned'], on: '2026-03-31' });
    const [back] = trendTable([more], 'backOffice').lines;
    expect(back!.share.narrowing).toEqual({ backOffice: ['live', 'redesigned'], on: '2026-03-31' });
    expect(back!.figures.at(-1)!.narrowing).toEqual({ backOffice: ['not_recorded'], on: '2026-03-31' });
  });
});

describe('the headings of a trend', () => {
  for (const measure of trendMeasures)
    it(`differ for ${measure}, as a spreadsheet needs them to`, () => {
      const { heading, columns, shareHeading } = trendTable([some, more], measure);
      const headings = [heading, ...columns, shareHeading];
      expect(new Set(headings).size).toBe(headings.length);
    });
});
