import type { List, Organisation, Portfolio, ReorganisationReport, Service } from '@headway/contract';
import { londonDate } from '@headway/domain';
import type { LightMyRequestResponse } from 'fastify';
import { writeOwnership } from '../services/ownership-rows.js';
import { type TestApp, organisation, person, service, testApp } from '../testing/app.js';

const at = '/api/organisations/reorganisations';

/** An admin who looks at a reorganisation and then makes it. */
export async function reorganiser(headway: TestApp) {
  const token = await person(headway.source, 'admin');
  const ask = (mode: string, body: object, headers: Record<string, string> = {}) =>
    headway.ask('POST', `${at}?mode=${mode}`, { token, body, headers });
  const get = async <T>(url: string): Promise<T> => (await headway.ask('GET', url, { token })).json() as T;
  return {
    token,
    get,
    check: (body: object) => ask('check', body),
    apply: (body: object, ifMatch: string, headers: Record<string, string> = {}) =>
      ask('apply', body, { 'if-match': ifMatch, ...headers }),
    /** Both, one after the other, as the page does. */
    make: async (body: object): Promise<ReorganisationReport> => {
      const looked = read(await ask('check', body));
      return read(await ask('apply', body, { 'if-match': `"${looked.fingerprint}"` }));
    },
    organisation: (slug: string) => get<Organisation>(`/api/organisations/${slug}`),
    /** Whose each service is on a day, by reference; those that count then. */
    owners: async (on: string, boundaries: 'then' | 'today' = 'then'): Promise<Record<string, string>> => {
      const query = `on=${on}&boundaries=${boundaries}&pageSize=200`;
      const { items } = await get<List<Service>>(`/api/services?${query}`);
      return Object.fromEntries(
        items.map(({ reference, organisation }) => [reference, organisation.slug]).toSorted(),
      ) as Record<string, string>;
    },
    portfolio: (on: string, boundaries: 'then' | 'today' = 'then') =>
      get<Portfolio>(`/api/portfolio?on=${on}&boundaries=${boundaries}`),
  };
}

export type Reorganiser = Awaited<ReturnType<typeof reorganiser>>;

function read(answer: LightMyRequestResponse): ReorganisationReport {
  if (answer.statusCode !== 200) throw new Error(`${answer.statusCode} ${answer.body}`);
  return answer.json() as ReorganisationReport;
}

/** The last day of every quarter from a year on, and today. */
export function quarterEnds(year: number): string[] {
  const today = londonDate(new Date());
  const all: string[] = [];
  for (let y = year; y <= Number(today.slice(0, 4)); y++)
    all.push(`${y}-03-31`, `${y}-06-30`, `${y}-09-30`, `${y}-12-31`);
  return [...all.filter((on) => on < today), today];
}

/** All that a roll-up says of all of government, at every quarter end; by today's boundaries it is the same. */
export async function totals({ portfolio }: Reorganiser, year: number): Promise<unknown[]> {
  const all: unknown[] = [];
  for (const on of quarterEnds(year)) {
    const then = rolledUp(await portfolio(on));
    expect(rolledUp(await portfolio(on, 'today')))
      .withContext(`today's boundaries on ${on}`)
      .toEqual(then);
    all.push({ on, ...then });
  }
  return all;
}

function rolledUp({ total, byAudience, online, redesign, offices, byOrganisation }: Portfolio) {
  const top = byOrganisation.filter(({ organisation }) => organisation.parent === null);
  const services = top.reduce((sum, { counts }) => sum + counts.services, 0);
  return { total, byAudience, online, redesign, offices, ofOrganisations: services };
}

type Owners = readonly [first: string, ...then: readonly (readonly [on: string, owner: string])[]];

/** A service that is the first one's, then from a day another's, and so on; with records all along. */
export async function ownedService({ source }: TestApp, reference: string, [first, ...then]: Owners) {
  const id = await service(source, reference, first);
  const ids = new Map<string, string>();
  for (const { slug, id: one } of await source.query('SELECT slug, id FROM organisation')) ids.set(slug, one);
  const periods = [[null, first] as const, ...then].map(([fromOn, owner], index) => ({
    organisation: ids.get(owner)!,
    fromOn,
    toOn: then[index]?.[0] ?? null,
  }));
  await source.transaction((tx) => writeOwnership(tx, new Map([[id, periods]])));
  const year = 2019 + (Number(/\d+$/.exec(reference)![0]) % 6);
  for (const [stage, on] of [
    ['not_started', '2019-01-01'],
    ['in_progress', `${year}-02-01`],
    ['live', '2025-03-31'],
  ])
    await source.query(
      `INSERT INTO stage_record (service_id, recorded_by, stage, effective_on)
       SELECT $1, id, $2, $3 FROM person LIMIT 1`,
      [id, stage, on],
    );
  return id;
}

/**
 * A department A with an agency AX that has one too, B, and OTHER. Of A's services some were or will be
 * another's, one is closed for good, one was for a while, and one opened late.
 */
export async function governmentOf() {
  const headway = await testApp();
  const admin = await reorganiser(headway);
  const { source } = headway;
  for (const [abbreviation, parent] of [['A'], ['B'], ['OTHER'], ['AX', 'a'], ['AXY', 'ax']] as const)
    await organisation(source, abbreviation, parent);
  const owners: Readonly<Record<string, Owners>> = {
    'A-1': ['a'],
    'A-2': ['a', ['2024-06-01', 'other']],
    'A-3': ['other', ['2024-01-01', 'a']],
    'A-4': ['a', ['2020-01-01', 'other']],
    'A-5': ['a', ['2020-01-01', 'b'], ['2021-01-01', 'a']],
    'A-6': ['a'],
    'A-7': ['a'],
    'A-8': ['a'],
    'AX-1': ['ax'],
    'B-1': ['b'],
  };
  const ids = new Map<string, string>();
  for (const [reference, by] of Object.entries(owners))
    ids.set(reference, await ownedService(headway, reference, by));
  await source.query(
    `INSERT INTO service_closure (service_id, closed_on, reopened_on, reason)
     VALUES ($1, '2022-01-01', 'infinity', 'retired'), ($2, '2023-01-01', '2024-01-01', 'cancelled')`,
    [ids.get('A-6'), ids.get('A-7')],
  );
  await source.query(`UPDATE service SET opens_on = '2019-01-01' WHERE id = $1`, [ids.get('A-8')]);
  return { headway, admin };
}
