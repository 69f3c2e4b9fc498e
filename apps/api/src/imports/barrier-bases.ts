import { type BarrierColumn } from '@headway/contract';
import { type Database, instant } from '../platform/sql.js';
import type { LastChange } from './changes-since.js';
import type { Compare } from './plan-barriers.js';
import type { ReadBarrier, SaidOfBarrier } from './read-barriers.js';

type Version = SaidOfBarrier & LastChange & { readonly id: string; readonly until: string | null };

const fieldOf: Partial<Readonly<Record<BarrierColumn, keyof SaidOfBarrier>>> = {
  category: 'category',
  barrier: 'description',
  nextAction: 'nextAction',
  nextActionOwner: 'nextActionOwner',
  raisedOn: 'raisedOn',
  resolvedOn: 'resolvedOn',
};

export interface BarrierVersions {
  readonly baseOf: Compare['baseOf'];
  readonly saidBefore: Compare['saidBefore'];
  readonly lastChange: (id: string, column: BarrierColumn) => LastChange;
}

/** Barriers as they were known at the instants that rows of a file are of, and who changed them since. */
export async function barrierVersions(
  database: Database,
  ids: readonly string[],
  rows: readonly ReadBarrier[],
): Promise<BarrierVersions> {
  const needed = rows.some(({ knownAt, barrierId }) => knownAt !== null || barrierId === null);
  const versions = Map.groupBy(needed ? await versionsOf(database, ids) : [], ({ id }) => id);
  return {
    baseOf: (id, knownAt) => {
      if (knownAt === null) return undefined;
      const known = (versions.get(id) ?? []).find(
        ({ at, until }) => (at === null || at <= knownAt) && (until === null || until > knownAt),
      );
      return known ?? null;
    },
    saidBefore: (id) => versions.get(id) ?? [],
    lastChange: (id, column) => {
      const field = fieldOf[column]!;
      const all = versions.get(id) ?? [];
      const last = all.findLast((version, index) => index > 0 && version[field] !== all[index - 1]![field]);
      return { at: last?.at ?? null, by: last?.by ?? null };
    },
  };
}

/** Every version of each barrier, oldest first. */
function versionsOf(database: Database, ids: readonly string[]): Promise<Version[]> {
  return database.query(
    `SELECT b.id, b.category, b.description, b.next_action AS "nextAction", b.next_action_owner AS "nextActionOwner",
       b.raised_on AS "raisedOn", b.resolved_on AS "resolvedOn", p.name AS by,
       CASE WHEN isfinite(b.known_from) THEN ${instant('b.known_from')} END AS at,
       CASE WHEN isfinite(b.known_to) THEN ${instant('b.known_to')} END AS until
     FROM barrier_as_known b JOIN person p ON p.id = b.changed_by WHERE b.id = ANY ($1) ORDER BY b.id, b.known_from`,
    [ids],
  );
}
