import { setTimeout as wait } from 'node:timers/promises';
import { londonDate } from '@headway/domain';
import { person } from '../testing/app.js';
import { barriersApp, plain } from './barriers.fixture.js';

describe('barriers, with time,', () => {
  let app: Awaited<ReturnType<typeof barriersApp>>;

  beforeAll(async () => {
    app = await barriersApp();
  }, 60_000);
  afterAll(() => app.headway.close());

  it('are changed, resolved and opened again, and every turn is kept', async () => {
    const path = await app.newService();
    const { id } = await app.raised(path);
    const today = londonDate(new Date());
    await wait(2);
    const changed = await app.change(id, 1, { nextAction: null, category: 'funding' });
    expect([changed.statusCode, changed.headers['etag']]).toEqual([200, '"2"']);
    await wait(2);
    expect((await app.change(id, 2, { resolvedOn: today })).json().resolvedOn).toBe(today);
    expect((await app.read(path)).barriers).toBe(0);
    await wait(2);
    const oversight = await person(app.headway.source, 'oversight');
    expect((await app.change(id, 3, { resolvedOn: null }, oversight)).json().version).toBe(4);
    expect((await app.read(path)).barriers).toBe(1);
    const { items } = await app.read(`/api/barriers/${id}/history`);
    expect(
      items.map((turn: Record<string, string | null>) => [
        turn['category'],
        turn['nextAction'],
        turn['resolvedOn'],
        turn['changedBy'],
      ]),
    ).toEqual([
      ['funding', null, null, 'oversight'],
      ['funding', null, today, 'digital_lead dwp'],
      ['funding', null, null, 'digital_lead dwp'],
      ['legacy_technology', 'Buy a gateway', null, 'digital_lead dwp'],
    ]);
    const instants = items.map(({ changedAt }: { changedAt: string }) => changedAt);
    expect(instants).toEqual(instants.toSorted().toReversed());
    const told = await app.headway.source.query(
      `SELECT (SELECT json_agg(action ORDER BY id) FROM audit_entry WHERE subject = $1) AS audited,
         (SELECT json_agg(DISTINCT kind) FROM event WHERE subject = $1) AS events,
         (SELECT count(*) FROM event WHERE subject = $1) AS times`,
      [path.split('/').at(-1)],
    );
    expect(told).toEqual([
      {
        audited: ['barrier.raised', 'barrier.changed', 'barrier.resolved', 'barrier.reopened'],
        events: ['barrier.changed'],
        times: 4,
      },
    ]);
  });

  it('are as they were known at an instant', async () => {
    const path = await app.newService();
    await wait(2);
    const before = new Date().toISOString();
    await wait(5);
    const { id } = await app.raised(path);
    await wait(5);
    const then = new Date().toISOString();
    await wait(5);
    await app.change(id, 1, { resolvedOn: '2026-05-01', description: 'Found out since' });
    const known = async (instant: string) => (await app.read(`${path}/barriers?asKnownAt=${instant}`)).items;
    expect(await known(before)).toEqual([]);
    expect(await known(then)).toEqual([
      jasmine.objectContaining({ description: plain.description, resolvedOn: null }),
    ]);
    expect((await app.read(`${path}?asKnownAt=${then}`)).barriers).toBe(1);
    expect((await app.read(path)).barriers).toBe(0);
    expect((await app.read(`${path}?on=2026-04-30`)).barriers).toBe(1);
  });

  it('need the version that was read, and take one of many at once', async () => {
    const { id } = await app.raised(await app.newService());
    const body = { nextAction: 'x' };
    const missing = await app.headway.ask('PATCH', `/api/barriers/${id}`, { token: app.lead, body });
    expect(missing.statusCode).toBe(428);
    expect((await app.change(id, 2, body)).statusCode).toBe(412);
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, n) => app.change(id, 1, { nextAction: `Try ${n}` })),
    );
    expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, ...Array(7).fill(412)]);
    const won = answers.find(({ statusCode }) => statusCode === 200)!.json();
    expect(await app.read(`/api/barriers/${id}`)).toEqual(won);
    const fields = [{ category: 'funding' }, { nextAction: 'Both' }, { nextActionOwner: 'stay' }];
    await Promise.all(fields.map((field) => app.change(id, '*', field)));
    expect(await app.read(`/api/barriers/${id}`)).toEqual({
      ...won,
      ...Object.assign({}, ...fields),
      version: 5,
    });
  });

  it('hold back one thing, never none and never two, and what was known stays', async () => {
    const { service, organisation } = await app.raised(await app.newService());
    const insert = (serviceReference: string | null, organisationId: string | null) =>
      app.headway.source.query(
        `INSERT INTO barrier (service_id, organisation_id, category, description, raised_on, changed_by)
         SELECT (SELECT id FROM service WHERE reference = $1), $2, 'skills', 'x', '2026-01-01', id
         FROM person LIMIT 1 RETURNING id`,
        [serviceReference, organisationId],
      );
    await expectAsync(insert(null, null)).toBeRejectedWithError(/barrier_check/);
    await expectAsync(insert(service.reference, organisation.id)).toBeRejectedWithError(/barrier_check/);
    await expectAsync(insert(service.reference, null)).toBeResolved();
    for (const statement of ['DELETE FROM barrier_as_known', `UPDATE barrier_as_known SET description = 'x'`])
      await expectAsync(app.headway.source.query(statement)).withContext(statement).toBeRejected();
  });
});
