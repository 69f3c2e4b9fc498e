import { openSync } from 'node:fs';
import { createApp } from '../main.js';
import { type TestApp, organisation, person, service, testApp } from '../testing/app.js';
import { Config } from './config.js';
import { toDescriptor } from './log-destination.js';
import { newLog } from './log.js';

interface Described {
  readonly paths: Record<string, Record<string, { parameters?: { in: string; required?: boolean }[] }>>;
}

const stage = { stage: 'live', effectiveOn: '2026-01-31' };

describe('a database that takes no changes', () => {
  let headway: TestApp;
  let lead: string;
  let admin: string;

  beforeAll(async () => {
    headway = await testApp();
    await organisation(headway.source, 'DWP');
    await service(headway.source, 'DWP-1', 'dwp');
    lead = await person(headway.source, 'digital_lead', 'dwp');
    admin = await person(headway.source, 'admin');
  }, 60_000);
  afterAll(async () => {
    await writable(true);
    await headway.close();
  });

  /** As a standby is, or a server whose owner saved it from a full disk. */
  async function writable(is: boolean): Promise<void> {
    const name = new URL(headway.databaseUrl).pathname.slice(1);
    await headway.source.query(`SET default_transaction_read_only = off`);
    await headway.source.query(
      `ALTER DATABASE ${name} SET default_transaction_read_only = ${is ? 'off' : 'on'}`,
    );
    // Connections from before go by what was the rule when they were made.
    await headway.source.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1 AND pid <> pg_backend_pid()`,
      [name],
    );
    for (;;) {
      const { statusCode } = await headway.ask('GET', '/api/health/ready');
      if (statusCode === 200) return;
    }
  }

  it('refuses changes with 503 and a code of its own, and reads on as before', async () => {
    const { paths } = (await headway.ask('GET', '/api/openapi.json')).json<Described>();
    const free = Object.entries(paths)
      .filter(([path, { get }]) => get && !path.includes('{') && path !== '/api/events')
      .filter(([, { get }]) => !get!.parameters?.some((one) => one.in === 'query' && one.required))
      .map(([path]) => path);
    const reads = [...free, '/api/services/DWP-1', '/api/services/DWP-1/records'];
    const statuses = async () => {
      const found: Record<string, number> = {};
      for (const path of reads) {
        const token = path.includes('/audit') ? admin : lead;
        found[path] = (await headway.ask('GET', path, { token })).statusCode;
      }
      return found;
    };
    const before = await statuses();
    // Whoever comes for the first time in a minute is noted, where that can be.
    await headway.source.query('UPDATE personal_token SET last_used_at = NULL');
    await writable(false);
    expect(await statuses()).toEqual(before);
    expect(Object.values(before).filter((status) => status === 200).length).toBeGreaterThan(15);
    const change = (key: string) =>
      headway.ask('POST', '/api/services/DWP-1/records', {
        token: lead,
        body: stage,
        headers: { 'if-match': '*', 'idempotency-key': key },
      });
    const refused = await change('later');
    expect([refused.statusCode, refused.headers['retry-after'], refused.json().code]).toEqual([
      503,
      '5',
      'read_only',
    ]);
    await writable(true);
    expect((await change('later')).statusCode).toBe(201);
  }, 120_000);

  it('is not what a full disk of the log makes of it: changes are answered as ever', async () => {
    const app = await createApp(
      new Config({ DATABASE_URL: headway.databaseUrl, HEADWAY_DEMO: 'on', LOG_LEVEL: 'info' }),
      newLog('info', toDescriptor(openSync('/dev/full', 'w'))),
    );
    const ask = (method: 'GET' | 'POST', url: string) =>
      app.inject({
        method,
        url,
        headers: { authorization: `Bearer ${lead}`, 'if-match': '*', 'content-type': 'application/json' },
        payload: method === 'POST' ? JSON.stringify({ ...stage, effectiveOn: '2026-02-01' }) : '',
      });
    await app.getHttpAdapter().getInstance().ready();
    expect((await ask('POST', '/api/services/DWP-1/records')).statusCode).toBe(201);
    expect((await ask('GET', '/api/services/DWP-1')).json()).toEqual(
      jasmine.objectContaining({ stage: 'live' }),
    );
    await app.close();
  }, 60_000);
});
