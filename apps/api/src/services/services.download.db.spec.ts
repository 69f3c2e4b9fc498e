import { type TestApp, organisation, person, testApp } from '../testing/app.js';

describe('downloads that are broken off', () => {
  let headway: TestApp;

  beforeAll(async () => {
    headway = await testApp();
    await organisation(headway.source, 'DWP');
    // More than the sockets between take in, so that the database is still writing when the reader goes.
    await manyAtOnce(
      headway,
      `WITH new AS (
         INSERT INTO service (reference, name, audience, address)
         SELECT 'S-' || n, 'Service ' || n, 'external', 'https://example.gov.uk/' || repeat('x', 1900)
         FROM generate_series(1, 8000) n RETURNING id
       ) INSERT INTO service_ownership (service_id, organisation_id) SELECT new.id, organisation.id FROM new, organisation`,
    );
  }, 60_000);
  afterAll(() => headway.close());

  it('leave the pool as it was', async () => {
    const token = await person(headway.source, 'viewer');
    const base = await headway.listen();
    const headers = { authorization: `Bearer ${token}`, 'accept-encoding': 'identity' };
    for (let n = 0; n < 16; n++) {
      const stop = new AbortController();
      const { body } = await fetch(`${base}/api/services.csv`, { headers, signal: stop.signal });
      await body!.getReader().read();
      stop.abort();
    }
    const after = await fetch(`${base}/api/services?pageSize=1`, { headers });
    expect([after.status, ((await after.json()) as { total: number }).total]).toEqual([200, 8000]);
  }, 60_000);
});

describe('downloads of very many services', () => {
  let headway: TestApp;

  beforeAll(async () => {
    headway = await testApp();
    await organisation(headway.source, 'DWP');
    await manyAtOnce(
      headway,
      `WITH new AS (
         INSERT INTO service (reference, name, audience)
         SELECT 'S-' || n, 'Service ' || n, 'external' FROM generate_series(1, 20001) n RETURNING id
       ) INSERT INTO service_ownership (service_id, organisation_id) SELECT new.id, organisation.id FROM new, organisation`,
    );
  }, 60_000);
  afterAll(() => headway.close());

  it('are CSV above what an import takes back, and workbooks up to that', async () => {
    const token = await person(headway.source, 'viewer');
    const ask = (path: string) => headway.ask('GET', path, { token });
    for (const format of ['ods', 'xlsx']) {
      const refused = await ask(`/api/services.${format}`);
      expect([refused.statusCode, refused.json().code]).toEqual([413, 'payload_too_large']);
    }
    expect((await ask('/api/services.csv')).body.trimEnd().split('\n').length).toBe(20_002);
    expect((await ask('/api/services.ods?q=S-2000')).statusCode).toBe(200);
  });
});

/** As long as it takes on a busy machine. */
function manyAtOnce({ source }: TestApp, statement: string): Promise<void> {
  return source.transaction(async (tx) => {
    await tx.query('SET LOCAL statement_timeout = 0');
    await tx.query(statement);
  });
}
