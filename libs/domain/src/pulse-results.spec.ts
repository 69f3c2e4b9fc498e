import { pulseCounts } from './pulse-counts.js';
import { pulseMeasureIds, pulseMeasures, pulseResult, pulseResults } from './pulse-results.js';
import { publishedSurvey, survey } from './pulse.fixture.js';

const [now, before] = [pulseCounts(publishedSurvey('now')), pulseCounts(publishedSurvey('before'))];

describe('a pulse result', () => {
  it('has base, share, and change in points with its margin', () => {
    const { status, base, answers, options } = pulseResult(now, before, 'external_online');
    expect([status, base, answers]).toEqual(['shown', 2000, 2000]);
    expect(options.map(({ option, count, share, change }) => [option, count, share, change?.points])).toEqual(
      [
        ['not_started', 400, 20, jasmine.anything()],
        ['in_progress', 1040, 52, 0],
        ['live', 280, 14, jasmine.anything()],
        ['dont_know', 280, 14, 0],
      ],
    );
    const { points, margin } = options[2]!.change!;
    expect(points).toBeCloseTo(3, 9);
    expect(margin).toBeCloseTo(2.05, 2);
  });

  it('takes external and internal together, by answers, with a margin as of people', () => {
    const { base, answers, options } = pulseResult(now, before, 'online');
    expect([base, answers, options[2]!.count, options[2]!.share]).toEqual([2000, 4000, 560, 14]);
    expect(options[2]!.change!.margin).toBeCloseTo(2.05, 2);
  });

  it('of senior civil servants stands beside everyone', () => {
    const senior = pulseResult(now, before, 'confidence', null, 'senior_civil_servant');
    expect([senior.base, senior.options[0]!.share]).toEqual([100, 12]);
  });

  it('has no change where there was no wave, or one that did not show the group', () => {
    const few = pulseCounts(
      survey(
        { dwp: [0, 0, 9], hmrc: [0, 0, 60] },
        { impact: { some: { dwp: [0, 0, 9], hmrc: [0, 0, 60] } } },
      ),
    );
    const changes = (earlier: typeof now | null) =>
      pulseResult(now, earlier, 'impact', 'dwp').options.map(({ change }) => change);
    expect(changes(null)).toEqual([null, null, null, null]);
    expect(changes(few)).toEqual([null, null, null, null]);
    expect(changes(before)).not.toContain(null);
  });

  it('of a group that is not shown says nothing, nor how many answered', () => {
    const few = pulseCounts(
      survey({ a: [0, 0, 5], b: [0, 0, 60] }, { impact: { some: { a: [0, 0, 5], b: [0, 0, 60] } } }),
    );
    const hidden = { status: 'suppressed', base: null, answers: null, options: [] } as const;
    expect(pulseResult(few, now, 'impact', 'a')).toEqual({
      measure: 'impact',
      organisation: 'a',
      grade: null,
      ...hidden,
    });
    expect(pulseResult(few, now, 'impact', 'b')).toEqual(jasmine.objectContaining(hidden));
    expect(pulseResult(few, now, 'impact', null, 'other')).toEqual(jasmine.objectContaining(hidden));
  });

  it('of nobody says so', () => {
    const nobody = { status: 'nobody', base: 0, answers: 0, options: [] } as const;
    expect(pulseResult(now, before, 'barriers')).toEqual(jasmine.objectContaining(nobody));
    expect(pulseResult(now, before, 'impact', 'gone', 'other')).toEqual(jasmine.objectContaining(nobody));
  });
});

describe('pulse results', () => {
  const of = (query: Parameters<typeof pulseResults>[2]) =>
    pulseResults(now, before, query).map(
      ({ measure, organisation, grade }) => `${measure} ${organisation} ${grade}`,
    );

  it('are of each measure, organisation and grade', () => {
    expect(pulseMeasures.map(({ id }) => id)).toEqual([...pulseMeasureIds]);
    expect(new Set(of({})).size).toBe(9 * 3 * 4);
  });

  it('are narrowed by what is asked for', () => {
    expect(
      of({ topics: ['redesign'], audience: 'internal', organisations: ['dwp'], grades: [null] }),
    ).toEqual(['internal_redesign dwp null']);
    expect(of({ audience: 'external', organisations: [null], grades: ['other'] })).toEqual([
      'impact null other',
      'external_online null other',
      'external_redesign null other',
      'confidence null other',
      'barriers null other',
    ]);
  });
});
