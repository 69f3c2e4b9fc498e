import { planReorganisation } from './reorganisation-plan.js';
import { known, made, on, organisation } from './reorganisation.fixture.js';
import {
  type KnownToReorganise,
  type PlannedOrganisation,
  type Reorganisation,
  type ReorganisationPlan,
  servicesOf,
} from './reorganisation.js';

const today = '2026-07-01';
function plan(request: Reorganisation, world: KnownToReorganise = known()): ReorganisationPlan {
  const result = planReorganisation(request, world, today);
  if ('broken' in result) throw new Error(JSON.stringify(result.broken));
  return result;
}

const changes = ({ organisations }: ReorganisationPlan) =>
  organisations.map(({ change, history: { slug } }) => `${slug} ${change}`);
const moves = ({ services }: ReorganisationPlan) =>
  services.map(({ reference, from, to, periods }) => [
    `${reference} ${from} to ${to}`,
    periods
      .map(({ organisation, fromOn }) => (fromOn ? `${organisation} ${fromOn}` : organisation))
      .join(', '),
  ]);

describe('a rename', () => {
  it('changes the name from its day on, and nothing else', () => {
    const renamed = plan({ kind: 'rename', on, organisation: 'b', name: 'Other', abbreviation: 'O' });
    expect(changes(renamed)).toEqual(['b renamed']);
    const [{ before, after, history }] = renamed.organisations as [PlannedOrganisation];
    expect([before, after]).toEqual([
      jasmine.objectContaining({ name: 'Department B', abbreviation: 'B' }),
      jasmine.objectContaining({ name: 'Other', abbreviation: 'O' }),
    ]);
    expect(history.periods.map(({ untilOn }) => untilOn)).toEqual([on, null]);
    expect([renamed.services, renamed.successions, renamed.estates]).toEqual([[], [], []]);
  });
});

describe('a merge', () => {
  const merged = () => plan({ kind: 'merge', on, organisations: ['a'], into: 'b' });

  it('ends what gives, and moves what was below it', () => {
    expect(changes(merged())).toEqual(['a ended', 'b continues', 'ax moved']);
    const [ended, , moved] = merged().organisations;
    expect(ended!.history.existsTo).toBe(on);
    expect(ended!.history.periods).toEqual(known().organisations[0]!.periods);
    expect(moved!.history.periods.map(({ parent, untilOn }) => [parent, untilOn])).toEqual([
      ['a', on],
      ['b', null],
    ]);
  });

  it('takes all services with it, whenever they would be its own, and leaves those that left before', () =>
    expect(moves(merged())).toEqual([
      ['A-1 a to b', 'a, b 2023-06-01'],
      ['A-2 a to b', 'a, b 2023-06-01'],
      ['A-3 a to b', 'b'],
      ['A-5 a to b', 'a, b 2020-01-01, a 2021-01-01, b 2023-06-01'],
    ]));

  it('has the receiver succeed, with roles and barriers', () => {
    expect(merged().successions).toEqual([{ predecessor: 'a', successor: 'b' }]);
    expect(merged().estates).toEqual([{ organisation: 'a', barriersTo: 'b', rolesTo: ['b'] }]);
  });

  it('of several makes one, from that day on', () => {
    const result = plan({ kind: 'merge', on, organisations: ['a', 'b'], into: made('Third') });
    expect(changes(result)).toEqual(['a ended', 'b ended', 'third created', 'ax moved']);
    expect(result.organisations[2]).toEqual({
      change: 'created',
      before: null,
      after: made('Third'),
      history: {
        slug: 'third',
        existsFrom: on,
        existsTo: null,
        periods: [{ ...made('Third'), untilOn: null }],
      },
    });
    expect(moves(result)).toContain(['A-5 a to third', 'a, b 2020-01-01, a 2021-01-01, third 2023-06-01']);
    expect(result.successions.length).toBe(2);
  });

  it('leaves an agency that had ended by then where it was', () => {
    const world = known();
    const ended = organisation('OLD', 'a', { existsTo: on });
    const later = organisation('NEXT', 'a', { existsFrom: '2024-01-01' });
    const result = plan(
      { kind: 'merge', on, organisations: ['a'], into: 'b' },
      { ...world, organisations: [...world.organisations, ended, later] },
    );
    expect(changes(result)).toEqual(['a ended', 'b continues', 'ax moved', 'next moved']);
  });
});

