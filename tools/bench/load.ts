import type { DataSource } from 'typeorm';

const batch = 5_000;
const organisations = 50;

/**
 * Services with their owners and histories, the same every time: 3.71 records a service over sixteen quarters,
 * and fifty organisations, twenty of them below another. Loaded in parts, as the spans are made along the way.
 */
export async function load(source: DataSource, services: number): Promise<void> {
  await source.query(`
    INSERT INTO organisation (slug, name, abbreviation, kind)
    SELECT 'organisation-' || n, 'Organisation ' || n, 'O' || n, 'ministerial_department'
    FROM generate_series(1, ${organisations}) n;
    UPDATE organisation o SET parent_id = above.id FROM organisation above
    WHERE substring(o.slug FROM 14)::integer > 30
      AND above.slug = 'organisation-' || (1 + substring(o.slug FROM 14)::integer % 10)`);
  for (let first = 1; first <= services; first += batch)
    await source.transaction(async (tx) => {
      await tx.query(`SET LOCAL statement_timeout = 0`);
      const numbers = `generate_series(${first}, ${Math.min(services, first + batch - 1)}) n`;
      await tx.query(`
        CREATE TEMPORARY TABLE new_service ON COMMIT DROP AS SELECT n, gen_random_uuid() AS id FROM ${numbers};
        INSERT INTO service (id, reference, name, audience, description, transactions_a_year)
        SELECT id, 'S-' || n, (ARRAY['Apply for', 'Renew', 'Report', 'Pay', 'Check'])[1 + n % 5] || ' thing ' || n,
          CASE WHEN n % 3 = 0 THEN 'internal' ELSE 'external' END::audience, 'What number ' || n || ' is for', n * 10
        FROM new_service;
        INSERT INTO service_ownership (service_id, organisation_id)
        SELECT s.id, o.id FROM new_service s
        JOIN organisation o ON o.slug = 'organisation-' || (1 + s.n % ${organisations});
        INSERT INTO stage_record (service_id, stage, redesign_under_way, back_office, effective_on, recorded_at,
          recorded_by, note)
        SELECT s.id, stage, k % 2 = 1 AND stage IN ('in_progress', 'live'),
          CASE WHEN s.n % 4 = 0 THEN 'in_progress'::stage END, day, day + interval '1 day', person.id, 'Said ' || k
        FROM new_service s
        CROSS JOIN LATERAL generate_series(0, CASE WHEN s.n % 100 < 71 THEN 3 ELSE 2 END) k
        CROSS JOIN LATERAL (SELECT (enum_range(NULL::stage))[1 + least(3, (k + s.n % 2) * 3 / 4)] AS stage,
          date '2022-12-01' + k * 340 + (s.n * 7919 % 331)) said (stage, day)
        CROSS JOIN (SELECT id FROM person ORDER BY created_at LIMIT 1) person
        ORDER BY k`);
    });
  await source.query('CREATE TABLE bare_record (LIKE stage_record INCLUDING ALL)');
  // Neither in a transaction nor within the time that a request has.
  const connection = source.createQueryRunner();
  await connection.query('SET statement_timeout = 0');
  await connection.query('VACUUM ANALYZE');
  await connection.query('RESET statement_timeout');
  await connection.release();
}
