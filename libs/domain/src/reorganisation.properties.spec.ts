import fc from 'fast-check';
import { existsOn, partOfItself, stateOn } from './organisation-history.js';
import { ownedOn } from './ownership.js';
import { planReorganisation } from './reorganisation-plan.js';
import { made, organisation, service } from './reorganisation.fixture.js';
import type { KnownToReorganise, Reorganisation } from './reorganisation.js';

const today = '2026-07-01';

describe('any reorganisation', () => {
  const slugs = ['a', 'b', 'c', 'd', 'e'];
  const anyday = fc.constantFrom('2020-01-01', '2021-01-01', '2022-01-01', '2023-01-01', '2024-01-01');
  const one = fc.constantFrom(...slugs);
  const receiver = fc.oneof(
    one,
    fc.constantFrom('Third', 'Fourth').map((name) => made(name)),
  );
  const references = fc.uniqueArray(fc.constantFrom('S-0', 'S-1', 'S-2', 'S-3', 'S-4'), { maxLength: 3 });
  const part = fc.record({ into: receiver, services: references, organisations: fc.constant([]) });
  const any = fc.oneof(
    fc.record({
      kind: fc.constant('merge' as const),
      on: anyday,
      organisations: fc.uniqueArray(one, { minLength: 1, maxLength: 3 }),
      into: receiver,
    }),
    fc.record({
      kind: fc.constant('split' as const),
      on: anyday,
      organisation: one,
      parts: fc.array(part, { minLength: 2, maxLength: 3 }),
    }),
    fc.record({
      kind: fc.constant('transfer' as const),
      on: anyday,
      from: one,
      to: receiver,
      services: references,
      organisations: fc.subarray(['b', 'd']),
    }),
    fc.record({
      kind: fc.constant('move' as const),
      on: anyday,
      organisation: one,
      parent: fc.option(one),
    }),
    fc.record({
      kind: fc.constant('rename' as const),
      on: anyday,
      organisation: one,
      name: fc.constantFrom('Third', 'Fourth', 'Department A', 'Department C'),
      abbreviation: fc.constantFrom(null, 'A', 'Third'),
    }),
  );
  const world = (): KnownToReorganise => ({
    organisations: slugs.map((slug, n) => organisation(slug.toUpperCase(), n % 2 ? slugs[n - 1]! : null)),
    services: slugs.map((slug, n) => service(`S-${n}`, slug)),
  });
  const days = [
    '0001-01-01',
    '2020-01-01',
    '2021-01-01',
    '2022-01-01',
    '2023-01-01',
    '2024-01-01',
    '2030-01-01',
  ];

  /** What there is after all of them that break no rule. */
  const after = (requests: readonly Reorganisation[]) =>
    requests.reduce((now, request) => {
      const result = planReorganisation(request, now, today);
      if ('broken' in result) return now;
      const organisations = new Map(now.organisations.map((each) => [each.slug, each]));
      for (const { history } of result.organisations) organisations.set(history.slug, history);
      const services = new Map(now.services.map((each) => [each.reference, each]));
      for (const { reference, periods } of result.services) services.set(reference, { reference, periods });
      return { organisations: [...organisations.values()], services: [...services.values()] };
    }, world());
  const holds = (rule: (now: KnownToReorganise) => boolean) =>
    expect(() =>
      fc.assert(
        fc.property(fc.array(any, { minLength: 1, maxLength: 8 }), (requests) => rule(after(requests))),
        { numRuns: 1000 },
      ),
    ).not.toThrow();

  it('leaves every service with one owner on every day, who exists then', () =>
    holds(({ organisations, services }) =>
      services.every(({ periods }) =>
        days.every((day) => {
          const owner = organisations.find(({ slug }) => slug === ownedOn(periods, day).organisation)!;
          return existsOn(owner, day);
        }),
      ),
    ));

  it('leaves no organisation part of one that does not exist', () =>
    holds(({ organisations }) =>
      organisations.every((each) =>
        days
          .filter((day) => existsOn(each, day))
          .every((day) => {
            const { parent } = stateOn(each.periods, day);
            return (
              parent === null ||
              existsOn(
                organisations.find(({ slug }) => slug === parent)!,
                day,
              )
            );
          }),
      ),
    ));

  it('leaves no organisation part of itself on any day', () =>
    holds(({ organisations }) => partOfItself(organisations) === null));

  it('leaves no name with two that are there on one day', () =>
    holds(({ organisations }) =>
      days.every((day) => {
        const names = organisations
          .filter((each) => existsOn(each, day))
          .flatMap(({ periods }) => {
            const { name, abbreviation } = stateOn(periods, day);
            return [...new Set([name.toLowerCase(), abbreviation?.toLowerCase() ?? name.toLowerCase()])];
          });
        return new Set(names).size === names.length;
      }),
    ));

  it('is a story that mostly can be told', () => {
    const told = fc
      .sample(any, 500)
      .filter((request) => !('broken' in planReorganisation(request, world(), today))).length;
    expect(told).toBeGreaterThan(100);
  });
});
