import { Listener } from '../testing/listener.js';
import { type TestApp, organisation, person, testApp } from '../testing/app.js';
import { notify } from './changes.js';
import { Listeners, askedAgainEvery } from './listeners.js';
import { Sessions } from './sessions.js';

type Credential = ConstructorParameters<typeof Listener>[0];

describe('a stream of events', () => {
  let one: TestApp;
  let two: TestApp;
  let base: string;

  beforeAll(async () => {
    one = await testApp();
    two = await testApp(one);
    await organisation(one.source, 'DWP');
    await organisation(one.source, 'HMT');
    await organisation(one.source, 'JCP', 'dwp');
    base = await two.listen();
  }, 60_000);
  afterAll(async () => {
    await two.close();
    await one.close();
  });

  /** A lead, with a token and a browser's session. */
  const lead = async (slug = 'dwp') => {
    const token = await person(one.source, 'digital_lead', slug);
    const [{ id, tokenId }] = await one.source.query(
      `SELECT t.person_id AS id, t.id AS "tokenId" FROM personal_token t ORDER BY created_at DESC LIMIT 1`,
    );
    const secret = await one.app.get(Sessions).start(id as string);
    return { id, token, tokenId, cookie: `headway_session=${secret}` };
  };
  /** Listens at the second process; `over` once that hangs up. */
  const listen = async (credential: Credential) => {
    const listener = new Listener(credential);
    const over = listener.listen(base);
    while (listener.lastEventId === null) await new Promise((later) => setTimeout(later, 10));
    return { listener, over };
  };
  const tell = (organisationSlug: string) =>
    one.source.transaction(async (tx) => {
      const [{ id }] = await tx.query('SELECT id FROM organisation WHERE slug = $1', [organisationSlug]);
      await notify(tx, { kind: 'service.changed', subject: 'X-1', organisationId: id as string });
    });

  type Lead = Awaited<ReturnType<typeof lead>>;
  const ends: readonly [what: string, by: 'token' | 'session', end: (who: Lead) => Promise<unknown>][] = [
    [
      'its token is revoked in another process',
      'token',
      ({ token, tokenId }) => one.ask('DELETE', `/api/tokens/${tokenId}`, { token }),
    ],
    [
      'its person signs out in another process',
      'session',
      ({ cookie }) => one.ask('POST', '/api/session/sign-out', { headers: { cookie } }),
    ],
    [
      'its session has run out',
      'session',
      ({ id }) =>
        one.source.query(
          `UPDATE session SET last_seen_at = now() - interval '2 hours' WHERE person_id = $1`,
          [id],
        ),
    ],
    [
      'the role ends',
      'token',
      ({ id }) => one.source.query('DELETE FROM role_grant WHERE person_id = $1', [id]),
    ],
    [
      'the role goes over to another organisation',
      'session',
      ({ id }) =>
        one.source.query(
          `UPDATE role_grant SET organisation_id = (SELECT id FROM organisation WHERE slug = 'hmt') WHERE person_id = $1`,
          [id],
        ),
    ],
  ];
  for (const [what, by, end] of ends) {
    it(`delivers nothing once ${what}, and is closed`, async () => {
      const who = await lead();
      const { listener, over } = await listen(by === 'token' ? who.token : { cookie: who.cookie });
      await end(who);
      await tell('dwp');
      await over;
      expect(listener.heard).toEqual([]);
    });

    it(`is closed though nothing happens once ${what}`, async () => {
      const who = await lead();
      const { over } = await listen(by === 'token' ? who.token : { cookie: who.cookie });
      await end(who);
      await two.app.get(Listeners).askAgain();
      await expectAsync(over).toBeResolved();
    });
  }

  it('is closed once an organisation goes out of what the role covers', async () => {
    const who = await lead();
    const { over, listener } = await listen(who.token);
    await tell('jcp');
    while (listener.heard.length === 0) await new Promise((later) => setTimeout(later, 10));
    await one.source.query(`UPDATE organisation SET parent_id = NULL WHERE slug = 'jcp'`);
    await tell('jcp');
    await over;
    expect(listener.heard).toHaveSize(1);
  });

  it('is asked about by itself, often enough to be closed within five seconds', async () => {
    expect(askedAgainEvery).toBeLessThan(4_000);
    const who = await lead();
    const { over } = await listen(who.token);
    await one.source.query('UPDATE personal_token SET revoked_at = now() WHERE id = $1', [who.tokenId]);
    await expectAsync(over).toBeResolved();
  }, 30_000);

  it('goes on for those whose rights stay, with one query for all of them at a time', async () => {
    const who = await lead('hmt');
    const streams = await Promise.all(Array.from({ length: 20 }, () => listen(who.token)));
    const asked = spyOn(two.app.get(Sessions), 'grantsBehind').and.callThrough();
    await tell('hmt');
    while (streams.some(({ listener }) => listener.heard.length === 0))
      await new Promise((later) => setTimeout(later, 10));
    expect(asked.calls.count()).toBeLessThan(5);
    for (const { listener } of streams) listener.leave();
    await Promise.all(streams.map(({ over }) => over));
  });
});
