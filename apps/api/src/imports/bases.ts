import { type Stage, type TargetStage, asKnownAt, londonDate } from '@headway/domain';
import { jsonInSlices, mapInSlices } from '../platform/slices.js';
import { type Database, instant } from '../platform/sql.js';
import { plain } from './columns.js';
import type { KnownService } from './plan.js';
import type { ReadRow } from './read-rows.js';

/**
 * What was known of a service at the instant that a row is of: null where nothing was, undefined where the row does
 * not say which instant that is.
 */
export type BaseOf = (serviceId: string, knownAt: string | null) => KnownService | null | undefined;

type Record = KnownService['records'][number] & {
  readonly serviceId: string;
  readonly recordedAt: string;
  readonly correctedAt: string | null;
  readonly replaces: null;
};
type Target = KnownService['targets']['live'][number] & {
  readonly serviceId: string;
  readonly stage: TargetStage;
  readonly setAt: string;
};

/** Services as they were known at the instants that rows of a file are of. */
export async function basesOf(
  database: Database,
  services: readonly KnownService[],
  rows: readonly ReadRow[],
): Promise<BaseOf> {
  const pairs = await pairsOf(services, rows);
  if (pairs.length === 0) return (_, knownAt) => (knownAt === null ? undefined : null);
  const ids = [...new Set(pairs.map(({ id }) => id))];
  const [records, targets] = [await recordsOf(database, ids), await targetsOf(database, ids)];
  const bases = new Map(
    await mapInSlices(await detailsOf(database, pairs), ({ knownAt, ...details }) => {
      const set = (targets.get(details.id) ?? []).filter(({ setAt }) => setAt <= knownAt);
      const dates = (stage: Stage) => set.filter((one) => one.stage === stage);
      const base: KnownService = {
        ...details,
        closures: [],
        confirmations: [],
        records: asKnownAt(records.get(details.id) ?? [], knownAt),
        targets: { live: dates('live'), redesigned: dates('redesigned') },
      };
      return [`${details.id} ${knownAt}`, base];
    }),
  );
  return (id, knownAt) => (knownAt === null ? undefined : (bases.get(`${id} ${knownAt}`) ?? null));
}

/** Services by each name that they have or had. */
export function byEveryName(services: readonly KnownService[]): Map<string, KnownService[]> {
  const named = services.flatMap((service) =>
    [plain(service.name), ...(service.formerNames ?? [])].map((name) => ({ name, service })),
  );
  return new Map(
    [...Map.groupBy(named, ({ name }) => name)].map(([name, all]) => [
      name,
      all.map(({ service }) => service),
    ]),
  );
}

/** Which services are asked for at which instants: those that a row may mean. */
async function pairsOf(services: readonly KnownService[], rows: readonly ReadRow[]) {
  const byReference = new Map(services.map((service) => [service.reference.toLowerCase(), service]));
  const byName = byEveryName(services);
  const pairs = await mapInSlices(rows, ({ reference, name, knownAt }) => {
    if (knownAt === null) return [];
    const meant =
      reference === null
        ? (byName.get(plain(name)) ?? [])
        : [byReference.get(reference.toLowerCase()) ?? []].flat();
    return meant.map(({ id }) => ({ id, knownAt, day: londonDate(new Date(knownAt)) }));
  });
  return [...new Map(pairs.flat().map((pair) => [`${pair.id} ${pair.knownAt}`, pair])).values()];
}

async function detailsOf(
  database: Database,
  pairs: Awaited<ReturnType<typeof pairsOf>>,
): Promise<
  (Omit<KnownService, 'closures' | 'records' | 'confirmations' | 'targets'> & { readonly knownAt: string })[]
> {
  return database.query(
    `SELECT want."knownAt", s.id, s.reference, s.name, s.audience, s.transactions_a_year AS "transactionsAYear",
       s.address, s.owner, s.description, nullif(s.opens_on, '-infinity') AS "opensOn",
       o.id AS "organisationId", o.name AS "organisationName"
     FROM jsonb_to_recordset($1::jsonb) AS want (id uuid, "knownAt" text, day date)
     JOIN service_as_known s ON s.id = want.id AND s.known_from <= want."knownAt"::timestamptz
       AND s.known_to > want."knownAt"::timestamptz
     JOIN service_ownership_as_known w ON w.service_id = want.id AND w.known_from <= want."knownAt"::timestamptz
       AND w.known_to > want."knownAt"::timestamptz AND w.from_on <= want.day AND w.to_on > want.day
     JOIN organisation o ON o.id = w.organisation_id`,
    [await jsonInSlices(pairs)],
  );
}

async function recordsOf(database: Database, ids: readonly string[]): Promise<Map<string, Record[]>> {
  const records: Record[] = await database.query(
    `SELECT r.service_id AS "serviceId", r.id, r.sequence, r.stage, r.redesign_under_way AS "redesignUnderWay",
       r.front_office AS "frontOffice", r.middle_office AS "middleOffice", r.back_office AS "backOffice",
       r.effective_on AS "effectiveOn", r.note, r.evidence_url AS "evidenceUrl",
       ${instant('r.recorded_at')} AS "recordedAt", ${instant('x.corrected_at')} AS "correctedAt",
       NULL AS replaces
     FROM stage_record r LEFT JOIN stage_correction x ON x.record_id = r.id WHERE r.service_id = ANY ($1)`,
    [ids],
  );
  return Map.groupBy(records, ({ serviceId }) => serviceId);
}

async function targetsOf(database: Database, ids: readonly string[]): Promise<Map<string, Target[]>> {
  const targets: Target[] = await database.query(
    `SELECT service_id AS "serviceId", stage, due_on AS "dueOn", reason, ${instant('set_at')} AS "setAt"
     FROM target WHERE service_id = ANY ($1) ORDER BY sequence`,
    [ids],
  );
  return Map.groupBy(targets, ({ serviceId }) => serviceId);
}
