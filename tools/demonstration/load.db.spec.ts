import pg from 'pg';
import { verify } from '../../apps/api/dist/audit/verify.js';
import { type TestDatabase, testDatabase } from '../../apps/api/dist/testing/database.js';
import {
  type KnownRecord,
  asKnownAt,
  countsFrom,
  countsOn,
  endOfLondonDay,
  inForce,
  noCounts,
  ownedOn,
  quarterBefore,
  quarterOn,
  recorded,
} from '../../libs/domain/dist/index.js';
import { type Demonstration, demonstration } from './demonstration.ts';
import { loadDemonstration } from './load.ts';

/** The ends of the last sixteen quarters, oldest first. */
function quarterEnds(today: string): readonly string[] {
  const quarters = [quarterBefore(quarterOn(today))];
  while (quarters.length < 16) quarters.unshift(quarterBefore(quarters[0]!));
  return quarters.map(({ to }) => to);
}

/** The portfolio on a day as it was known when that day ended. */
function knownThen({ services }: Demonstration, on: string) {
  const instant = endOfLondonDay(on);
  const knownBy = (at: string) => at <= instant;
  return services.flatMap((service) => {
    const { addedAt, opensOn, corrections } = service;
    const closures = service.closures
      .filter(({ at }) => knownBy(at))
      .map(({ closedOn, reopened }) => ({
        closedOn,
        reopenedOn: reopened && knownBy(reopened.at) ? reopened.on : null,
      }));
    if ((addedAt !== null && !knownBy(addedAt)) || !countsOn({ opensOn, closures }, on)) return [];
    const records = service.records.map((record, sequence): KnownRecord => {
      const correctedAt = corrections.find((one) => one.record === record.id)?.at ?? null;
      return { ...record, sequence, recordedBy: service.lead, correctedAt, replaces: null };
    });
    const stage = inForce(asKnownAt(records, instant), on)?.stage ?? ('not_recorded' as const);
    return [{ stage, owner: ownedOn(service.owners, on).organisation }];
  });
}

