import type { BatchResult } from '@headway/contract';
import { type TestApp, organisation, person, service, testApp } from '../testing/app.js';

describe('many records at once', () => {
  let headway: TestApp;
  let lead: string;

  beforeAll(async () => {
    headway = await testApp();
    for (const slug of ['DWP', 'DFT']) await organisation(headway.source, slug);
    lead = await person(headway.source, 'digital_lead', 'dwp');
  }, 60_000);
  afterAll(() => headway.close());

  let next = 0;
  const newServices = async (n: number, owner = 'dwp') => {
    const references = Array.from({ length: n }, () => `${owner.toUpperCase()}-${++next}`);
    for (const reference of references) await service(headway.source, reference, owner);
    return references;
  };
  const send = (records: readonly object[], headers: Record<string, string> = {}, token = lead) =>
    headway.ask('POST', '/api/records/batch', { token, body: { records }, headers });
  const said = (of: string, rest: object = {}) => ({
    change: 'record',
    service: of,
    version: 1,
    stage: 'live',
    effectiveOn: '2026-01-31',
    ...rest,
  });
  const get = async (path: string) => (await headway.ask('GET', path, { token: lead })).json();
  const written = async (references: readonly string[]) => {
    const [{ records }] = await headway.source.query(
      `SELECT count(*) AS records FROM (
         SELECT service_id FROM stage_record UNION ALL SELECT service_id FROM stage_confirmation
       ) r JOIN service s ON s.id = r.service_id WHERE reference = ANY ($1)`,
      [references],
    );
    return records as number;
  };

  it('writes 500 with a result for each, in order, one audit entry and one version each', async () => {
    const references = await newServices(500);
    const answer = await send(references.map((one) => said(one)));
    expect(answer.statusCode).withContext(answer.body.slice(0, 300)).toBe(200);
    const { results } = answer.json() as BatchResult;
    expect(results.map(({ service: { reference } }) => reference)).toEqual(references);
    expect(
      results.every(({ record, service: { version } }) => record!.kind === 'first' && version === 2),
    ).toBeTrue();
    const [{ entries }] = await headway.source.query(
      `SELECT count(*) AS entries FROM audit_entry WHERE action = 'stage.recorded' AND subject = ANY ($1)`,
      [references],
    );
    expect(entries).toBe(500);
  });

  it('takes records, confirmations, corrections and withdrawals side by side', async () => {
    const [a, b, c, d] = await newServices(4);
    const begun = (await send([a, b, c, d].map((one) => said(one!)))).json() as BatchResult;
    const id = (n: number) => begun.results[n]!.record!.id;
    const rows = [
      said(a!, { version: 2, stage: 'redesigned', effectiveOn: '2026-02-01' }),
      { change: 'confirm', service: b, version: 2, effectiveOn: '2026-02-01' },
      { ...said(c!, { change: 'correct', version: 2, stage: 'in_progress' }), record: id(2), reason: 'Beta' },
      { change: 'withdraw', service: d, version: 2, record: id(3), reason: 'Recorded by mistake' },
    ];
    const { results } = (await send(rows)).json() as BatchResult;
    expect(results.map(({ record, service: { stage } }) => [record?.kind, stage])).toEqual([
      ['move', 'redesigned'],
      ['confirmation', 'live'],
      ['correction', 'in_progress'],
      [undefined, 'not_recorded'],
    ]);
  });

  it('changes nothing where one row breaks a rule, and says which rows break which', async () => {
    const references = await newServices(3);
    const [a, b, c] = references;
    const answer = await send([
      said(a!),
      said(b!, { effectiveOn: '2098-01-01' }),
      { change: 'confirm', service: c, version: 1, effectiveOn: '2026-01-31' },
    ]);
    expect(answer.statusCode).toBe(422);
    expect(
      answer.json().errors.map(({ pointer, code }: { pointer: string; code: string }) => [pointer, code]),
    ).toEqual([
      ['/records/1/effectiveOn', 'in_the_future'],
      ['/records/2/effectiveOn', 'nothing_to_confirm'],
    ]);
    expect(await written(references)).toBe(0);
    expect((await get(`/api/services/${a}`)).version).toBe(1);
  });

  it('answers with every row that somebody was quicker with, as it now stands, and changes nothing', async () => {
    const [a, b, c] = await newServices(3);
    await send([said(b!), said(c!)]);
    const answer = await send([said(a!), said(b!, { stage: 'redesigned' }), said(c!)]);
    expect([answer.statusCode, answer.json().code]).toEqual([412, 'changed_since_read']);
    const { conflicts } = answer.json();
    expect(conflicts.map((one: { row: number }) => one.row)).toEqual([1, 2]);
    expect(conflicts[0].service).toEqual(
      jasmine.objectContaining({
        reference: b as string,
        stage: 'live',
        version: 2,
        lastRecordedBy: 'digital_lead dwp',
      }),
    );
    expect(await written([a!])).toBe(0);
  });

  it('tells a missing service, and one of another department in the same words, and one given twice', async () => {
    const [mine] = await newServices(1);
    const [theirs] = await newServices(1, 'dft');
    const answers = [await send([said(mine!), said('nothing')]), await send([said(mine!), said(theirs!)])];
    for (const answer of answers) {
      expect(answer.statusCode).toBe(404);
      expect(answer.json().errors).toEqual([
        { pointer: '/records/1/service', code: 'unknown_service', message: 'There is no such service' },
      ]);
    }
    const [{ id }] = await headway.source.query('SELECT id FROM service WHERE reference = $1', [mine]);
    const twice = await send([said(mine!), said(id)]);
    expect([twice.statusCode, twice.json().errors[0].code]).toEqual([422, 'repeated']);
    const approver = await person(headway.source, 'approver', 'dwp');
    expect((await send([said(mine!)], {}, approver)).statusCode).toBe(403);
    expect(await written([mine!, theirs!])).toBe(0);
  });

  it('refuses none, 501, and rows that say nothing that is known', async () => {
    const [mine] = await newServices(1);
    const status = async (records: readonly object[]) => (await send(records)).statusCode;
    expect(await status([])).toBe(400);
    expect(await status(Array.from({ length: 501 }, () => said(mine!)))).toBe(400);
    expect(await status([{ ...said(mine!), change: 'retire' }])).toBe(400);
    const { version: _, ...unread } = said(mine!);
    const answer = await send([unread]);
    expect([answer.statusCode, answer.json().errors[0].pointer]).toEqual([400, '/records/0/version']);
  });

  it('does one thing for 50 identical requests with one key', async () => {
    const references = await newServices(5);
    const headers = { 'idempotency-key': crypto.randomUUID() };
    const answers = await Promise.all(
      Array.from({ length: 50 }, () =>
        send(
          references.map((one) => said(one)),
          headers,
        ),
      ),
    );
    expect(answers.every(({ statusCode }) => statusCode === 200 || statusCode === 409)).toBeTrue();
    expect(answers.some(({ statusCode }) => statusCode === 200)).toBeTrue();
    expect(await written(references)).toBe(5);
  });

  it('never waits for ever: batches of the same services in other orders, at once', async () => {
    const references = await newServices(20);
    const versions = async () => {
      const rows: { reference: string; version: number }[] = await headway.source.query(
        'SELECT reference, version FROM service WHERE reference = ANY ($1)',
        [references],
      );
      return new Map(rows.map(({ reference, version }) => [reference, version]));
    };
    let accepted = 0;
    const client = async (order: readonly string[]) => {
      for (let n = 0; n < 8; n++) {
        const now = await versions();
        const answer = await send(order.map((one) => said(one, { version: now.get(one) })));
        if (answer.statusCode === 200) accepted++;
        else expect(answer.statusCode).toBe(412);
      }
    };
    await Promise.all([
      client(references),
      client(references.toReversed()),
      client(references),
      client(references.toReversed()),
    ]);
    expect(accepted).toBeGreaterThan(0);
    expect(await written(references)).toBe(accepted * 20);
    expect(new Set((await versions()).values())).toEqual(new Set([accepted + 1]));
  });
});
