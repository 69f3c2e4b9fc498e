import { type TestApp, testApp } from '../../testing/app.js';
import { Delivery } from './delivery.js';
import { type StandIn, mailWorld, notifyStandIn, quarter } from './mail.fixture.js';
import { Mail } from './mail.js';

const key = 'headway-0a1b2c3d-0000-4000-8000-00000000000a-1a2b3c4d-0000-4000-8000-00000000000b';

describe('delivery by GOV.UK Notify', () => {
  let notify: StandIn;
  let headway: TestApp;
  let second: TestApp;
  let organisationId: string;

  beforeEach(async () => {
    notify = await notifyStandIn();
    const environment = {
      NOTIFY_API_KEY: key,
      NOTIFY_TEMPLATE_ID: crypto.randomUUID(),
      NOTIFY_API_URL: notify.url,
      LOG_LEVEL: 'debug',
    };
    headway = await testApp(undefined, environment);
    second = await testApp(headway, environment);
    ({ organisationId } = await mailWorld(headway.source));
  }, 60_000);
  afterEach(async () => {
    await second.close();
    await headway.close();
    await notify.close();
  });

  /** To the two leads of ONE, on each of so many occasions. */
  const write = (occasions: number) => {
    const mails = Array.from({ length: occasions }, (_, n) => ({
      ...({ kind: 'changes_requested', to: 'digital_lead', except: [] } as const),
      ...{ quarter, organisationId, occasion: `${n}`, subject: `Subject ${n}`, body: 'Do it:\n\nhttp://x' },
    }));
    return headway.source.transaction((tx) => headway.app.get(Mail).keep(tx, mails));
  };
  const rows = (): Promise<{ state: string; attempts: number; failure: string | null; id: string }[]> =>
    headway.source.query('SELECT id, state, attempts, failure FROM mail ORDER BY sequence');
  /** Both processes look for what waits until all of it is so. */
  const until = async (over: (mails: Awaited<ReturnType<typeof rows>>) => boolean) => {
    for (;;) {
      await Promise.all([headway, second].map(({ app }) => app.get(Delivery).look()));
      const now = await rows();
      if (over(now)) return now;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  };
  /** As if the time until the next try had passed. */
  const letTimePass = () =>
    headway.source.query(`UPDATE pgboss.job SET start_after = now() WHERE name = 'mail' AND state = 'retry'`);

  it('sends each once, however many processes there are', async () => {
    await write(12);
    await until((mails) => mails.every(({ state }) => state === 'sent'));
    const references = notify.posted.map(({ reference }) => reference);
    expect(references.toSorted()).toEqual((await rows()).map(({ id }) => id).toSorted());
    const [letter] = notify.posted.filter(({ email_address: to }) => to === 'both@headway.example');
    expect(letter!.personalisation['subject']).toMatch(/^Subject \d+$/);
    expect(letter!.personalisation['body']).toBe('Do it:\n\nhttp://x');
  }, 90_000);

  it('keeps what Notify said, and tries again later where that can help', async () => {
    notify.answers = [503, 429];
    await write(1);
    const waiting = await until((mails) => mails.every(({ failure }) => failure !== null));
    expect(waiting.map(({ state, attempts }) => [state, attempts])).toEqual([
      ['waiting', 1],
      ['waiting', 1],
    ]);
    expect(waiting.map(({ failure }) => failure).toSorted()).toEqual([
      'GOV.UK Notify answered 429: Can’t send to this recipient',
      'GOV.UK Notify answered 503: Can’t send to this recipient',
    ]);
    const jobs: { later: boolean }[] = await headway.source.query(
      `SELECT start_after > now() + interval '20 seconds' AS later FROM pgboss.job
       WHERE name = 'mail' AND state = 'retry'`,
    );
    expect(jobs.map(({ later }) => later)).toEqual([true, true]);
    await letTimePass();
    const sent = await until((mails) => mails.every(({ state }) => state === 'sent'));
    expect(sent.map(({ attempts, failure }) => [attempts, failure])).toEqual([
      [2, null],
      [2, null],
    ]);
    expect(notify.posted.length).toBe(4);
  }, 90_000);

  it('does not send again what Notify took without an answer', async () => {
    notify.answers = [null, null];
    await write(1);
    const waiting = await until((mails) => mails.every(({ failure }) => failure !== null));
    expect(waiting[0]!.failure).toBe('GOV.UK Notify could not be reached (ECONNRESET)');
    await letTimePass();
    await until((mails) => mails.every(({ state }) => state === 'sent'));
    expect(notify.posted.length).toBe(2);
  }, 90_000);

  it('gives up what Notify calls wrong, and names neither address nor key in the log', async () => {
    notify.answers = [400, 400];
    await write(1);
    const failed = await until((mails) => mails.every(({ state }) => state === 'failed'));
    expect(failed.map(({ attempts }) => attempts)).toEqual([1, 1]);
    const told = [headway, second].flatMap(({ logged }) => logged.map((line) => JSON.stringify(line)));
    expect(told.some((line) => line.includes('a mail is given up'))).toBeTrue();
    expect(told.filter((line) => /@headway\.example|00000000000b/.test(line))).toEqual([]);
    const [{ told: kept }] = await headway.source.query(
      `SELECT string_agg(job::text, '') AS told FROM pgboss.job WHERE name = 'mail'`,
    );
    expect(kept).not.toMatch(/@headway\.example|00000000000b/);
  }, 90_000);

  it('leaves in the outbox what waits when Notify is taken away', async () => {
    await write(1);
    await headway.source.query(`UPDATE mail SET state = 'waiting'`);
    const without = await testApp(headway);
    await without.close();
    expect((await rows()).map(({ state }) => state)).not.toContain('waiting');
  }, 90_000);
});
