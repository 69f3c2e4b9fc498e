import type { StageRecord } from '@headway/contract';
import { type TestApp, organisation, person, service, testApp } from '../testing/app.js';

describe('correcting a record', () => {
  let headway: TestApp;
  let lead: string;

  beforeAll(async () => {
    headway = await testApp();
    for (const slug of ['DWP', 'DFT']) await organisation(headway.source, slug);
    lead = await person(headway.source, 'digital_lead', 'dwp');
  }, 60_000);
  afterAll(() => headway.close());

  let next = 0;
  const newService = async () => {
    const reference = `DWP-${++next}`;
    await service(headway.source, reference, 'dwp');
    return `/api/services/${reference}`;
  };
  const post = (path: string, body: object, match = '*', token = lead) =>
    headway.ask('POST', path, { token, body, headers: { 'if-match': match } });
  const record = async (
    path: string,
    stage: string,
    effectiveOn: string,
    rest: object = {},
  ): Promise<StageRecord> => (await post(`${path}/records`, { stage, effectiveOn, ...rest })).json();
  const correct = (path: string, id: string, body: object, match?: string, token?: string) =>
    post(`${path}/records/${id}/corrections`, body, match, token);
  const get = async (path: string) => (await headway.ask('GET', path, { token: lead })).json();
  const history = async (path: string, query = ''): Promise<StageRecord[]> =>
    (await get(`${path}/records${query}`)).items;

  it('puts another record in its place, and keeps both readable with the reason', async () => {
    const path = await newService();
    await record(path, 'in_progress', '2025-01-10');
    const wrong = await record(path, 'redesigned', '2025-06-01');
    const answer = await correct(
      path,
      wrong.id,
      { stage: 'live', effectiveOn: '2025-06-03', reason: 'Only put online' },
      '"3"',
    );
    expect([answer.statusCode, answer.headers['etag']]).toEqual([201, '"4"']);
    const right = answer.json().record as StageRecord;
    expect(right).toEqual(
      jasmine.objectContaining({
        kind: 'correction',
        stageBefore: 'in_progress',
        replaces: wrong.id,
        reason: 'Only put online',
      }),
    );
    expect(answer.json().service).toEqual(
      jasmine.objectContaining({ stage: 'live', stageSince: '2025-06-03' }),
    );
    const [first, second, third] = await history(path);
    expect([first!.id, second!.kind, third!.kind]).toEqual([right.id, 'corrected', 'first']);
    expect(second!.correction).toEqual({
      at: jasmine.any(String) as unknown as string,
      by: 'digital_lead dwp',
      reason: 'Only put online',
      replacedBy: right.id,
    });
  });

  it('is never a step backwards, and re-reads what comes after', async () => {
    const path = await newService();
    const first = await record(path, 'live', '2025-01-10');
    await record(path, 'redesigned', '2025-06-01');
    const answer = await correct(path, first.id, {
      stage: 'in_progress',
      effectiveOn: '2025-01-10',
      reason: 'Beta only',
    });
    expect(answer.statusCode).toBe(201);
    expect((await history(path)).map(({ kind }) => kind)).toEqual(['move', 'correction', 'corrected']);
  });

  it('withdraws a record that should never have been, and what was in force before counts again', async () => {
    const path = await newService();
    const only = await record(path, 'live', '2025-01-10');
    const answer = await correct(path, only.id, { withdrawn: true, reason: 'Meant for another service' });
    expect(answer.json().record).toBeNull();
    expect(answer.json().service).toEqual(
      jasmine.objectContaining({ stage: 'not_recorded', stageSince: null, lastRecordedAt: null }),
    );
    expect((await history(path)).map(({ kind }) => kind)).toEqual(['corrected']);
  });

  it('can itself be corrected, but no record twice', async () => {
    const path = await newService();
    const first = await record(path, 'live', '2025-01-10');
    const body = { stage: 'in_progress', effectiveOn: '2025-01-10', reason: 'Beta' };
    const second = (await correct(path, first.id, body)).json().record as StageRecord;
    const again = await correct(path, first.id, body);
    expect([again.statusCode, again.json().code]).toEqual([409, 'wrong_state']);
    expect((await correct(path, second.id, { withdrawn: true, reason: 'All wrong' })).statusCode).toBe(201);
    expect((await get(path)).stage).toBe('not_recorded');
  });

  it('is refused without a reason, of an unknown record, over another version, and by others', async () => {
    const path = await newService();
    const other = await record(await newService(), 'live', '2025-01-10');
    const { id } = await record(path, 'live', '2025-01-10');
    const body = { stage: 'live', effectiveOn: '2025-01-11', reason: 'A day late' };
    const status = async (...asked: Parameters<typeof correct>) => (await correct(...asked)).statusCode;
    expect(await status(path, id, { ...body, reason: ' ' })).toBe(400);
    expect(await status(path, id, { withdrawn: true })).toBe(400);
    expect(await status(path, other.id, body)).toBe(404);
    expect(await status(path, 'nothing', body)).toBe(404);
    expect(await status(path, id, body, '"1"')).toBe(412);
    expect(await status(path, id, { ...body, effectiveOn: '2098-01-01' })).toBe(422);
    const stranger = await person(headway.source, 'digital_lead', 'dft');
    expect(await status(path, id, body, '*', stranger)).toBe(404);
    const approver = await person(headway.source, 'approver', 'dwp');
    expect(await status(path, id, body, '*', approver)).toBe(403);
    expect((await history(path)).length).toBe(1);
  });

  it('leaves what was known before as it was known', async () => {
    const path = await newService();
    const wrong = await record(path, 'redesigned', '2025-01-10');
    const then = wrong.recordedAt;
    await new Promise((resolve) => setTimeout(resolve, 5));
    await correct(path, wrong.id, { stage: 'live', effectiveOn: '2025-01-10', reason: 'Too much' });
    expect((await get(`${path}?asKnownAt=${then}`)).stage).toBe('redesigned');
    const [known] = await history(path, `?asKnownAt=${then}`);
    expect([known!.id, known!.kind, known!.correction]).toEqual([wrong.id, 'first', null]);
    expect((await get(path)).stage).toBe('live');
  });

  it('is not asked for what is not known yet', async () => {
    const path = await newService();
    const later = new Date(Date.now() + 60_000).toISOString();
    for (const asked of [`${path}?asKnownAt=${later}`, `${path}/records?asKnownAt=2098-01-01`]) {
      const answer = await headway.ask('GET', asked, { token: lead });
      expect([answer.statusCode, answer.json().errors[0].pointer]).toEqual([400, '/asKnownAt']);
    }
  });

  it('waits for whoever is still writing before it says what was known', async () => {
    const path = await newService();
    const runner = headway.source.createQueryRunner();
    await runner.startTransaction();
    await runner.query(
      `INSERT INTO stage_record (service_id, recorded_by, stage, effective_on)
       SELECT s.id, p.id, 'live', '2025-01-10' FROM service s, person p WHERE reference = $1 LIMIT 1`,
      [path.split('/').at(-1)],
    );
    await new Promise((resolve) => setTimeout(resolve, 5));
    const asking = get(`${path}?asKnownAt=${new Date(Date.now() - 2).toISOString()}`);
    await new Promise((resolve) => setTimeout(resolve, 200));
    await runner.commitTransaction();
    await runner.release();
    expect((await asking).stage).toBe('live');
  });
});