describe('a split', () => {
  const one = { into: made('One'), services: [], organisations: [] };

  it('gives the first part what nobody names', () => {
    const result = plan({
      kind: 'split',
      on,
      organisation: 'a',
      parts: [one, { into: 'b', services: ['a-1'], organisations: ['ax'] }],
    });
    expect(changes(result)).toEqual(['a ended', 'one created', 'b continues', 'ax moved']);
    expect(moves(result).map(([what]) => what)).toEqual([
      'A-1 a to b',
      'A-2 a to one',
      'A-3 a to one',
      'A-5 a to one',
    ]);
    expect(result.organisations.at(-1)!.after.parent).toBe('b');
    expect(result.successions).toEqual([
      { predecessor: 'a', successor: 'one' },
      { predecessor: 'a', successor: 'b' },
    ]);
    expect(result.estates).toEqual([{ organisation: 'a', barriersTo: 'one', rolesTo: ['one'] }]);
  });

  it('lets one go on that is a part itself, with all that is not given away', () => {
    const parts = [
      { into: 'a', services: [], organisations: [] },
      { into: 'b', services: ['A-5'], organisations: [] },
    ];
    const result = plan({ kind: 'split', on, organisation: 'a', parts });
    expect(changes(result)).toEqual(['a continues', 'b continues']);
    // What came back by a transfer of its own later on stays.
    expect(moves(result)).toEqual([
      ['A-5 a to b', 'a, b 2020-01-01, a 2021-01-01, b 2023-06-01, a 2025-01-01'],
    ]);
    expect([result.successions, result.estates]).toEqual([[], []]);
  });

  it('gives the rest to the first part where the organisation keeps only some', () => {
    const parts = [one, { into: 'a', services: ['A-1'], organisations: ['ax'] }];
    expect(moves(plan({ kind: 'split', on, organisation: 'a', parts })).map(([what]) => what)).toEqual([
      'A-2 a to one',
      'A-5 a to one',
    ]);
  });
});

describe('a transfer', () => {
  it('gives what it names, and ends nothing', () => {
    const result = plan({
      kind: 'transfer',
      on,
      from: 'a',
      to: made('Third'),
      services: ['A-2'],
      organisations: ['ax'],
    });
    expect(changes(result)).toEqual(['third created', 'a continues', 'ax moved']);
    expect(moves(result)).toEqual([['A-2 a to third', 'a, third 2023-06-01, b 2024-06-01']]);
    expect([result.successions, result.estates]).toEqual([[], []]);
  });
});

describe('the services that a plan must know', () => {
  const part = (into: string, ...services: string[]) => ({ into, services, organisations: [] });
  it('are none for a rename, all of what ends, else those named', () => {
    expect(
      servicesOf({ kind: 'rename', on, organisation: 'a', name: 'x', abbreviation: null }).references,
    ).toEqual([]);
    expect(servicesOf({ kind: 'merge', on, organisations: ['a', 'b'], into: 'c' })).toEqual({
      organisations: ['a', 'b'],
      references: null,
    });
    const split = (...parts: ReturnType<typeof part>[]) =>
      servicesOf({ kind: 'split', on, organisation: 'a', parts }).references;
    expect(split(part('b'), part('c', 'A-1'))).toBeNull();
    expect(split(part('b'), part('a', 'A-1'))).toBeNull();
    expect(split(part('a'), part('c', 'A-1'), part('d', 'A-2'))).toEqual(['A-1', 'A-2']);
  });
});
