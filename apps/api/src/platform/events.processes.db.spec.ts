import { Listener } from '../testing/listener.js';
import { type TestApp, organisation, person, testApp } from '../testing/app.js';
import type { Caller } from './caller.js';
import { Changes, notify } from './changes.js';

const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));
const below = (limit: number) => Math.floor(Math.random() * limit);

describe('two processes on one database', () => {
  let one: TestApp;
  let two: TestApp;
  let bases: string[];
  let caller: Caller;
  let oversight: string;
  let lead: string;
  let dwp: string;

  beforeAll(async () => {
    one = await testApp();
    two = await testApp(one);
    await organisation(one.source, 'DWP');
    await organisation(one.source, 'HMT');
    [oversight, lead] = [
      await person(one.source, 'oversight'),
      await person(one.source, 'digital_lead', 'dwp'),
    ];
    [{ id: dwp }] = await one.source.query(`SELECT id FROM organisation WHERE slug = 'dwp'`);
    const [{ id }] = await one.source.query('SELECT id FROM person LIMIT 1');
    caller = { id, name: '', email: '', grants: [], retry: null };
    bases = [await one.listen(), await two.listen()];
  }, 60_000);
  afterAll(async () => {
    await two.close();
    await one.close();
  });

  /** A change that tells of one thing or of several, takes its time, and now and then comes to nothing. */
  const change = (writer: number, turn: number) =>
    [one, two][writer % 2]!.app.get(Changes).run(caller, async (tx) => {
      const [{ other }] = await tx.query(`SELECT id AS other FROM organisation WHERE slug = 'hmt'`);
      const events = Array.from({ length: 1 + below(4) }, (_, n) => ({
        kind: 'service.changed' as const,
        subject: `${writer}-${turn}-${n}`,
        organisationId: [dwp, other as string, null][below(3)]!,
      }));
      await notify(tx, ...events);
      if (below(2) === 0) await pause(below(5));
      if (below(6) === 0) throw new Error('thought better of it');
      return null;
    });

  const writeAll = async () => {
    for (let turn = 0; turn < 40; turn++)
      await Promise.all(
        Array.from({ length: 8 }, (_, writer) =>
          change(writer, turn).catch((error: Error) => {
            if (error.message !== 'thought better of it') throw error;
          }),
        ),
      );
  };
  const tellAll = () =>
    one.source.transaction((tx) =>
      notify(tx, { kind: 'everything.changed', subject: null, organisationId: null }),
    );
  const cutListeners = async () => {
    const cut: unknown[] = await one.source.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND application_name = 'headway events'`,
    );
    return cut.length;
  };
  /** Listens here and there until all is written and heard; a restless one leaves at any moment. */
  const follow = async (listener: Listener, restless: boolean) => {
    const done = () => listener.heard.at(-1)?.kind === 'everything.changed';
    while (!done()) {
      const leave = restless ? setTimeout(() => listener.leave(), below(120)) : undefined;
      await listener.listen(bases[below(2)]!, done);
      clearTimeout(leave);
    }
  };
  const written = (organisations: readonly string[] | null, after: number): Promise<object[]> =>
    one.source.query(
      `SELECT id, kind, subject FROM event WHERE id > $1
         AND ($2::uuid[] IS NULL OR organisation_id IS NULL OR organisation_id = ANY ($2)) ORDER BY id`,
      [after, organisations],
    );

  it('tell every listener of every event once and in order, whoever leaves and whatever breaks', async () => {
    await tellAll();
    const [{ start }] = await one.source.query('SELECT max(id) AS start FROM event');
    const listeners = Array.from(
      { length: 10 },
      (_, n) => new Listener(n % 2 ? lead : oversight, start as number),
    );
    const following = listeners.map((listener, n) => follow(listener, n < 7));
    let cut = 0;
    const cutting = (async () => {
      for (let n = 0; n < 3; n++) {
        await pause(200);
        cut += await cutListeners();
      }
    })();
    await writeAll();
    await cutting;
    // Seen by all, who know from it that there is nothing more to come.
    await tellAll();
    await Promise.all(following);
    expect(cut).toBeGreaterThan(1);
    const [all, own] = [await written(null, start as number), await written([dwp], start as number)];
    expect(all.length).toBeGreaterThan(300);
    listeners.forEach(({ heard }, n) =>
      expect(heard)
        .withContext(`listener ${n}`)
        .toEqual((n % 2 ? own : all) as typeof heard),
    );
  }, 120_000);
});
