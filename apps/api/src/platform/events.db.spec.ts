import { Listener } from '../testing/listener.js';
import { type TestApp, organisation, person, service, testApp } from '../testing/app.js';
import { notify } from './changes.js';
import { Events } from './events.js';

describe('live events', () => {
  let headway: TestApp;
  let base: string;
  const tokens = new Map<string, string>();

  beforeAll(async () => {
    headway = await testApp();
    for (const name of ['DWP', 'HMT']) {
      await organisation(headway.source, name);
      await service(headway.source, `${name}-1`, name.toLowerCase());
      tokens.set(name, await person(headway.source, 'digital_lead', name.toLowerCase()));
    }
    tokens.set('oversight', await person(headway.source, 'oversight'));
    base = await headway.listen();
  }, 60_000);
  afterAll(() => headway.close());

  /** Listens until so many events came; what they were, in order. */
  const listen = (who: string, wanted: number, lastEventId: number | null = null) => {
    const listener = new Listener(tokens.get(who)!, lastEventId);
    const heard = listener.listen(base, (all) => all.length >= wanted).then(() => listener.heard);
    return { listener, heard };
  };
  /** Has come in, so that what happens from now on reaches it. */
  const isThere = async ({ listener }: { listener: Listener }) => {
    while (listener.lastEventId === null) await new Promise((later) => setTimeout(later, 10));
  };
  const record = async (reference: string) => {
    const token = tokens.get(reference.split('-')[0]!)!;
    const answer = await headway.ask('POST', `/api/services/${reference}/records`, {
      token,
      body: { stage: 'live', effectiveOn: '2026-01-31' },
      headers: { 'if-match': '*' },
    });
    expect(answer.statusCode).toBe(201);
  };
  const write = (count: number) =>
    headway.source.transaction((tx) =>
      notify(
        tx,
        ...Array.from({ length: count }, (_, n) => ({
          kind: 'barrier.changed' as const,
          subject: `B-${n + 1}`,
          organisationId: null,
        })),
      ),
    );
  const ids = async (): Promise<number[]> =>
    (await headway.source.query('SELECT id FROM event ORDER BY id')).map(({ id }: { id: number }) => id);

  it('tell those who may see it, and nobody else, what changed', async () => {
    const [oversight, lead] = [listen('oversight', 2), listen('DWP', 1)];
    await Promise.all([oversight, lead].map(isThere));
    await record('HMT-1');
    await record('DWP-1');
    expect((await oversight.heard).map(({ subject }) => subject)).toEqual(['HMT-1', 'DWP-1']);
    expect((await lead.heard).map(({ subject }) => subject)).toEqual(['DWP-1']);
  });

  it('give what was missed since the last event, once', async () => {
    const live = listen('oversight', 1);
    await isThere(live);
    await record('HMT-1');
    const { id } = (await live.heard)[0]!;
    await record('DWP-1');
    await record('HMT-1');
    const missed = await listen('oversight', 2, id).heard;
    expect(missed.map(({ subject }) => subject)).toEqual(['DWP-1', 'HMT-1']);
  });

  it('give a newcomer a place to come back to before anything happens', async () => {
    await record('DWP-1');
    const newcomer = listen('HMT', 1);
    await isThere(newcomer);
    expect(newcomer.listener.lastEventId).toBe(String((await ids()).at(-1)));
    newcomer.listener.leave();
    await newcomer.heard;
    await record('HMT-1');
    expect(await listen('HMT', 1, Number(newcomer.listener.lastEventId)).heard).toHaveSize(1);
  });

  it('give every one of thousands that were missed, in order', async () => {
    // Something to have heard last, whichever spec comes first.
    await record('DWP-1');
    const last = (await ids()).at(-1)!;
    await write(2_500);
    const heard = await listen('oversight', 2_500, last).heard;
    expect(heard.map(({ subject }) => subject)).toEqual(
      Array.from({ length: 2_500 }, (_, n) => `B-${n + 1}`),
    );
  });

  it('of one transaction that changed thousands reach who listens', async () => {
    const live = listen('DWP', 2_500);
    await isThere(live);
    await write(2_500);
    expect(new Set((await live.heard).map(({ id }) => id)).size).toBe(2_500);
  });

  it('say that everything may have changed where what was missed is no longer kept', async () => {
    await write(3);
    const before = await ids();
    const [gone, newestOld] = before.slice(-3);
    await headway.source.query(`UPDATE event SET at = now() - interval '25 hours' WHERE id <= $1`, [
      newestOld,
    ]);
    await headway.app.get(Events).forgetTheOld();
    expect(await ids()).toEqual(before.slice(-2));
    const kinds = async (since: number, wanted: number) =>
      (await listen('oversight', wanted, since).heard).map(({ kind }) => kind);
    expect(await kinds(gone! - 1, 3)).toEqual(['everything.changed', 'barrier.changed', 'barrier.changed']);
    expect(await kinds(gone!, 2)).toEqual(['barrier.changed', 'barrier.changed']);
    expect(await kinds(before.at(-1)! + 1_000, 1)).toEqual(['everything.changed']);
  });

  it('are left by whoever goes away, and by all when the server stops', async () => {
    const another = await testApp(headway);
    const listener = new Listener(tokens.get('oversight')!);
    const listening = listener.listen(await another.listen());
    await isThere({ listener });
    await another.close();
    await listening;
    expect(listener.heard).toEqual([]);
  });
});
