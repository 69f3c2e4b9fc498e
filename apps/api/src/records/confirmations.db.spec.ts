import type { BatchCheck, Service, StageRecord } from '@headway/contract';
import { daysAfter, formatDate, londonDate } from '@headway/domain';
import { type TestApp, organisation, person, service, testApp } from '../testing/app.js';

const today = londonDate(new Date());
const ago = (days: number) => daysAfter(today, -days);

describe('a confirmation', () => {
  let headway: TestApp;
  let token: string;
  let made = 0;
  beforeAll(async () => {
    headway = await testApp();
    await organisation(headway.source, 'DWP');
    token = await person(headway.source, 'digital_lead', 'dwp');
  });
  afterAll(() => headway.close());

  const newService = async () => {
    const reference = `C-${++made}`;
    await service(headway.source, reference, 'dwp');
    return reference;
  };
  const send = async (method: string, path: string, body?: object) => {
    const headers = { 'if-match': '*' };
    const answer = await headway.ask(method, `/api/services/${path}`, {
      token,
      headers,
      ...(body && { body }),
    });
    return { status: answer.statusCode, body: answer.json() };
  };
  const record = async (of: string, stage: string, effectiveOn: string, rest: object = {}) => {
    const { status, body } = await send('POST', `${of}/records`, { stage, effectiveOn, ...rest });
    expect(status).withContext(JSON.stringify(body)).toBe(201);
    return body as StageRecord & { service: Service };
  };
  const correct = (of: string, id: string, body: object) =>
    send('POST', `${of}/records/${id}/corrections`, body);
  const history = async (of: string, query = '') =>
    (await send('GET', `${of}/records${query}`)).body.items as StageRecord[];
  const read = async (of: string) => (await send('GET', of)).body as Service;
  const signals = async (of: string) => {
    const path = `/api/portfolio/signals/services?reference=${of}`;
    const { items } = (await headway.ask('GET', path, { token: oversight })).json();
    return (items[0]?.signals ?? []).map(({ signal }: { signal: string }) => signal) as string[];
  };
  let oversight: string;
  beforeAll(async () => void (oversight = await person(headway.source, 'oversight')));

  it('decides no stage: in progress since ten days ago is so, though not started was confirmed today', async () => {
    const one = await newService();
    await record(one, 'not_started', ago(300));
    const confirmed = await record(one, 'not_started', today);
    expect([confirmed.kind, confirmed.stage, confirmed.stageBefore]).toEqual([
      'confirmation',
      'not_started',
      'not_started',
    ]);
    await record(one, 'in_progress', ago(10));
    expect(await read(one)).toEqual(
      jasmine.objectContaining({ stage: 'in_progress', stageSince: ago(10), lastEffectiveOn: today }),
    );
    const kinds = (await history(one)).map(({ kind, stage, stageBefore }) => [kind, stage, stageBefore]);
    expect(kinds).toEqual([
      ['confirmation', 'not_started', 'in_progress'],
      ['move', 'in_progress', 'not_started'],
      ['first', 'not_started', null],
    ]);
    expect(await signals(one)).not.toContain('went_backwards');
  });

  it('falls with the record that it confirmed, and the stage with both', async () => {
    const one = await newService();
    await record(one, 'in_progress', ago(300));
    const wrong = await record(one, 'live', ago(200));
    const confirmed = await record(one, 'live', ago(5), { note: 'Still live' });
    expect(confirmed).toEqual(
      jasmine.objectContaining({ confirms: wrong.id, note: 'Still live', fallen: null }),
    );
    const { body } = await correct(one, wrong.id, { withdrawn: true, reason: 'Another service' });
    expect(body.service).toEqual(
      jasmine.objectContaining({ stage: 'in_progress', stageSince: ago(300), lastEffectiveOn: ago(300) }),
    );
    expect((await history(one)).map(({ kind, fallen }) => [kind, fallen])).toEqual([
      ['confirmation', 'record_withdrawn'],
      ['corrected', null],
      ['first', null],
    ]);
  });

  it('follows its record to the one that replaces it, and falls when that is withdrawn', async () => {
    const one = await newService();
    const wrong = await record(one, 'live', ago(200));
    await record(one, 'live', ago(5));
    const put = { stage: 'in_progress', effectiveOn: ago(200), reason: 'Beta only' };
    const right = (await correct(one, wrong.id, put)).body;
    expect(right.service).toEqual(
      jasmine.objectContaining({ stage: 'in_progress', lastEffectiveOn: ago(5) }),
    );
    await correct(one, right.record.id, { withdrawn: true, reason: 'Another service' });
    expect(await read(one)).toEqual(
      jasmine.objectContaining({ stage: 'not_recorded', lastEffectiveOn: null, lastRecordedAt: null }),
    );
  });

  it('can be withdrawn with a reason, stays readable, and is never made into a stage', async () => {
    const one = await newService();
    await record(one, 'live', ago(200));
    const { id } = await record(one, 'live', ago(5));
    const refused = await correct(one, id, { stage: 'in_progress', effectiveOn: ago(5), reason: 'Not so' });
    expect([refused.status, refused.body.errors[0].code]).toEqual([422, 'confirmation_has_no_stage']);
    const withdrawn = await correct(one, id, { withdrawn: true, reason: 'Looked at another' });
    expect([withdrawn.status, withdrawn.body.record]).toEqual([201, null]);
    expect(withdrawn.body.service.lastEffectiveOn).toBe(ago(200));
    const [first] = await history(one);
    expect(first).toEqual(
      jasmine.objectContaining({
        ...{ id, kind: 'corrected', stage: 'live' },
        correction: jasmine.objectContaining({ reason: 'Looked at another', replacedBy: null }),
      }),
    );
    expect((await correct(one, id, { withdrawn: true, reason: 'Again' })).status).toBe(409);
    const before = new Date(Date.parse(first!.correction!.at) - 1).toISOString();
    const then = await history(one, `?asKnownAt=${before}`);
    expect(then.map(({ kind, correction }) => [kind, correction])).toEqual([
      ['confirmation', null],
      ['first', null],
    ]);
  });

  it('keeps evidence that it does not repeat, and is a record where it brings other evidence', async () => {
    const one = await newService();
    const [a, b] = ['https://a.example/', 'https://b.example/'];
    await record(one, 'live', ago(200), { evidenceUrl: a });
    expect((await record(one, 'live', ago(100))).kind).toBe('confirmation');
    expect((await read(one)).evidenceUrl).toBe(a);
    expect((await record(one, 'live', ago(50), { evidenceUrl: b })).kind).toBe('detail');
    expect((await read(one)).evidenceUrl).toBe(b);
  });

  it('makes data fresh by the day that it speaks of, not by the day on which it was given', async () => {
    const one = await newService();
    await headway.source.query(
      `INSERT INTO stage_record (service_id, stage, effective_on, recorded_at, recorded_by)
       SELECT s.id, 'live', '2020-01-31', '2020-01-31 12:00Z', p.id FROM service s, person p
       WHERE s.reference = $1 LIMIT 1`,
      [one],
    );
    expect(await signals(one)).toContain('no_data');
    await record(one, 'live', '2021-01-31');
    expect(await signals(one)).toContain('no_data');
    expect((await read(one)).lastEffectiveOn).toBe('2021-01-31');
    await record(one, 'live', today);
    expect(await signals(one)).not.toContain('no_data');
  });

  it('does not count after a closing, and hinders none', async () => {
    const one = await newService();
    await record(one, 'live', ago(200));
    await record(one, 'live', ago(5));
    const closed = await send('POST', `${one}/close`, { on: ago(10), reason: 'retired' });
    expect(closed.status).toBe(200);
    expect((await history(one)).map(({ kind, fallen }) => [kind, fallen])).toEqual([
      ['confirmation', 'service_closed'],
      ['first', null],
    ]);
    expect((await read(one)).lastEffectiveOn).toBe(ago(200));
  });

  it('is told of by the check of a record that speaks against it, with what will be so', async () => {
    const [one, two] = [await newService(), await newService()];
    await record(one, 'not_started', ago(300));
    await record(one, 'not_started', today);
    await record(two, 'live', ago(300));
    const row = (of: string, stage: string, effectiveOn: string) => {
      return { change: 'record', service: of, version: 1, stage, effectiveOn };
    };
    const records = [
      row(one, 'in_progress', ago(10)),
      row(two, 'in_progress', ago(10)),
      row(two, 'live', today),
    ];
    const check = (rows: object[]) =>
      headway.ask('POST', '/api/records/check', { token, body: { records: rows } });
    const { outcomes } = (await check(records.slice(0, 2))).json() as BatchCheck;
    expect(outcomes).toEqual([
      {
        kind: 'move',
        stageBefore: 'not_started',
        willBe: { stage: 'in_progress', since: ago(10) },
        contradicted: [
          `digital_lead dwp confirmed that “Not started” was still right on ${formatDate(today)}. You say that it was “In progress” on that day, and what you say will count`,
        ],
      },
      null,
    ]);
    const again = (await check([records[2]!])).json() as BatchCheck;
    expect(again.outcomes[0]!.kind).toBe('confirmation');
    expect((await read(one)).stage).toBe('not_started');
  });

  it('stays as it was written, and its withdrawal too', async () => {
    const one = await newService();
    await record(one, 'live', ago(200));
    const { id } = await record(one, 'live', ago(5));
    await correct(one, id, { withdrawn: true, reason: 'Wrong' });
    for (const table of ['stage_confirmation', 'stage_confirmation_withdrawal'])
      for (const change of [
        `DELETE FROM ${table}`,
        `UPDATE ${table} SET service_id = service_id`,
        `TRUNCATE ${table}`,
      ])
        await expectAsync(headway.source.query(change)).toBeRejectedWithError(/is refused|cannot truncate/);
  });
});
