import fc from 'fast-check';
import { type KnownRecord, inForce, stageSince, timeline } from './timeline.js';
import { record } from './stage-record.fixture.js';
import { goesBack, stages } from './stage.js';

const day = (n: number) => new Date(Date.UTC(2025, 0, 1 + n)).toISOString().slice(0, 10);
/** Few days, so that records often share one. */
const anyDay = () => fc.nat(12).map(day);
const anyStage = () => fc.constantFrom(...stages);

const history = (days: fc.Arbitrary<string> = anyDay()) =>
  fc
    .array(fc.record({ on: days, stage: anyStage(), back: fc.option(anyStage()) }), { maxLength: 12 })
    .map((all) => all.map(({ on, stage, back }, i) => record(i + 1, on, stage, { backOffice: back })));

/** The same records in two orders. */
const twice = () =>
  history().chain((records) =>
    fc.tuple(
      fc.constant(records),
      fc.shuffledSubarray(records, { minLength: records.length, maxLength: records.length }),
    ),
  );

const holds = <T extends [unknown, ...unknown[]]>(property: fc.IPropertyWithHooks<T>) =>
  expect(() => fc.assert(property, { numRuns: 300 })).not.toThrow();

describe('any history', () => {
  it('has the same record in force in whatever order its records come', () =>
    holds(
      fc.property(twice(), anyDay(), ([a, b], on) => inForce(a, on)?.sequence === inForce(b, on)?.sequence),
    ));

  it('has in force the last written of the latest date by then', () =>
    holds(
      fc.property(history(), anyDay(), (records, on) => {
        const found = inForce(records, on);
        const past = records.filter(({ effectiveOn }) => effectiveOn <= on);
        if (!found) return past.length === 0;
        return past.every(
          ({ effectiveOn, sequence }) =>
            effectiveOn < found.effectiveOn ||
            (effectiveOn === found.effectiveOn && sequence <= found.sequence),
        );
      }),
    ));

  it('is not changed in the past by a record of a later date', () =>
    holds(
      fc.property(history(), anyStage(), fc.nat(11), (records, stage, n) => {
        const later = record(99, day(n + 1), stage);
        return inForce([...records, later], day(n)) === inForce(records, day(n));
      }),
    ));

  it('has the same timeline in whatever order its records come, each record once', () =>
    holds(
      fc.property(twice(), ([a, b]) => {
        const said = (records: KnownRecord[]) => timeline(records).map((r) => `${r.sequence} ${r.kind}`);
        const once = new Set(timeline(a).map(({ sequence }) => sequence)).size === a.length;
        return once && said(a).join() === said(b).join();
      }),
    ));

  it('has kinds that fit the stages beside them', () =>
    holds(
      fc.property(history(), (records) => {
        const oldestFirst = timeline(records).reverse();
        return oldestFirst.every(({ kind, stage, effectiveOn }, i) => {
          if (oldestFirst[i + 1]?.effectiveOn === effectiveOn) return kind === 'superseded';
          const before = oldestFirst.findLast((one) => one.effectiveOn < effectiveOn)?.stage;
          if (before === undefined) return kind === 'first';
          if (before === stage) return kind === 'restated' || kind === 'detail';
          return kind === (goesBack(before, stage) ? 'went_backwards' : 'move');
        });
      }),
    ));

  it('has its stage in force on every day from the day it is said to have been since', () =>
    holds(
      fc.property(history(), (records) => {
        const since = stageSince(records);
        if (since === null) return records.length === 0;
        const now = inForce(records, day(99))!.stage;
        const days = Array.from({ length: 20 }, (_, n) => day(n)).filter((on) => on >= since);
        return days.every((on) => inForce(records, on)!.stage === now);
      }),
    ));

  it('has another stage, or none, before the day its stage has been since, where no two records share a day', () =>
    holds(
      fc.property(history(), (records) => {
        const oneADay = [...new Map(records.map((r) => [r.effectiveOn, r])).values()];
        const since = stageSince(oneADay);
        if (since === null) return true;
        const earlier = oneADay.filter(({ effectiveOn }) => effectiveOn < since);
        return inForce(earlier, day(99))?.stage !== inForce(oneADay, day(99))!.stage;
      }),
    ));
});
