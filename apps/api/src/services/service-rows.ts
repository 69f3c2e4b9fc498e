import type { List, Service, ServiceSort, ServicesQuery } from '@headway/contract';
import { londonDate } from '@headway/domain';
import { type Database, instant, membersOf, parameters } from '../platform/sql.js';
import { lockShown } from './locks.js';
import {
  type Matching,
  type Past,
  matchingServices,
  openBarrier,
  ownedAndRecorded,
  pastOf,
  stageSince,
} from './matching.js';

/** The first and the present date of each target of service `s`, as far as was known, in SQL. */
export function targetsIn({ table }: Past): string {
  return `SELECT coalesce(json_agg(json_build_object('stage', t.stage, 'dueOn', t.dates[array_upper(t.dates, 1)],
      'firstDueOn', t.first, 'slippage', t.dates[array_upper(t.dates, 1)] - t.first) ORDER BY t.stage), '[]')
    FROM (
      SELECT stage, array_agg(due_on ORDER BY sequence) AS dates,
        (array_agg(due_on ORDER BY sequence) FILTER (WHERE due_on IS NOT NULL))[1] AS first
      FROM ${table('target')} t WHERE service_id = s.id GROUP BY stage
    ) t`;
}

function closures({ table }: Past): string {
  return `SELECT coalesce(json_agg(json_build_object('closedOn', c.closed_on,
      'reopenedOn', nullif(c.reopened_on, 'infinity'), 'reason', c.reason, 'note', c.note,
      'mergedInto', CASE WHEN i.id IS NOT NULL THEN json_build_object('reference', i.reference, 'name', i.name) END)
      ORDER BY c.closed_on), '[]')
    FROM ${table('service_closure')} c LEFT JOIN ${table('service')} i ON i.id = c.merged_into WHERE c.service_id = s.id`;
}

function columns(past: Past): string {
  return `s.id, s.reference, s.name, s.audience, s.description, s.address,
  s.transactions_a_year AS "transactionsAYear", s.owner, nullif(s.opens_on, '-infinity') AS "opensOn",
  (${closures(past)}) AS closures,
  json_build_object('id', o.id, 'slug', o.slug, 'name', o.name, 'abbreviation', o.abbreviation) AS organisation,
  coalesce(r.stage::text, 'not_recorded') AS stage, since.date AS "stageSince",
  coalesce(r.redesign_under_way, false) AS "redesignUnderWay", r.front_office AS "frontOffice",
  r.middle_office AS "middleOffice", r.back_office AS "backOffice", r.evidence_url AS "evidenceUrl",
  ${instant('last.at')} AS "lastRecordedAt", last.day AS "lastEffectiveOn",
  (SELECT name FROM person WHERE id = last.by) AS "lastRecordedBy",
  ${instant(`(${lastWritten(past)})`)} AS "lastWrittenAt",
  (${targetsIn(past)}) AS targets,
  (SELECT count(*)::integer FROM ${past.table('barrier')} b
   WHERE b.service_id = s.id AND ${openBarrier('b', past)}) AS barriers,
  ${lockShown('s.id')} AS lock,
  (SELECT version FROM service WHERE id = s.id) AS version`;
}

/** What a list is sorted by before its names. */
const order: Readonly<Record<Exclude<ServiceSort, 'name'>, string>> = {
  reference: 'lower(s.reference)',
  organisation: 'lower(o.name)',
  stage: 'r.stage',
  stageSince: 'since.date',
  transactionsAYear: 's.transactions_a_year',
};

