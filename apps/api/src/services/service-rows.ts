import type { List, Service, ServiceSort, ServicesQuery } from '@headway/contract';
import { londonDate } from '@headway/domain';
import type { EntityManager } from 'typeorm';
import { instant, parameters } from '../platform/sql.js';
import { type Matching, matchingServices, ownedAndRecordedOn, stageSinceOn } from './matching.js';

/** A page of services is chosen first, and only then dressed. */
const keys = `s.id, s.name, s.reference, o.name AS organisation, r.stage, s.transactions_a_year`;

const columns = `s.id, s.reference, s.name, s.audience, s.description, s.address,
  s.transactions_a_year AS "transactionsAYear", s.owner, nullif(s.opens_on, '-infinity') AS "opensOn",
  json_build_object('id', o.id, 'slug', o.slug, 'name', o.name, 'abbreviation', o.abbreviation) AS organisation,
  coalesce(r.stage::text, 'not_recorded') AS stage, since.date AS "stageSince",
  coalesce(r.redesign_under_way, false) AS "redesignUnderWay", r.front_office AS "frontOffice",
  r.middle_office AS "middleOffice", r.back_office AS "backOffice",
  ${instant('r.recorded_at')} AS "lastRecordedAt", s.version`;

const order: Readonly<Record<ServiceSort, string>> = {
  name: 'lower(m.name)',
  reference: 'lower(m.reference)',
  organisation: 'lower(m.organisation)',
  stage: 'm.stage',
  stageSince: 'm.since',
  transactionsAYear: 'm.transactions_a_year',
};

/** One page of the services that match, with how many match in all. */
export async function listServices(
  database: Pick<EntityManager, 'query'>,
  matching: Matching,
  { page, pageSize, sort }: Pick<ServicesQuery, 'page' | 'pageSize' | 'sort'>,
): Promise<List<Service>> {
  const { values, bind } = parameters();
  const { from, where } = matchingServices(matching, bind);
  const [by, direction] = sort.startsWith('-')
    ? [sort.slice(1) as ServiceSort, 'DESC NULLS LAST']
    : [sort as ServiceSort, 'ASC NULLS LAST'];
  const sinceKey = by === 'stageSince';
  const ordered = (m: string) =>
    `ORDER BY ${order[by].replace('m.', `${m}.`)} ${direction}, lower(${m}.name), ${m}.id`;
  const since = sinceKey ? stageSinceOn(bind(matching.on)) : '';
  const rows: { total: number; item: Service | null }[] = await database.query(
    `WITH matched AS MATERIALIZED (SELECT ${keys}${sinceKey ? ', since.date AS since' : ''} FROM ${from} ${since} WHERE ${where}),
     shown AS (SELECT m.* FROM matched m ${ordered('m')} LIMIT ${bind(pageSize)} OFFSET ${bind((page - 1) * pageSize)}),
     dressed AS (${dressed('shown', bind(matching.on))})
     SELECT (SELECT count(*) FROM matched) AS total, to_json(dressed) AS item
     FROM (VALUES (1)) AS one LEFT JOIN (dressed JOIN shown m ON m.id = dressed.id) ON true ${ordered('m')}`,
    values,
  );
  return {
    items: rows.flatMap(({ item }) => item ?? []),
    page,
    pageSize,
    total: rows[0]?.total ?? 0,
  };
}

function dressed(chosen: string, on: string): string {
  return `SELECT ${columns} FROM ${chosen} JOIN service s ON s.id = ${chosen}.id
    ${ownedAndRecordedOn(on)} ${stageSinceOn(on)}`;
}

/** One service as it stands today, by uuid or reference; null where missing or out of scope. */
export async function oneService(
  database: Pick<EntityManager, 'query'>,
  only: string,
  scope: Matching['scope'],
): Promise<Service | null> {
  const { values, bind } = parameters();
  const on = londonDate(new Date());
  const { from, where } = matchingServices({ filters: {}, scope, on, only }, bind);
  const [service] = await database.query(
    `WITH chosen AS (SELECT s.id FROM ${from} WHERE ${where}) ${dressed('chosen', bind(on))}`,
    values,
  );
  return (service as Service | undefined) ?? null;
}
