import { setImmediate as turn } from 'node:timers/promises';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { createApp } from '../main.js';
import { organisation, person, service } from '../testing/app.js';
import { type Bridge, type Fate, bridgeTo } from '../testing/bridge.js';
import { type TestDatabase, testDatabase } from '../testing/database.js';
import { Config } from './config.js';
import { newLog } from './log.js';
import { isUnavailable } from './unavailable.js';

describe('while the database is away', () => {
  let database: TestDatabase;
  let way: Bridge;
  let app: NestFastifyApplication;
  let base: string;
  let lead: string;
  let next = 0;

  beforeAll(async () => {
    database = await testDatabase();
    way = await bridgeTo(database.url);
    await organisation(database.source, 'DWP');
    lead = await person(database.source, 'digital_lead', 'dwp');
    const config = new Config({ DATABASE_URL: way.url, HEADWAY_DEMO: 'on', LOG_LEVEL: 'silent' });
    app = await createApp(config, newLog('silent', { write: () => undefined }));
    await app.listen(0, '127.0.0.1');
    base = await app.getUrl();
  }, 60_000);
  afterEach(() => void (way.fate = () => 'passes'));
  afterAll(async () => {
    await app.close();
    way.cut();
    await database.drop();
  });

  interface Answer {
    readonly status: number;
    readonly retryAfter: string | null;
    readonly code: string | undefined;
    /** Whether the body broke off, which whoever fetches it notices. */
    readonly broken: boolean;
  }

  async function ask(
    method: string,
    path: string,
    given: object | null = null,
    key?: string,
  ): Promise<Answer> {
    const answer = await fetch(base + path, {
      method,
      headers: {
        authorization: `Bearer ${lead}`,
        ...(given ? { 'content-type': 'application/json', 'if-match': '*' } : {}),
        ...(key ? { 'idempotency-key': key } : {}),
      },
      body: given && JSON.stringify(given),
    });
    const text = await answer.text().catch(() => null);
    const isProblem = answer.headers.get('content-type')?.startsWith('application/problem') ?? false;
    const { code } = isProblem && text ? (JSON.parse(text) as { code: string }) : {};
    return {
      status: answer.status,
      retryAfter: answer.headers.get('retry-after'),
      code,
      broken: text === null,
    };
  }
  const away = { status: 503, retryAfter: '5', code: 'unavailable', broken: false };

  /** Decides on one statement of the requests from now on, by its number or its text; says whether it came. */
  function strike(fate: Fate, which: number | RegExp): { came: boolean } {
    const struck = { came: false };
    let count = 0;
    way.fate = (text) => {
      // Jobs and what only listens go on beside the requests.
      if (struck.came || /pgboss|LISTEN|^SELECT 1 AS alive/.test(text)) return 'passes';
      struck.came = typeof which === 'number' ? ++count === which : which.test(text);
      return struck.came ? fate : 'passes';
    };
    return struck;
  }

  const stage = { stage: 'live', effectiveOn: '2026-01-31' };
  async function newService(): Promise<string> {
    const reference = `DWP-${++next}`;
    await service(database.source, reference, 'dwp');
    return reference;
  }
  /** Until PostgreSQL has noticed that nobody is there any more, the first request holds its key. */
  async function retry(path: string, key: string): Promise<Answer> {
    for (;;) {
      const answer = await ask('POST', path, stage, key);
      if (answer.code !== 'request_in_flight') return answer;
    }
  }
  async function recordsOf(reference: string): Promise<number> {
    const [{ count }] = await database.source.query(
      'SELECT count(*) FROM stage_record r JOIN service s ON s.id = r.service_id WHERE s.reference = $1',
      [reference],
    );
    return count as number;
  }

  it('answers 503 with Retry-After, stays alive, and is back by itself', async () => {
    expect((await ask('GET', '/api/services')).status).toBe(200);
    way.cut();
    for (const path of [
      '/api/services',
      '/api/portfolio',
      '/api/health/ready',
      '/api/session',
      '/api/events',
    ])
      expect(await ask('GET', path))
        .withContext(path)
        .toEqual(away);
    expect((await ask('GET', '/api/health/live')).status).toBe(200);
    await way.mend();
    expect((await ask('GET', '/api/health/ready')).status).toBe(200);
    expect((await ask('GET', '/api/services')).status).toBe(200);
  }, 60_000);

  const reads = ['/api/services', '/api/portfolio', '/api/services.csv', '/api/services.ods', '/api/signals'];
  for (const fate of ['breaks before', 'breaks after'] as const) {
    it(`answers a read with 503 whichever statement the connection ${fate}`, async () => {
      await newService();
      for (const path of reads)
        for (let which = 1; ; which++) {
          const struck = strike(fate, which);
          const answer = await ask('GET', path);
          if (!struck.came) break;
          // A download of which a part was sent can only break off; what was complete is answered.
          const fits = answer.broken || answer.status === 200 || answer.status === 503;
          expect(fits)
            .withContext(`${path}, statement ${which}: ${JSON.stringify(answer)}`)
            .toBeTrue();
          if (answer.status === 503) expect(answer).withContext(`${path}, statement ${which}`).toEqual(away);
        }
    }, 120_000);

    it(`does a change once or not at all whichever statement the connection ${fate}`, async () => {
      let struck = { came: true };
      for (let which = 1; struck.came; which++) {
        const reference = await newService();
        const path = `/api/services/${reference}/records`;
        struck = strike(fate, which);
        const first = await ask('POST', path, stage, `${fate} ${which}`.replaceAll(' ', '-'));
        if (!struck.came) break;
        expect(first).withContext(`statement ${which}`).toEqual(away);
        const retried = await retry(path, `${fate} ${which}`.replaceAll(' ', '-'));
        expect([retried.status, await recordsOf(reference)])
          .withContext(`statement ${which}`)
          .toEqual([201, 1]);
      }
    }, 120_000);
  }

  it('knows a transaction whose connection broke while nothing was asked of it', async () => {
    const lost = app.get(DataSource).transaction(async (tx) => {
      const [{ pid }] = await tx.query('SELECT pg_backend_pid() AS pid');
      await database.source.query('SELECT pg_terminate_backend($1)', [pid]);
      while (!tx.queryRunner!.isReleased) await turn();
      await tx.query('SELECT 1');
    });
    expect(isUnavailable(await lost.catch((error: unknown) => error))).toBeTrue();
  });

  it('ends what gets no answer with 503, a commit too, which a retry then finds done', async () => {
    const reference = await newService();
    const path = `/api/services/${reference}/records`;
    for (const [asked, which] of [
      [() => ask('POST', path, stage, 'silent'), /^COMMIT/],
      [() => ask('GET', '/api/services'), 1],
      [() => ask('GET', '/api/services.csv'), /^COPY/],
    ] as const) {
      const struck = strike('falls silent', which);
      expect(await asked()).toEqual(away);
      expect(struck.came).toBeTrue();
    }
    expect(await recordsOf(reference)).toBe(1);
    expect((await ask('POST', path, stage, 'silent')).status).toBe(201);
    expect(await recordsOf(reference)).toBe(1);
  }, 120_000);
});
