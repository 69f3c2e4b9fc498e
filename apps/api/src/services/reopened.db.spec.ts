import type { List, Service, SignalledService, StageRecord } from '@headway/contract';
import { daysAfter, londonDate } from '@headway/domain';
import { type TestApp, organisation, person, service, testApp } from '../testing/app.js';

const today = londonDate(new Date());
const ago = (days: number) => daysAfter(today, -days);

describe('a service that opened again', () => {
  let app: TestApp;
  let lead: string;
  let made = 0;
  beforeAll(async () => {
    app = await testApp();
    await organisation(app.source, 'ONE');
    lead = await person(app.source, 'digital_lead', 'one');
  });
  afterAll(() => app.close());

  const send = (path: string, body: object) =>
    app.ask('POST', `/api/services/${path}`, {
      token: lead,
      headers: { 'if-match': '*', 'idempotency-key': crypto.randomUUID() },
      body,
    });
  const done = async (path: string, body: object) => {
    const answer = await send(path, body);
    expect(answer.statusCode).withContext(answer.body).toBeLessThan(300);
    return answer.json() as Service;
  };
  const get = async <T>(path: string) => (await app.ask('GET', `/api/${path}`, { token: lead })).json() as T;
  const signals = async (reference: string, on = today) =>
    (
      await get<List<SignalledService>>(`portfolio/signals/services?reference=${reference}&on=${on}`)
    ).items.flatMap((one) => one.signals.map(({ signal }) => signal));
  /** In progress six years before it is opened again; written down when it was. */
  const closed = async () => {
    const reference = `ONE-${++made}`;
    await service(app.source, reference, 'one');
    await app.source.query(
      `INSERT INTO stage_record (service_id, stage, effective_on, recorded_at, recorded_by)
       SELECT s.id, 'in_progress', $2::date, $2::date, p.id FROM service s, (SELECT id FROM person LIMIT 1) p WHERE reference = $1`,
      [reference, ago(2300)],
    );
    await done(`${reference}/close`, {
      on: ago(2200),
      reason: 'retired',
      mergedInto: null,
      note: 'Not used',
    });
    return reference;
  };

  it('shows no signal for the time in which it was closed', async () => {
    const reference = await closed();
    await done(`${reference}/reopen`, { on: ago(10), note: 'Needed again' });
    expect(await signals(reference)).toEqual([]);
    const before = await closed();
    await done(`${before}/reopen`, { on: ago(400), note: 'Needed again' });
    expect(await signals(before)).toEqual(['no_data']);
  });

  it('has the date put right, as if it had been said so', async () => {
    const reference = await closed();
    expect((await send(`${reference}/reopening`, { on: ago(10), note: 'Wrong' })).statusCode).toBe(409);
    await done(`${reference}/reopen`, { on: ago(10), note: 'Needed again' });
    const corrected = await done(`${reference}/reopening`, { on: ago(800), note: 'A year typed wrong' });
    expect(corrected.closures.map(({ closedOn, reopenedOn }) => [closedOn, reopenedOn])).toEqual([
      [ago(2200), ago(800)],
    ]);
    expect(await signals(reference)).toEqual(['no_data']);
    const code = async (on: string) =>
      (await send(`${reference}/reopening`, { on, note: 'Wrong' })).json().errors?.[0].code as string;
    expect(await code(ago(2201))).toBe('before_it_closed');
    await done(`${reference}/records`, { stage: 'live', effectiveOn: ago(500) });
    expect(await code(ago(499))).toBe('opens_after_a_record');
    const never = await done(`${reference}/reopening`, { on: ago(2200), note: 'It never closed' });
    expect(never.closures).toEqual([]);
  });

  it('is not said to have gone back where it was live for a part of a day', async () => {
    const reference = `ONE-${++made}`;
    await service(app.source, reference, 'one');
    await done(`${reference}/records`, { stage: 'in_progress', effectiveOn: ago(40) });
    await done(`${reference}/records`, {
      stage: 'live',
      effectiveOn: today,
      evidenceUrl: 'https://www.gov.uk/x',
    });
    await done(`${reference}/records`, { stage: 'in_progress', effectiveOn: today });
    const { items } = await get<List<StageRecord>>(`services/${reference}/records`);
    expect(items.map(({ kind, stage }) => `${kind} ${stage}`)).toEqual([
      'restated in_progress',
      'superseded live',
      'first in_progress',
    ]);
    const now = await get<Service>(`services/${reference}`);
    expect([now.stage, now.stageSince]).toEqual(['in_progress', ago(40)]);
    expect(await signals(reference)).toEqual([]);
    await done(`${reference}/records`, {
      stage: 'not_started',
      effectiveOn: today,
      note: 'Work has stopped',
    });
    expect(await signals(reference)).toEqual(['went_backwards']);
  });
});
