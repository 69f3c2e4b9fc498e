import type { ImportColumn } from '@headway/contract';
import { type Database, instant } from '../platform/sql.js';

/** Who changed something in Headway last, and when; null where that is not known. */
export interface LastChange {
  readonly at: string | null;
  readonly by: string | null;
}

type Version = LastChange & { readonly id: string } & Readonly<Record<string, unknown>>;

const ofRecords: ReadonlySet<ImportColumn> = new Set([
  'stage',
  'stageReachedOn',
  'redesignUnderWay',
  'frontOffice',
  'middleOffice',
  'backOffice',
  'evidenceUrl',
]);
const targetOf: Partial<Readonly<Record<ImportColumn, string>>> = {
  liveBy: 'live',
  redesignedBy: 'redesigned',
};

/** Looks up who last changed what stands in columns of some services. */
export async function lastChanges(
  database: Database,
  ids: readonly string[],
): Promise<(serviceId: string, column: ImportColumn) => LastChange> {
  const nobody = { at: null, by: null };
  if (ids.length === 0) return () => nobody;
  const versions = Map.groupBy(await versionsOf(database, ids), ({ id }) => id);
  const owners = new Map((await ownersOf(database, ids)).map((one) => [one.id, one]));
  const records = new Map((await recordsOf(database, ids)).map((one) => [one.id, one]));
  const targets = new Map((await targetsOf(database, ids)).map((one) => [`${one.id} ${one.stage}`, one]));
  return (id, column) => {
    const stage = targetOf[column];
    const last = ofRecords.has(column)
      ? records.get(id)
      : stage
        ? targets.get(`${id} ${stage}`)
        : column === 'organisation'
          ? owners.get(id)
          : lastVersion(versions.get(id) ?? [], column);
    return last ? { at: last.at, by: last.by } : nobody;
  };
}

/** The version since which a column has been as it is. */
function lastVersion(versions: readonly Version[], column: string): Version | undefined {
  return versions.findLast((version, index) => index > 0 && version[column] !== versions[index - 1]![column]);
}

/** Every version of the details, oldest first; each was written with the first entry of the trail from then on. */
function versionsOf(database: Database, ids: readonly string[]): Promise<Version[]> {
  return database.query(
    `SELECT s.id, s.name, s.audience, s.transactions_a_year AS "transactionsAYear", s.address, s.owner, s.description,
       s.opens_on::text AS "opensOn", CASE WHEN isfinite(s.known_from) THEN ${instant('s.known_from')} END AS at,
       (SELECT p.name FROM audit_entry a JOIN person p ON p.id = a.person_id
        WHERE lower(a.subject) = lower(s.reference) AND a.at >= s.known_from ORDER BY a.at, a.id LIMIT 1) AS by
     FROM service_as_known s WHERE s.id = ANY ($1) ORDER BY s.id, s.known_from`,
    [ids],
  );
}

function ownersOf(database: Database, ids: readonly string[]): Promise<(LastChange & { id: string })[]> {
  return database.query(
    `SELECT service_id AS id, ${instant('max(known_from) FILTER (WHERE isfinite(known_from))')} AS at, NULL AS by
     FROM service_ownership_as_known WHERE service_id = ANY ($1) GROUP BY 1`,
    [ids],
  );
}

function recordsOf(database: Database, ids: readonly string[]): Promise<(LastChange & { id: string })[]> {
  return database.query(
    `SELECT DISTINCT ON (one.id) one.id, ${instant('one.at')} AS at, p.name AS by FROM (
       SELECT service_id AS id, recorded_at AS at, recorded_by AS person FROM stage_record WHERE service_id = ANY ($1)
       UNION ALL
       SELECT service_id, corrected_at, corrected_by FROM stage_correction WHERE service_id = ANY ($1)
     ) one JOIN person p ON p.id = one.person ORDER BY one.id, one.at DESC`,
    [ids],
  );
}

function targetsOf(
  database: Database,
  ids: readonly string[],
): Promise<(LastChange & { id: string; stage: string })[]> {
  return database.query(
    `SELECT DISTINCT ON (t.service_id, t.stage) t.service_id AS id, t.stage, ${instant('t.set_at')} AS at, p.name AS by
     FROM target t JOIN person p ON p.id = t.set_by WHERE t.service_id = ANY ($1)
     ORDER BY t.service_id, t.stage, t.sequence DESC`,
    [ids],
  );
}