/** One page of the services that match, with how many match in all: chosen first, and only then dressed. */
export async function listServices(
  database: Database,
  matching: Matching,
  { page, pageSize, sort }: Pick<ServicesQuery, 'page' | 'pageSize' | 'sort'>,
): Promise<List<Service>> {
  const { values, bind } = parameters();
  const { from, where, since, past } = matchingServices(matching, bind);
  const [by, direction] = sort.startsWith('-')
    ? [sort.slice(1) as ServiceSort, 'DESC NULLS LAST']
    : [sort as ServiceSort, 'ASC NULLS LAST'];
  const key = by === 'name' ? '' : `, ${order[by]} AS key`;
  const ordered = `ORDER BY ${key ? `m.key ${direction}, m.name` : `m.name ${direction}`}, m.id`;
  const rows: { total: number; item: Service | null }[] = await database.query(
    `WITH matched AS MATERIALIZED (SELECT s.id, lower(s.name) AS name${key}
       FROM ${from} ${by === 'stageSince' ? since : ''} WHERE ${where}),
     shown AS (SELECT m.* FROM matched m ${ordered} LIMIT ${bind(pageSize)} OFFSET ${bind((page - 1) * pageSize)}),
     dressed AS (${dressed('shown', past)})
     SELECT (SELECT count(*) FROM matched) AS total, to_json(dressed) AS item
     FROM (VALUES (1)) AS one LEFT JOIN (dressed JOIN shown m ON m.id = dressed.id) ON true ${ordered}`,
    values,
  );
  return {
    items: rows.flatMap(({ item }) => item ?? []),
    page,
    pageSize,
    total: rows[0]?.total ?? 0,
  };
}

function dressed(chosen: string, past: Past): string {
  return `SELECT ${columns(past)} FROM ${chosen} JOIN ${past.table('service')} s ON s.id = ${chosen}.id
    ${ownedAndRecorded(past)} ${stageSince(past)} ${lastSaid(past)}
    LEFT JOIN locked_organisations() k ON k.organisation_id = o.id`;
}

/** What was said last of service `s`, for the last day: the record in force, or a confirmation of it that counts. */
function lastSaid({ on, known }: Past): string {
  return `LEFT JOIN LATERAL (
    SELECT said.day, said.at, said.by FROM (
      SELECT r.effective_on AS day, r.sequence, r.recorded_at AS at, r.recorded_by AS by WHERE r.id IS NOT NULL
      UNION ALL
      SELECT c.confirmed_on, c.sequence, c.recorded_at, c.recorded_by FROM standing_confirmations(s.id, ${known}) c
      WHERE c.confirmed_on <= ${on}
    ) said ORDER BY said.day DESC, said.sequence DESC LIMIT 1
  ) last ON true`;
}

/** Services by id as they stand today, in no order. */
export function servicesById(database: Database, ids: readonly string[]): Promise<Service[]> {
  const { values, bind } = parameters();
  const chosen = `SELECT member AS id FROM ${membersOf(bind(ids), 'uuid')} AS chosen`;
  return database.query(`WITH chosen AS (${chosen}) ${dressed('chosen', pastOf(today(), bind))}`, values);
}

function lastWritten({ known }: Past): string {
  const of = (table: string, at: string) =>
    `(SELECT max(${at}) FROM ${table} WHERE service_id = s.id AND (${known} IS NULL OR ${at} <= ${known}))`;
  return `greatest(${of('stage_record', 'recorded_at')}, ${of('stage_correction', 'corrected_at')},
    ${of('stage_confirmation', 'recorded_at')}, ${of('stage_confirmation_withdrawal', 'withdrawn_at')})`;
}

/** One service by uuid or reference, as it stands today or in the past asked for; null where missing or out of scope. */
export async function oneService(
  database: Database,
  only: string,
  scope: Matching['scope'],
  view = today(),
): Promise<Service | null> {
  const { values, bind } = parameters();
  const { from, where, past } = matchingServices({ filters: {}, scope, view, only: [only] }, bind);
  const [service] = await database.query(
    `WITH chosen AS (SELECT s.id FROM ${from} WHERE ${where}) ${dressed('chosen', past)}`,
    values,
  );
  return (service as Service | undefined) ?? null;
}

function today(): Matching['view'] {
  return { on: londonDate(new Date()) };
}
