import fc from 'fast-check';
import {
  type Movement,
  type MovementKind,
  type Standing,
  addedUp,
  comparisonCoverage,
  comparisonOf,
  liveOrBeyondChange,
  movementKind,
  movementKinds,
  standings,
} from './comparison.js';

const moved = (before: Standing, after: Standing, services: number): Movement => ({
  before,
  after,
  services,
});

describe('how a service moved between two dates', () => {
  const table: Readonly<Record<Standing, readonly (MovementKind | null)[]>> = {
    // after:     not_started   in_progress   live          redesigned    not_recorded  absent
    not_started: ['stayed', 'up', 'up', 'up', 'unrecorded', 'left'],
    in_progress: ['down', 'stayed', 'up', 'up', 'unrecorded', 'left'],
    live: ['down', 'down', 'stayed', 'up', 'unrecorded', 'left'],
    redesigned: ['down', 'down', 'down', 'stayed', 'unrecorded', 'left'],
    not_recorded: ['unrecorded', 'unrecorded', 'unrecorded', 'unrecorded', 'unrecorded', 'left'],
    absent: ['entered', 'entered', 'entered', 'entered', 'entered', null],
  };
  for (const before of standings)
    for (const [index, after] of standings.entries())
      it(`from ${before} to ${after} is ${table[before][index]}`, () =>
        expect(movementKind(before, after)).toBe(table[before][index]!));
});

describe('a comparison of two dates', () => {
  it('tells the same services from those that entered and left', () => {
    const comparison = comparisonOf('2025-09-30', [
      moved('in_progress', 'live', 3),
      moved('live', 'live', 5),
      moved('live', 'in_progress', 1),
      moved('not_recorded', 'live', 2),
      moved('absent', 'not_started', 4),
      moved('live', 'absent', 6),
    ]);
    expect(comparison.overall.before).toEqual(
      jasmine.objectContaining({ services: 17, in_progress: 3, live: 12, not_recorded: 2 }),
    );
    expect(comparison.overall.after).toEqual(
      jasmine.objectContaining({ services: 15, not_started: 4, in_progress: 1, live: 10, not_recorded: 0 }),
    );
    expect(comparison.sameServices.services).toBe(9);
    expect(comparison.sameServices.before.live).toBe(6);
    expect(comparison.sameServices.after.live).toBe(8);
    expect([comparison.entered, comparison.left]).toEqual([4, 6]);
    expect(comparisonCoverage(comparison)).toBe(60);
  });

  it('warns where the same services went one way and the whole the other', () => {
    // 180 of 200 and then 123 of 150, while of the 50 that were there both times 39 were and then 41.
    const comparison = comparisonOf('2013-12-31', [
      ...[moved('live', 'live', 39), moved('in_progress', 'live', 2), moved('in_progress', 'in_progress', 9)],
      ...[moved('live', 'absent', 141), moved('in_progress', 'absent', 9)],
      ...[moved('absent', 'live', 82), moved('absent', 'in_progress', 18)],
    ]);
    expect(liveOrBeyondChange(comparison.overall)).toBeCloseTo(-8);
    expect(liveOrBeyondChange(comparison.sameServices)).toBeCloseTo(4);
    expect(comparison.disagrees).toBeTrue();
  });

  it('does not warn where one of them did not change, or there is nothing to compare', () => {
    expect(
      comparisonOf('2026-01-01', [moved('live', 'live', 1), moved('absent', 'in_progress', 1)]).disagrees,
    ).toBeFalse();
    expect(comparisonOf('2026-01-01', []).disagrees).toBeFalse();
    expect(comparisonCoverage(comparisonOf('2026-01-01', []))).toBeNull();
  });

  it('adds up, whatever moved where', () => {
    const movement = fc.record({
      before: fc.constantFrom(...standings),
      after: fc.constantFrom(...standings),
      services: fc.nat(500),
    });
    const property = fc.property(fc.array(movement), (all) => {
      const counting = all.filter(({ before, after }) => movementKind(before, after) !== null);
      const { overall, sameServices, entered, left } = comparisonOf('2026-01-01', counting);
      const of = (kind: MovementKind) =>
        addedUp(counting.filter(({ before, after }) => movementKind(before, after) === kind));
      expect(movementKinds.map(of).reduce((a, b) => a + b)).toBe(addedUp(counting));
      expect(overall.after.services).toBe(sameServices.services + entered + of('unrecorded'));
      expect(overall.before.services).toBe(sameServices.services + left + of('unrecorded'));
      expect(sameServices.before.services).toBe(sameServices.after.services);
      expect(sameServices.after.not_recorded + sameServices.before.not_recorded).toBe(0);
    });
    expect(() => fc.assert(property, { numRuns: 500 })).not.toThrow();
  });
});
