import fc from 'fast-check';
import type { OrganisationHistory, OrganisationPeriod, OrganisationState } from './organisation-history.js';
import type { Ownership } from './ownership.js';
import type {
  KnownToReorganise,
  Merge,
  Move,
  OwnedService,
  Rename,
  Split,
  Transfer,
} from './reorganisation.js';

export const day = (n: number) => new Date(Date.UTC(2025, 0, 1 + n)).toISOString().slice(0, 10);

export const start = { existsFrom: null, existsTo: null } as const;

export function period(
  name: string,
  untilOn: string | null,
  parent: string | null = null,
): OrganisationPeriod {
  return { name, abbreviation: null, kind: 'ministerial_department', parent, untilOn };
}

/** An organisation by its abbreviation, which in lower case is its slug. */
export function organisation(
  abbreviation: string,
  parent: string | null = null,
  otherwise: Partial<OrganisationHistory> = {},
): OrganisationHistory {
  const present = { ...period(`Department ${abbreviation}`, null, parent), abbreviation };
  return { ...start, slug: abbreviation.toLowerCase(), periods: [present], ...otherwise };
}

/** Owned by one after another: the first, then from a day the next, and so on. */
export function owned(first: string, ...then: readonly (readonly [on: string, by: string])[]): Ownership[] {
  return [[null, first] as const, ...then].map(([fromOn, by], index) => ({
    organisation: by,
    fromOn,
    toOn: then[index]?.[0] ?? null,
  }));
}

export function service(reference: string, ...by: Parameters<typeof owned>): OwnedService {
  return { reference, periods: owned(...by) };
}

/** Two departments, an agency of the first with one below it, one that ended, and their services. */
export function known(): KnownToReorganise {
  return {
    organisations: [
      organisation('A'),
      organisation('AX', 'a'),
      organisation('AXY', 'ax'),
      organisation('B'),
      organisation('LATE', null, { existsFrom: '2024-01-01' }),
      organisation('GONE', null, { existsTo: '2023-02-07' }),
      organisation('MOVED', null, {
        periods: [period('Before', '2023-01-01'), { ...period('After', null), abbreviation: 'MOVED' }],
      }),
    ],
    services: [
      service('A-1', 'a'),
      service('A-2', 'a', ['2024-06-01', 'b']),
      service('A-3', 'b', ['2024-06-01', 'a']),
      service('A-4', 'a', ['2020-01-01', 'b']),
      service('A-5', 'a', ['2020-01-01', 'b'], ['2021-01-01', 'a'], ['2024-01-01', 'b'], ['2025-01-01', 'a']),
    ],
  };
}

/** Of requests and of what is made by them, unless said otherwise. */
export const on = '2023-06-01';
export const made = (
  name: string,
  abbreviation: string | null = null,
  parent: string | null = null,
): OrganisationState => ({
  name,
  abbreviation,
  kind: 'ministerial_department',
  parent,
});

export const rename = (change: Partial<Rename> = {}): Rename => ({
  kind: 'rename',
  on,
  organisation: 'a',
  name: 'Other',
  abbreviation: 'O',
  ...change,
});
export const merge = (change: Partial<Merge> = {}): Merge => ({
  kind: 'merge',
  on,
  organisations: ['a'],
  into: 'b',
  ...change,
});
export const part = (change: Partial<Split['parts'][number]> = {}): Split['parts'][number] => ({
  into: 'b',
  services: [],
  organisations: [],
  ...change,
});
export const split = (...parts: readonly Split['parts'][number][]): Split => ({
  kind: 'split',
  on,
  organisation: 'a',
  parts,
});
export const transfer = (change: Partial<Transfer> = {}): Transfer => ({
  kind: 'transfer',
  on,
  from: 'a',
  to: 'b',
  services: ['A-1'],
  organisations: [],
  ...change,
});

export const move = (change: Partial<Move> = {}): Move => ({
  kind: 'move',
  on,
  organisation: 'ax',
  parent: 'b',
  ...change,
});

/** Periods over the first days of 2025, neighbours unlike. */
export const periods = (): fc.Arbitrary<OrganisationPeriod[]> =>
  fc
    .record({
      days: fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { maxLength: 4 }),
      states: fc.array(
        fc.record({
          name: fc.constantFrom('A', 'B', 'C'),
          abbreviation: fc.constantFrom(null, 'X'),
          parent: fc.constantFrom('p', 'q', null),
        }),
        { minLength: 5, maxLength: 5 },
      ),
    })
    .map(({ days, states }) =>
      [...days.toSorted((a, b) => a - b).map(day), null]
        .map((untilOn, n): OrganisationPeriod => ({ ...states[n]!, kind: 'agency', untilOn }))
        .filter(({ untilOn: _, ...state }, n, all) => {
          const { untilOn: __, ...next } = all[n + 1] ?? { ...state, name: 'none', untilOn: null };
          return JSON.stringify(state) !== JSON.stringify(next);
        }),
    );
