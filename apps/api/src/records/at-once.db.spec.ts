import type { BatchResult, Service, StageRecord } from '@headway/contract';
import { daysAfter, londonDate } from '@headway/domain';
import { type TestApp, organisation, person, service, testApp } from '../testing/app.js';

const today = londonDate(new Date());

describe('two people who record one service at once', () => {
  let headway: TestApp;
  let [a, b]: [string, string] = ['', ''];
  let made = 0;
  beforeAll(async () => {
    headway = await testApp();
    await organisation(headway.source, 'DWP');
    [a, b] = [
      await person(headway.source, 'digital_lead', 'dwp'),
      await person(headway.source, 'digital_lead', 'dwp'),
    ];
  });
  afterAll(() => headway.close());

  const ask = async (token: string, method: string, path: string, body?: object, match = '*') => {
    const headers = { 'if-match': match };
    const answer = await headway.ask(method, `/api/${path}`, { token, headers, ...(body && { body }) });
    return { status: answer.statusCode, body: answer.json() };
  };
  /** In progress since long ago, as both read it; then A records, and B finds it changed. */
  const opened = async (theirs: object) => {
    const reference = `A-${++made}`;
    await service(headway.source, reference, 'dwp');
    const path = `services/${reference}`;
    await ask(a, 'POST', `${path}/records`, { stage: 'in_progress', effectiveOn: '2025-01-10' });
    const read = (await ask(b, 'GET', path)).body as Service;
    await ask(a, 'POST', `${path}/records`, theirs);
    const yours = { stage: 'in_progress', redesignUnderWay: true, effectiveOn: today };
    const late = await ask(b, 'POST', `${path}/records`, yours, `"${read.version}"`);
    expect(late.status).toBe(412);
    return { path, reference, read, yours };
  };
  const history = async (path: string) =>
    (await ask(a, 'GET', `${path}/records`)).body.items as StageRecord[];

  it('correct the other by choosing their own, both readable, with no step backwards', async () => {
    const { path, read, yours } = await opened({ stage: 'live', effectiveOn: today });
    const kept = await ask(b, 'POST', `${path}/records`, { ...yours, over: read.lastWrittenAt });
    expect([kept.status, kept.body.kind, kept.body.service.stage]).toEqual([
      201,
      'correction',
      'in_progress',
    ]);
    const [mine, theirs] = await history(path);
    expect(mine!.replaces).toBe(theirs!.id);
    expect(theirs).toEqual(jasmine.objectContaining({ kind: 'corrected', stage: 'live' }));
    expect(theirs!.correction!.reason).toMatch(
      /^Recorded at the same time by .+, and this one was chosen instead$/,
    );
    const [{ action }] = await headway.source.query(
      'SELECT action FROM audit_entry ORDER BY id DESC LIMIT 1',
    );
    expect(action).toBe('stage.corrected');
  });

  it('do so among many services too', async () => {
    const { path, reference, read, yours } = await opened({
      stage: 'live',
      effectiveOn: daysAfter(today, -3),
    });
    const { version } = (await ask(b, 'GET', path)).body as Service;
    const row = { change: 'record', service: reference, version, ...yours, over: read.lastWrittenAt };
    const { results } = (await ask(b, 'POST', 'records/batch', { records: [row] })).body as BatchResult;
    expect(results[0]!.record!.kind).toBe('correction');
    expect((await history(path)).map(({ kind }) => kind)).toEqual(['correction', 'corrected', 'first']);
  });

  it('correct every record that stands against it, so that no step backwards is left', async () => {
    const { path, read, yours } = await opened({ stage: 'live', effectiveOn: daysAfter(today, -3) });
    await ask(a, 'POST', `${path}/records`, { stage: 'redesigned', effectiveOn: daysAfter(today, -1) });
    const kept = await ask(b, 'POST', `${path}/records`, { ...yours, over: read.lastWrittenAt });
    expect([kept.status, kept.body.kind, kept.body.service.stage]).toEqual([
      201,
      'correction',
      'in_progress',
    ]);
    expect((await history(path)).map(({ kind, correction }) => [kind, correction?.reason])).toEqual([
      ['correction', undefined],
      [
        'corrected',
        jasmine.stringMatching(/^Recorded at the same time by .+, and this one was chosen instead$/),
      ],
      [
        'corrected',
        jasmine.stringMatching(/^Recorded at the same time by .+, and another record was chosen/),
      ],
      ['first', undefined],
    ] as never);
    const actions = await headway.source.query('SELECT action FROM audit_entry ORDER BY id DESC LIMIT 2');
    expect(actions).toEqual([{ action: 'stage.corrected' }, { action: 'stage.withdrawn' }]);
  });

  it('stand one after the other where both can be true', async () => {
    const { path, read } = await opened({ stage: 'live', effectiveOn: daysAfter(today, -3) });
    const yours = { stage: 'redesigned', effectiveOn: today, over: read.lastWrittenAt };
    const kept = await ask(b, 'POST', `${path}/records`, yours);
    expect(kept.body.kind).toBe('move');
  });

  it('and a colleague’s record that was there before is never corrected by it', async () => {
    const { path } = await opened({ stage: 'live', effectiveOn: daysAfter(today, -1) });
    const { lastWrittenAt } = (await ask(b, 'GET', path)).body as Service;
    const yours = { stage: 'in_progress', effectiveOn: today, note: 'Taken down', over: lastWrittenAt };
    expect((await ask(b, 'POST', `${path}/records`, yours)).body.kind).toBe('went_backwards');
  });
});
