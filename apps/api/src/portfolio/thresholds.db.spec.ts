import { setTimeout as wait } from 'node:timers/promises';
import type { Signals, Threshold } from '@headway/contract';
import { daysAfter, defaultThresholds, londonDate, thresholdSignals } from '@headway/domain';
import { type TestApp, organisation, person, service, testApp } from '../testing/app.js';

const path = '/api/portfolio/signals/thresholds';
const reason = 'A year is too long';

describe('thresholds', () => {
  let headway: TestApp;
  let oversight: string;

  beforeEach(async () => {
    headway = await testApp();
    await organisation(headway.source, 'DWP');
    oversight = await person(headway.source, 'oversight');
  }, 60_000);
  afterEach(() => headway.close());

  const set = (signal: string, version: number | '*', body: object, token = oversight) =>
    headway.ask('PUT', `${path}/${signal}`, {
      token,
      body,
      headers: { 'if-match': version === '*' ? '*' : `"${version}"` },
    });
  const get = async <T>(address: string) => {
    const answer = await headway.ask('GET', address, { token: oversight });
    expect(answer.statusCode).withContext(answer.body).toBe(200);
    return answer.json() as T;
  };
  const list = async (query = '') => (await get<{ items: Threshold[] }>(`${path}${query}`)).items;
  const values = async (query = '') => (await list(query)).map(({ value }) => value);

  it('are what they are unless set, each at its first version', async () => {
    expect((await list()).map(({ signal, value, version }) => [signal, value, version])).toEqual(
      thresholdSignals.map((signal) => [signal, defaultThresholds[signal], 1]),
    );
  });

  it('answer with the next version, and keep every value with who set it when and why', async () => {
    const first = await set('stalled', 1, { value: 180, reason });
    expect([first.statusCode, first.headers['etag']]).toEqual([200, '"2"']);
    const second = await set('stalled', 2, { value: 270, reason: 'Half a year is too short' });
    expect(second.json()).toEqual({
      signal: 'stalled',
      unit: 'days',
      value: 270,
      default: 365,
      most: 3650,
      history: [
        [270, 'Half a year is too short'],
        [180, reason],
      ].map(([value, why]) => ({
        value,
        reason: why,
        setAt: jasmine.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
        setBy: 'oversight',
      })),
      version: 3,
    });
    expect((await list())[0]).toEqual(second.json());
    expect(await values()).toEqual([270, 365, 2, 2]);
  });

  it('count from the moment they are set, and before it those of that time do', async () => {
    const { source } = headway;
    await service(source, 'DWP-001', 'dwp');
    const since = daysAfter(londonDate(new Date()), -200);
    await source.query(
      `INSERT INTO stage_record (service_id, stage, effective_on, recorded_by)
       SELECT s.id, 'in_progress', $1, p.id FROM service s, person p LIMIT 1`,
      [since],
    );
    await wait(5);
    const before = new Date().toISOString();
    await wait(5);
    const stalled = async (query = '') => {
      const { total, thresholds } = await get<Signals>(`/api/portfolio/signals${query}`);
      return [total.stalled, thresholds.stalled];
    };
    expect(await stalled()).toEqual([0, 365]);
    await set('stalled', 1, { value: 200, reason });
    expect(await stalled()).toEqual([1, 200]);
    expect(await stalled(`?asKnownAt=${before}`)).toEqual([0, 365]);
    expect(await values(`?asKnownAt=${before}`)).toEqual([365, 365, 2, 2]);
    const listed = await get<{ total: number }>(`/api/services?signal=stalled&asKnownAt=${before}`);
    expect(listed.total).toBe(0);
    const later = await headway.ask('GET', `${path}?asKnownAt=2098-01-01`, { token: oversight });
    expect(later.statusCode).toBe(400);
  });

  it('keep to the rules, each with its field', async () => {
    const cases = [
      ['slipped', { value: 21, reason }, 422, '/value', 'out_of_range'],
      ['slipped', { value: 2, reason }, 422, '/value', 'nothing_changed'],
      ['slipped', { value: 0, reason }, 400, '/value', 'too_small'],
      ['stalled', { value: 3651, reason }, 400, '/value', 'too_big'],
      ['stalled', { value: 1.5, reason }, 400, '/value', 'invalid_type'],
      ['stalled', { value: 180, reason: ' ' }, 400, '/reason', 'custom'],
      ['stalled', { value: 180 }, 400, '/reason', 'invalid_type'],
      ['stalled', { value: 180, reason, by: 'me' }, 400, '/by', 'unknown_field'],
    ] as const;
    for (const [signal, body, status, pointer, code] of cases) {
      const answer = await set(signal, 1, body);
      const [error] = (answer.json() as { errors: { pointer: string; code: string }[] }).errors;
      expect([answer.statusCode, error!.pointer, error!.code])
        .withContext(JSON.stringify(body))
        .toEqual([status, pointer, code]);
    }
    for (const signal of ['front_only', 'check_claim', 'nothing'])
      expect((await set(signal, 1, { value: 3, reason })).statusCode).toBe(400);
    expect((await list()).every(({ version }) => version === 1)).toBeTrue();
  });

  it('are set by oversight and admin alone, over the version that was read', async () => {
    const body = { value: 180, reason };
    for (const role of ['viewer', 'digital_lead', 'approver'] as const) {
      const token = await person(headway.source, role, role === 'viewer' ? undefined : 'dwp');
      expect((await set('stalled', 1, body, token)).statusCode)
        .withContext(role)
        .toBe(403);
      expect((await headway.ask('GET', path, { token })).statusCode)
        .withContext(role)
        .toBe(200);
    }
    expect((await headway.ask('PUT', `${path}/stalled`, { token: oversight, body })).statusCode).toBe(428);
    expect((await set('stalled', 2, body)).statusCode).toBe(412);
    expect(await values()).toEqual([365, 365, 2, 2]);
    expect((await set('stalled', 1, body, await person(headway.source, 'admin'))).statusCode).toBe(200);
  });

  it('take one of several at once', async () => {
    const each = Array.from({ length: 6 }, (_, n) => set('stalled', 1, { value: 180 + n, reason }));
    const statuses = (await Promise.all(each)).map(({ statusCode }) => statusCode);
    expect(statuses.toSorted()).toEqual([200, 412, 412, 412, 412, 412]);
    expect((await list())[0]!.history.length).toBe(1);
  });

  it('are never changed nor taken away', async () => {
    await set('stalled', 1, { value: 180, reason });
    for (const statement of [
      'UPDATE signal_threshold SET value = 1',
      'DELETE FROM signal_threshold',
      'TRUNCATE signal_threshold',
    ])
      await expectAsync(headway.source.query(statement)).withContext(statement).toBeRejected();
  });

  it('are in the audit trail of all government and tell who listens', async () => {
    await set('stalled', 1, { value: 180, reason });
    await set('stalled', 2, { value: 180, reason: 'Refused, so not told' });
    expect(
      await headway.source.query(
        `SELECT action, subject, organisation_id, detail FROM audit_entry WHERE subject = 'stalled'`,
      ),
    ).toEqual([
      {
        action: 'threshold.set',
        subject: 'stalled',
        organisation_id: null,
        detail: { before: 365, after: 180, reason },
      },
    ]);
    expect(await headway.source.query('SELECT kind, subject, organisation_id FROM event')).toEqual([
      { kind: 'threshold.changed', subject: 'stalled', organisation_id: null },
    ]);
  });
});
