import { createApp } from '../main.js';
import { Config } from '../platform/config.js';
import { newLog } from '../platform/log.js';
import { hashOf } from '../platform/secret.js';
import { type TestApp, organisation, person, testApp } from '../testing/app.js';
import { daysAgo, linkOf, newWave, today } from './pulse.fixture.js';

const answers = { grade: 'senior_civil_servant', answers: { impact: 'some' } };
const address = '203.0.113.77';
const agent = 'The browser of one person';

/** What is known of whoever answers, signed in with a cookie and sending what browsers send. */
describe('who answered the pulse survey, and when', () => {
  let headway: TestApp;
  let wave: string;
  let link: string;

  beforeAll(async () => {
    headway = await testApp();
    await organisation(headway.source, 'DWP');
    await person(headway.source, 'oversight');
    await headway.source.query(
      `INSERT INTO session (token_hash, person_id, last_seen_at)
       SELECT $1, id, '2020-01-01' FROM person`,
      [hashOf('s'.repeat(43))],
    );
    wave = await newWave(headway.source, [daysAgo(1), today]);
    link = await linkOf(headway.source, wave, 'dwp');
  }, 60_000);
  afterAll(() => headway.close());

  /** Every row of every table and sequence, as text. */
  const everything = async () => {
    const tables: { name: string; row: string }[] = await headway.source.query(
      `SELECT quote_ident(relname) AS name, CASE relkind WHEN 'S' THEN 'last_value' ELSE 'to_json(t)' END AS row
       FROM pg_class
       WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'm', 'S') ORDER BY 1`,
    );
    const rows: Record<string, string[]> = {};
    for (const { name, row: as } of tables)
      rows[name] = (await headway.source.query(`SELECT ${as}::text AS row FROM ${name} t`)).map(
        ({ row }: { row: string }) => row,
      );
    return rows;
  };

  it('is in no column of what is kept', async () => {
    const columns: { said: string }[] = await headway.source.query(
      `SELECT table_name || '.' || column_name || ' ' || data_type AS said FROM information_schema.columns
       WHERE table_schema = 'public' AND table_name IN ('pulse_answer', 'pulse_submission') ORDER BY 1`,
    );
    expect(columns.map(({ said }) => said)).toEqual([
      'pulse_answer.answers jsonb',
      'pulse_answer.grade text',
      'pulse_answer.on_date date',
      'pulse_answer.organisation_id uuid',
      'pulse_answer.wave_id uuid',
      'pulse_submission.digest bytea',
      'pulse_submission.wave_id uuid',
    ]);
  });

  it('is in no table and in no line of the log', async () => {
    const lines: string[] = [];
    const app = await createApp(
      new Config({ DATABASE_URL: headway.databaseUrl, HEADWAY_DEMO: 'on', LOG_LEVEL: 'debug' }),
      newLog('debug', { write: (line) => lines.push(line) }),
    );
    await app.getHttpAdapter().getInstance().ready();
    const key = crypto.randomUUID();
    const before = await everything();
    const started = lines.length;
    const answer = await app.inject({
      method: 'POST',
      url: `/api/pulse/survey/${link}`,
      remoteAddress: address,
      headers: {
        ...{ 'content-type': 'application/json', 'idempotency-key': key, 'user-agent': agent },
        ...{ cookie: `headway_session=${'s'.repeat(43)}`, 'x-forwarded-for': address },
        ...{ origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' },
      },
      payload: JSON.stringify(answers),
    });
    await app.inject({ method: 'GET', url: `/api/pulse/survey/${link}`, remoteAddress: address });
    const after = await everything();
    await app.close();

    expect(answer.statusCode).toBe(204);
    expect(answer.headers['set-cookie']).toBeUndefined();
    const changed = Object.keys(after).filter((name) => after[name]!.join() !== before[name]!.join());
    expect(changed).toEqual(['pulse_answer', 'pulse_submission']);
    expect(after['pulse_answer']).toHaveSize(1);
    const kept = [...after['pulse_answer']!, ...after['pulse_submission']!].join();
    const said = lines.slice(started);
    for (const secret of [address, agent, 's'.repeat(43), key, key.replaceAll('-', '')]) {
      expect(kept).not.toContain(secret);
      expect(said.join()).not.toContain(secret);
    }
    expect(said.join()).not.toContain(link);
    const requests = said.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(requests.map(({ route, person: who }) => [route, who])).toEqual([
      ['/api/pulse/survey/:link', undefined],
      ['/api/pulse/survey/:link', undefined],
    ]);
  });
});