for (const today of ['2026-11-23', '2027-03-31', '2028-02-29'])
  describe(`the demonstration of ${today}, loaded`, () => {
    let database: TestDatabase;
    let client: pg.Client;
    const data = demonstration(today);
    const query = async <Row extends object>(sql: string, values: unknown[] = []) =>
      (await client.query<Row>(sql, values)).rows;

    beforeAll(async () => {
      database = await testDatabase();
      client = new pg.Client({ connectionString: database.url });
      await client.connect();
      expect(await loadDemonstration(client, today)).toBeTrue();
    });
    afterAll(async () => {
      await client.end();
      await database.drop();
    });

    it('is loaded once', async () => {
      expect(await loadDemonstration(client, today)).toBeFalse();
    });

    it('counts 411 services today', async () => {
      const [row] = await query<{ services: number }>(
        `SELECT count(*)::int AS services FROM service s WHERE s.opens_on <= $1 AND NOT EXISTS (
           SELECT FROM service_closure c WHERE c.service_id = s.id AND c.closed_on <= $1 AND c.reopened_on > $1)`,
        [today],
      );
      expect(row!.services).toBe(411);
    });

    it('holds all that there is', async () => {
      const [row] = await query<Record<string, number>>(
        `SELECT (SELECT count(*) FROM organisation)::int AS organisations, (SELECT count(*) FROM person)::int AS people,
           (SELECT count(*) FROM stage_record)::int AS records,
           (SELECT count(*) FROM stage_confirmation)::int AS confirmations, (SELECT count(*) FROM stage_correction)::int AS corrections,
           (SELECT count(*) FROM target)::int AS targets, (SELECT count(*) FROM barrier)::int AS barriers,
           (SELECT count(*) FROM barrier_as_known)::int AS "barrierStates",
           (SELECT count(*) FROM pulse_answer)::int AS "pulseAnswers",
           (SELECT count(*) FROM service_closure)::int AS closures, (SELECT count(*) FROM audit_entry)::int AS audit`,
      );
      const sum = (of: (service: Demonstration['services'][number]) => number) =>
        data.services.reduce((total, service) => total + of(service), 0);
      expect(row).toEqual({
        organisations: data.organisations.length,
        people: data.people.length,
        records: sum(({ records }) => records.length),
        confirmations: sum(({ confirmations }) => confirmations.length),
        corrections: sum(({ corrections }) => corrections.length),
        targets: sum(({ targets }) => targets.length),
        barriers: data.barriers.length,
        barrierStates: data.barriers.reduce((total, { states }) => total + states.length, 0),
        pulseAnswers: data.pulse.reduce((total, { answers }) => total + answers.length, 0),
        closures: sum(({ closures }) => closures.length),
        audit: data.audit.length,
      });
    });

    it('leaves the words of a return that nobody has submitted to be drafted', async () => {
      const rows = await query<{ drafted: boolean; summary: string | null }>(
        `SELECT DISTINCT summary_drafted AS drafted, summary FROM quarter_return WHERE state = 'draft'`,
      );
      expect(rows).toEqual([{ drafted: true, summary: null }]);
    });

    it('shows every past quarter as it was known when it ended', async () => {
      for (const on of quarterEnds(today)) {
        const rows = await query<{ stage: 'live'; owner: string; services: number }>(
          `SELECT coalesce(r.stage::text, 'not_recorded') AS stage, o.slug AS owner, count(*)::int AS services
           FROM service_as_known s
           JOIN service_ownership_as_known w ON w.service_id = s.id AND w.from_on <= $1 AND w.to_on > $1
             AND w.known_from <= $2 AND w.known_to > $2
           JOIN organisations_on($1, $2) o ON o.id = w.organisation_id
           LEFT JOIN LATERAL (
             SELECT stage FROM stage_record f WHERE f.service_id = s.id AND f.effective_on <= $1 AND f.recorded_at <= $2
               AND NOT EXISTS (SELECT FROM stage_correction x WHERE x.record_id = f.id AND x.corrected_at <= $2)
             ORDER BY f.effective_on DESC, f.sequence DESC LIMIT 1
           ) r ON true
           WHERE s.known_from <= $2 AND s.known_to > $2 AND s.opens_on <= $1 AND NOT EXISTS (
             SELECT FROM service_closure_as_known c WHERE c.service_id = s.id AND c.known_from <= $2 AND c.known_to > $2
               AND c.closed_on <= $1 AND c.reopened_on > $1)
           GROUP BY 1, 2`,
          [on, endOfLondonDay(on)],
        );
        const expected = knownThen(data, on);
        const countsThen = countsFrom(expected.map(({ stage }) => ({ stage, services: 1 })));
        expect(countsFrom(rows)).withContext(on).toEqual(countsThen);
        expect(new Set(rows.map(({ owner }) => owner)))
          .withContext(on)
          .toEqual(new Set(expected.map(({ owner }) => owner)));
        // The first records are written in the first quarter; from the second on most of it is known.
        if (on > quarterEnds(today)[1]!) expect(recorded(countsThen)).withContext(on).toBeGreaterThan(340);
        expect(countsThen).withContext(on).not.toEqual(noCounts());
      }
    });

    it('knows a barrier as open until it was said to be resolved', async () => {
      const resolved = data.barriers.filter(({ states }) => states.at(-1)!.resolvedOn !== null);
      for (const { id, states, description } of resolved) {
        const instant = new Date(Date.parse(states.at(-1)!.at) - 1).toISOString();
        const [was] = await query<{ resolved_on: string | null }>(
          'SELECT resolved_on FROM barrier_as_known WHERE id = $1 AND known_from <= $2 AND known_to > $2',
          [id, instant],
        );
        expect(was).withContext(description).toEqual({ resolved_on: null });
      }
    });

    it('knew the former departments before they ended, and nothing of what came after them', async () => {
      const known = async (instant: string) =>
        (
          await query<{ slug: string; name: string; parent: string | null }>(
            `SELECT o.slug, o.name, p.abbreviation AS parent FROM organisations_on($1::timestamptz::date, $1) o
             LEFT JOIN organisation p ON p.id = o.parent_id
             WHERE o.slug IN ('department-for-business-and-trade', 'companies-house',
               'ministry-of-housing-communities-and-local-government') ORDER BY o.slug`,
            [instant],
          )
        ).map(({ name, parent }) => `${name}, ${parent}`);
      expect(await known('2023-02-06T12:00:00Z')).toEqual([
        'Companies House, BEIS',
        'Department for Levelling Up, Housing and Communities, null',
      ]);
      expect(await known('2024-08-01T12:00:00Z')).toEqual([
        'Companies House, DBT',
        'Department for Business and Trade, null',
        'Ministry of Housing, Communities and Local Government, null',
      ]);
    });

    it('has an audit trail without a break', async () => {
      const { entries, broken } = await verify(database.source, null);
      expect(broken).toEqual([]);
      expect(entries).toBe(data.audit.length);
    });
  });
