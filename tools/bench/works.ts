/** One thing that is measured: asked of Headway, and of a bare server that runs only the statement for it. */
export interface Work {
  readonly name: string;
  readonly method: 'GET' | 'POST';
  /** Of Headway, for the n-th request. */
  readonly path: (n: number) => string;
  readonly body?: (n: number) => object;
  /** What the bare server runs; `$1` is a service's number where it has one. */
  readonly statement: string;
  /** At most so many times as long with one client, at least such a part of the requests a second with twenty. */
  readonly limits: readonly [time: number, requests: number];
}

const columns = ['not_recorded', 'not_started', 'in_progress', 'live', 'redesigned'];
const sums = columns.map((column) => `sum(${column})::integer AS ${column}`).join(', ');

/** Of so many services, on a day. */
export function works(services: number, today: string): readonly Work[] {
  const one = (n: number) => 1 + ((n * 7919) % services);
  return [
    {
      name: 'Roll-up by organisation',
      method: 'GET',
      path: () => '/api/portfolio',
      statement: `SELECT o.name, audience, ${sums} FROM stage_flow f JOIN organisation o ON o.id = f.organisation_id
        WHERE quarter <= current_date GROUP BY 1, 2`,
      limits: [2.5, 0.35],
    },
    {
      name: 'Trend, 12 quarters',
      method: 'GET',
      path: () => '/api/portfolio/trend',
      statement: `SELECT o.name, q, ${sums}
        FROM generate_series(date_trunc('quarter', now()) - interval '33 months', now(), '3 months') q
        JOIN stage_flow f ON f.quarter <= q JOIN organisation o ON o.id = f.organisation_id GROUP BY 1, 2`,
      limits: [2.5, 0.35],
    },
    {
      name: 'List of 50, filtered, with total',
      method: 'GET',
      path: () => '/api/services?stage=live&audience=external',
      statement: `WITH matched AS MATERIALIZED (
          SELECT s.id, s.name, r.stage FROM service s JOIN stage_span r ON r.service_id = s.id
          WHERE r.from_on <= current_date AND r.to_on > current_date AND r.stage = 'live' AND s.audience = 'external'
        ) SELECT (SELECT count(*) FROM matched) AS total, json_agg(page) AS items
        FROM (SELECT s.* FROM matched m JOIN service s USING (id) ORDER BY lower(m.name), m.id LIMIT 50) page`,
      limits: [1.5, 0.5],
    },
    {
      name: 'One stage recorded',
      method: 'POST',
      path: (n) => `/api/services/S-${one(n)}/records`,
      // With evidence of its own, or it would be kept as a confirmation where the service is live already.
      body: () => ({
        stage: 'live',
        effectiveOn: today,
        note: 'Measured',
        evidenceUrl: `https://www.gov.uk/measured/${crypto.randomUUID()}`,
      }),
      statement: `INSERT INTO bare_record (service_id, stage, effective_on, recorded_by, note)
        SELECT s.id, 'live', current_date, person.id, 'Measured' FROM service s,
          (SELECT id FROM person ORDER BY created_at LIMIT 1) person WHERE s.reference = 'S-' || $1::integer
        RETURNING *`,
      limits: [4, 0.25],
    },
  ];
}

/** A service's number for the bare server. */
export function numberOf(n: number, services: number): number {
  return 1 + ((n * 7919) % services);
}
