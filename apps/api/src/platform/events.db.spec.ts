import { type TestApp, organisation, person, service, testApp } from '../testing/app.js';

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
  const listen = async (who: string, wanted: number, lastEventId?: string) => {
    const stop = new AbortController();
    const headers = {
      authorization: `Bearer ${tokens.get(who)}`,
      ...(lastEventId ? { 'last-event-id': lastEventId } : {}),
    };
    const { body } = await fetch(`${base}/api/events`, { headers, signal: stop.signal });
    const heard = (async () => {
      let text = '';
      const done = setTimeout(() => stop.abort(), 20_000);
      try {
        for await (const chunk of body!.pipeThrough(new TextDecoderStream())) {
          text += chunk;
          if (text.split('\ndata: ').length > wanted) break;
        }
      } catch (error) {
        if (!stop.signal.aborted) throw error;
      }
      clearTimeout(done);
      stop.abort();
      return [...text.matchAll(/id: (\d+)\ndata: (.*)\n/g)].map(([, id, data]) => ({
        id: id!,
        ...JSON.parse(data!),
      }));
    })();
    return { heard };
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

  it('tell those who may see it, and nobody else, what changed', async () => {
    const [oversight, lead] = [await listen('oversight', 2), await listen('DWP', 1)];
    await record('HMT-1');
    await record('DWP-1');
    expect((await oversight.heard).map(({ subject }) => subject)).toEqual(['HMT-1', 'DWP-1']);
    expect((await lead.heard).map(({ subject }) => subject)).toEqual(['DWP-1']);
  });

  it('give what was missed since the last event, once', async () => {
    const live = await listen('oversight', 1);
    await record('HMT-1');
    const [{ id }] = (await live.heard) as [{ id: string }];
    await record('DWP-1');
    await record('HMT-1');
    const missed = await listen('oversight', 2, id);
    expect((await missed.heard).map(({ subject }) => subject)).toEqual(['DWP-1', 'HMT-1']);
  });
});
