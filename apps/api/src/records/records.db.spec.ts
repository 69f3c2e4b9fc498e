import { londonDate } from '@headway/domain';
import { type TestApp, organisation, person, service, testApp } from '../testing/app.js';

describe('recording a stage', () => {
  let headway: TestApp;
  let lead: string;

  beforeAll(async () => {
    headway = await testApp();
    await organisation(headway.source, 'DWP');
    lead = await person(headway.source, 'digital_lead', 'dwp');
  }, 60_000);
  afterAll(() => headway.close());

  let next = 0;
  const newService = async () => {
    const reference = `DWP-${++next}`;
    await service(headway.source, reference, 'dwp');
    return `/api/services/${reference}`;
  };
  const record = (
    path: string,
    said: object,
    version: number | string,
    headers: Record<string, string> = {},
  ) =>
    headway.ask('POST', `${path}/records`, {
      token: lead,
      body: { effectiveOn: '2026-01-31', ...said },
      headers: { 'if-match': typeof version === 'number' ? `"${version}"` : version, ...headers },
    });
  const read = async (path: string) => (await headway.ask('GET', path, { token: lead })).json();
  const history = async (path: string) => read(`${path}/records`);

  it('moves the service, its version and its ETag, and tells who said what', async () => {
    const path = await newService();
    const answer = await record(path, { stage: 'live', evidenceUrl: 'https://example.gov.uk/a' }, 1);
    expect(answer.statusCode).toBe(201);
    expect(answer.headers['etag']).toBe('"2"');
    expect(answer.json()).toEqual(
      jasmine.objectContaining({ stage: 'live', kind: 'first', recordedBy: 'digital_lead dwp' }),
    );
    expect(await read(path)).toEqual(
      jasmine.objectContaining({ stage: 'live', stageSince: '2026-01-31', version: 2 }),
    );
    expect((await history(path)).total).toBe(1);
  });

  it('needs to be told the version that was read, and refuses another', async () => {
    const path = await newService();
    const missing = await headway.ask('POST', `${path}/records`, {
      token: lead,
      body: { stage: 'live', effectiveOn: '2026-01-31' },
    });
    expect([missing.statusCode, missing.json().code]).toEqual([428, 'if_match_required']);
    for (const tag of ['"2"', 'W/"1"', 'one']) {
      const stale = await record(path, { stage: 'live' }, tag);
      expect([stale.statusCode, stale.json().code]).withContext(tag).toEqual([412, 'changed_since_read']);
    }
    expect((await history(path)).total).toBe(0);
    expect((await record(path, { stage: 'live' }, '*')).statusCode).toBe(201);
  });

  it('answers broken rules with a pointer and a code, and keeps the version', async () => {
    const path = await newService();
    await record(path, { stage: 'live' }, 1);
    const back = await record(path, { stage: 'in_progress', effectiveOn: '2026-02-01' }, 2);
    expect(back.statusCode).toBe(422);
    expect(back.json().errors).toEqual([
      { pointer: '/note', code: 'note_required', message: jasmine.any(String) },
    ]);
    const future = await record(path, { stage: 'live', effectiveOn: '2098-01-01' }, 2);
    expect(future.json().errors[0]).toEqual(
      jasmine.objectContaining({ pointer: '/effectiveOn', code: 'in_the_future' }),
    );
    expect((await read(path)).version).toBe(2);
    const explained = await record(
      path,
      { stage: 'in_progress', effectiveOn: '2026-02-01', note: 'Taken down' },
      2,
    );
    expect(explained.json().kind).toBe('went_backwards');
  });

  it('takes the same again as a confirmation, and a back-dated one where it belongs', async () => {
    const path = await newService();
    await record(path, { stage: 'live', effectiveOn: '2026-03-01' }, 1);
    expect((await record(path, { stage: 'live', effectiveOn: londonDate(new Date()) }, 2)).json().kind).toBe(
      'confirmation',
    );
    expect((await record(path, { stage: 'in_progress', effectiveOn: '2025-06-01' }, 3)).json().kind).toBe(
      'first',
    );
    const { items } = await history(path);
    expect(items.map(({ kind }: { kind: string }) => kind)).toEqual(['confirmation', 'move', 'first']);
    expect(await read(`${path}`)).toEqual(
      jasmine.objectContaining({ stage: 'live', stageSince: '2026-03-01' }),
    );
  });

  it('writes the audit row in the same transaction', async () => {
    const path = await newService();
    await record(path, { stage: 'live' }, 1);
    await record(path, { stage: 'redesigned', redesignUnderWay: true }, 2);
    const entries = await headway.source.query(
      `SELECT action, detail ->> 'stage' AS stage FROM audit_entry WHERE subject = $1`,
      [path.split('/').at(-1)],
    );
    expect(entries).toEqual([{ action: 'stage.recorded', stage: 'live' }]);
  });

  it('does one thing for one key, and refuses the key for another', async () => {
    const path = await newService();
    const key = { 'idempotency-key': crypto.randomUUID() };
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => record(path, { stage: 'live' }, 1, key)),
    );
    const codes = new Set(answers.map(({ statusCode }) => statusCode));
    expect([...codes].every((code) => code === 201 || code === 409))
      .withContext([...codes].join())
      .toBeTrue();
    expect((await history(path)).total).toBe(1);
    const again = await record(path, { stage: 'live' }, 1, key);
    expect([again.statusCode, again.headers['etag']]).toEqual([201, '"2"']);
    const other = await record(path, { stage: 'redesigned' }, 1, key);
    expect([other.statusCode, other.json().code]).toEqual([422, 'idempotency_key_reused']);
  });

  it('loses nothing: 2,000 conditional changes of ten services by 16 clients', async () => {
    const base = await headway.listen();
    const paths = await Promise.all(Array.from({ length: 10 }, newService));
    const accepted = new Map(paths.map((path) => [path, 0]));
    const refused = new Set<number>();
    const headers = { authorization: `Bearer ${lead}`, 'content-type': 'application/json' };
    let left = 2_000;
    const client = async () => {
      while (left-- > 0) {
        const path = paths[left % paths.length]!;
        const seen = await fetch(`${base}${path}`, { headers });
        await seen.arrayBuffer();
        const answer = await fetch(`${base}${path}/records`, {
          method: 'POST',
          headers: { ...headers, 'if-match': seen.headers.get('etag')! },
          body: JSON.stringify({
            stage: left % 2 ? 'live' : 'redesigned',
            effectiveOn: '2026-01-31',
            note: 'x',
          }),
        });
        await answer.arrayBuffer();
        if (answer.status === 201) accepted.set(path, accepted.get(path)! + 1);
        else refused.add(answer.status);
      }
    };
    await Promise.all(Array.from({ length: 16 }, client));
    expect([...refused].every((status) => status === 412))
      .withContext([...refused].join())
      .toBeTrue();
    for (const path of paths) {
      expect((await read(path)).version - 1).toBe(accepted.get(path)!);
      expect((await history(path)).total).toBe(accepted.get(path)!);
    }
    expect([...accepted.values()].reduce((sum, n) => sum + n)).toBeGreaterThan(100);
  }, 120_000);
});
