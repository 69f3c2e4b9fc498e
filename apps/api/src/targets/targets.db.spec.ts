import { setTimeout as wait } from 'node:timers/promises';
import { type TestApp, organisation, person, service, testApp } from '../testing/app.js';

const year = new Date().getFullYear();
const [nextMarch, nextJune, pastMarch] = [`${year + 1}-03-31`, `${year + 1}-06-30`, `${year - 1}-03-31`];

describe('targets', () => {
  let headway: TestApp;
  let lead: string;

  beforeAll(async () => {
    headway = await testApp();
    await organisation(headway.source, 'DWP');
    await organisation(headway.source, 'HMRC');
    lead = await person(headway.source, 'digital_lead', 'dwp');
  }, 60_000);
  afterAll(() => headway.close());

  let next = 0;
  const newService = async () => {
    const reference = `DWP-${++next}`;
    await service(headway.source, reference, 'dwp');
    return `/api/services/${reference}`;
  };
  const set = (path: string, version: number | '*', body: object, stage = 'live', token = lead) =>
    headway.ask('PUT', `${path}/targets/${stage}`, {
      token,
      body,
      headers: { 'if-match': version === '*' ? '*' : `"${version}"` },
    });
  const read = async (path: string) => (await headway.ask('GET', path, { token: lead })).json();
  const history = async (path: string, query = '') => (await read(`${path}/targets${query}`)).items;
  const refusal = async (answer: ReturnType<typeof set>) => {
    const { statusCode, json } = await answer;
    const [error] = (json() as { errors: { pointer: string; code: string }[] }).errors;
    return [statusCode, error!.pointer, error!.code];
  };

  it('answer the service with its next version, and keep what was first said', async () => {
    const path = await newService();
    const first = await set(path, 1, { dueOn: nextMarch });
    expect([first.statusCode, first.headers['etag']]).toEqual([200, '"2"']);
    expect(first.json().targets).toEqual([
      { stage: 'live', dueOn: nextMarch, firstDueOn: nextMarch, slippage: 0 },
    ]);
    const moved = await set(path, 2, { dueOn: nextJune, reason: 'The supplier is late' });
    expect(moved.json().targets).toEqual([
      { stage: 'live', dueOn: nextJune, firstDueOn: nextMarch, slippage: 91 },
    ]);
    const given = await set(path, 3, { dueOn: null, reason: 'Not this year' });
    expect(given.json().targets).toEqual([
      { stage: 'live', dueOn: null, firstDueOn: nextMarch, slippage: null },
    ]);
    expect(await history(path)).toEqual(
      [
        [null, 'Not this year'],
        [nextJune, 'The supplier is late'],
        [nextMarch, null],
      ].map(([dueOn, reason]) => ({
        stage: 'live',
        dueOn,
        reason,
        setAt: jasmine.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
        setBy: 'digital_lead dwp',
      })),
    );
  });

  it('are apart for live and redesigned', async () => {
    const path = await newService();
    await set(path, 1, { dueOn: nextMarch });
    const both = await set(path, 2, { dueOn: nextMarch }, 'redesigned');
    expect(both.json().targets.map(({ stage }: { stage: string }) => stage)).toEqual(['live', 'redesigned']);
  });

  it('keep to the rules, each with its field, and the version stays', async () => {
    const path = await newService();
    await headway.source.query(`UPDATE service SET opens_on = '2020-04-01' WHERE reference = $1`, [
      path.split('/').at(-1),
    ]);
    expect(await refusal(set(path, 1, { dueOn: null }))).toEqual([422, '/dueOn', 'nothing_to_give_up']);
    expect(await refusal(set(path, 1, { dueOn: '2020-03-31' }))).toEqual([422, '/dueOn', 'before_it_opened']);
    expect((await set(path, 1, { dueOn: pastMarch })).statusCode).toBe(200);
    const reason = 'Late';
    expect(await refusal(set(path, 2, { dueOn: pastMarch, reason }))).toEqual([
      422,
      '/dueOn',
      'nothing_changed',
    ]);
    expect(await refusal(set(path, 2, { dueOn: `${year - 1}-04-01`, reason }))).toEqual([
      422,
      '/dueOn',
      'in_the_past',
    ]);
    expect(await refusal(set(path, 2, { dueOn: nextMarch, reason: ' ' }))).toEqual([
      422,
      '/reason',
      'reason_required',
    ]);
    expect((await read(path)).version).toBe(2);
    expect((await history(path)).length).toBe(1);
  });

  it('are of no other stage, and of real dates', async () => {
    const path = await newService();
    expect((await set(path, 1, { dueOn: nextMarch }, 'in_progress')).statusCode).toBe(400);
    expect(await refusal(set(path, 1, { dueOn: '2027-02-30' }))).toEqual([400, '/dueOn', 'custom']);
    expect(await refusal(set(path, 1, {}))).toEqual([400, '/dueOn', 'invalid_type']);
    expect(await refusal(set(path, 1, { dueOn: nextMarch, by: 'me' }))).toEqual([
      400,
      '/by',
      'unknown_field',
    ]);
  });

  it('are set by a lead of the department, over the version that was read', async () => {
    const path = await newService();
    const other = await person(headway.source, 'digital_lead', 'hmrc');
    const status = async (token: string) =>
      (await set(path, 1, { dueOn: nextMarch }, 'live', token)).statusCode;
    expect(await status(other)).toBe(404);
    for (const role of ['approver', 'viewer', 'oversight', 'admin'] as const)
      expect(await status(await person(headway.source, role, role === 'approver' ? 'dwp' : undefined)))
        .withContext(role)
        .toBe(403);
    expect((await headway.ask('GET', `${path}/targets`, { token: other })).statusCode).toBe(404);
    const body = { dueOn: nextMarch };
    const missing = await headway.ask('PUT', `${path}/targets/live`, { token: lead, body });
    expect(missing.statusCode).toBe(428);
    expect((await set(path, 2, body)).statusCode).toBe(412);
    expect(await history(path)).toEqual([]);
  });

  it('are only read by who leads another department and sees them by another role', async () => {
    const { source } = headway;
    const token = await person(source, 'digital_lead', await organisation(source, 'MOJ'));
    await source.query(
      `INSERT INTO role_grant (person_id, role) SELECT id, 'viewer' FROM person WHERE name = 'digital_lead moj'`,
    );
    const path = await newService();
    expect((await headway.ask('GET', `${path}/targets`, { token })).statusCode).toBe(200);
    expect((await set(path, 1, { dueOn: nextMarch }, 'live', token)).statusCode).toBe(403);
  });

  it('take one of two at once', async () => {
    const path = await newService();
    const dates = Array.from({ length: 8 }, (_, n) => `${year + 1}-03-${10 + n}`);
    const answers = await Promise.all(dates.map((dueOn) => set(path, 1, { dueOn })));
    expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, ...Array(7).fill(412)]);
    expect((await history(path)).length).toBe(1);
  });

  it('are as they were known at an instant', async () => {
    const path = await newService();
    await set(path, 1, { dueOn: nextMarch });
    await wait(5);
    const then = new Date().toISOString();
    await wait(5);
    await set(path, 2, { dueOn: nextJune, reason: 'Late' });
    const query = `?asKnownAt=${then}`;
    expect((await history(path, query)).map(({ dueOn }: { dueOn: string }) => dueOn)).toEqual([nextMarch]);
    expect((await read(`${path}${query}`)).targets[0].dueOn).toBe(nextMarch);
    expect((await read(path)).targets[0].dueOn).toBe(nextJune);
    const future = await headway.ask('GET', `${path}/targets?asKnownAt=2098-01-01`, { token: lead });
    expect(future.statusCode).toBe(400);
  });

  it('are never changed nor taken away', async () => {
    await set(await newService(), 1, { dueOn: nextMarch });
    for (const statement of [
      `UPDATE target SET due_on = '2030-01-01'`,
      'DELETE FROM target',
      'TRUNCATE target',
    ])
      await expectAsync(headway.source.query(statement)).withContext(statement).toBeRejected();
  });

  it('are in the audit trail and tell who listens', async () => {
    const path = await newService();
    await set(path, 1, { dueOn: nextMarch });
    await set(path, 2, { dueOn: nextMarch, reason: 'Refused, so not told' });
    const subject = path.split('/').at(-1);
    expect(
      await headway.source.query('SELECT action, detail FROM audit_entry WHERE subject = $1', [subject]),
    ).toEqual([
      { action: 'target.set', detail: { stage: 'live', before: null, after: nextMarch, reason: null } },
    ]);
    expect(await headway.source.query('SELECT kind FROM event WHERE subject = $1', [subject])).toEqual([
      { kind: 'service.changed' },
    ]);
  });
});
