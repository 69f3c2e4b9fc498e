import { organisation, person, service } from '../testing/app.js';
import { barriersApp, plain, refusal } from './barriers.fixture.js';

describe('barriers', () => {
  let app: Awaited<ReturnType<typeof barriersApp>>;

  beforeAll(async () => {
    app = await barriersApp();
  }, 60_000);
  afterAll(() => app.headway.close());

  it('of a service answer with what was raised, and count on it', async () => {
    const path = await app.newService();
    const answer = await app.raise(path);
    expect([answer.statusCode, answer.headers['etag']]).toEqual([201, '"1"']);
    const barrier = answer.json();
    expect(barrier).toEqual({
      ...plain,
      id: jasmine.any(String),
      service: { reference: path.split('/').at(-1), name: jasmine.any(String) },
      organisation: { id: jasmine.any(String), slug: 'dwp', name: 'Department DWP', abbreviation: 'DWP' },
      resolvedOn: null,
      lock: null,
      version: 1,
    });
    expect(await app.read(`${path}/barriers`)).toEqual({ items: [barrier] });
    expect(await app.read(`/api/barriers/${barrier.id}`)).toEqual(barrier);
    expect(await app.read(path)).toEqual(jasmine.objectContaining({ barriers: 1, version: 1 }));
    const filtered = await app.read('/api/services?barrier=legacy_technology');
    expect(filtered.items.map(({ reference }: { reference: string }) => reference)).toContain(
      path.split('/').at(-1),
    );
  });

  it('of an organisation stand apart from those of its services', async () => {
    const agency = `/api/organisations/${await organisation(app.headway.source, 'HSE', 'dwp')}`;
    await service(app.headway.source, 'HSE-1', 'hse');
    await app.raise('/api/services/HSE-1');
    const answer = await app.raise(agency, { category: 'skills' });
    expect([answer.statusCode, answer.headers['etag'], answer.json().service]).toEqual([201, '"1"', null]);
    expect(answer.json().organisation.slug).toBe('hse');
    expect(await app.read(`${agency}/barriers`)).toEqual({ items: [answer.json()] });
  });

  it('list those still open first, the newest on top', async () => {
    const path = await app.newService();
    const { id } = await app.raised(path, { raisedOn: '2026-05-01', description: 'resolved' });
    await app.change(id, 1, { resolvedOn: '2026-06-01' });
    for (const raisedOn of ['2026-01-01', '2026-03-01']) await app.raise(path, { raisedOn });
    const { items } = await app.read(`${path}/barriers`);
    expect(items.map(({ raisedOn }: { raisedOn: string }) => raisedOn)).toEqual([
      '2026-03-01',
      '2026-01-01',
      '2026-05-01',
    ]);
  });

  it('keep to the rules, each with its field', async () => {
    const path = await app.newService();
    expect(await refusal(app.raise(path, { raisedOn: '2098-01-01' }))).toEqual([
      422,
      '/raisedOn',
      'in_the_future',
    ]);
    expect((await app.raise(path, { category: 'weather' })).statusCode).toBe(400);
    expect((await app.raise(path, { description: ' ' })).statusCode).toBe(400);
    const { id } = await app.raised(path);
    expect(await refusal(app.change(id, 1, { resolvedOn: '2098-01-01' }))).toEqual([
      422,
      '/resolvedOn',
      'in_the_future',
    ]);
    expect(await refusal(app.change(id, 1, { resolvedOn: '2026-04-22' }))).toEqual([
      422,
      '/resolvedOn',
      'before_raised',
    ]);
    expect((await app.change(id, 1, {})).statusCode).toBe(400);
    expect((await app.read(`/api/barriers/${id}`)).version).toBe(1);
  });

  it('are seen and changed by whose they are', async () => {
    const path = await app.newService();
    const { id } = await app.raised(path);
    const { id: ofAll } = await app.raised('/api/organisations/dwp');
    const tried = async (token: string) =>
      Promise.all(
        [
          app.headway.ask('GET', `${path}/barriers`, { token }),
          app.headway.ask('GET', `/api/organisations/dwp/barriers`, { token }),
          app.headway.ask('GET', `/api/barriers/${id}`, { token }),
          app.headway.ask('GET', `/api/barriers/${ofAll}/history`, { token }),
          app.raise(path, {}, token),
          app.raise('/api/organisations/dwp', {}, token),
          app.change(id, 1, { nextAction: null }, token),
          app.change(ofAll, 1, { nextAction: null }, token),
        ].map(async (answer) => (await answer).statusCode),
      );
    expect(await tried(app.other)).toEqual([404, 404, 404, 404, 404, 404, 404, 404]);
    const read = [200, 200, 200, 200];
    for (const role of ['viewer', 'admin'] as const)
      expect(await tried(await person(app.headway.source, role)))
        .withContext(role)
        .toEqual([...read, 403, 403, 403, 403]);
    expect(await tried(await person(app.headway.source, 'approver', 'dwp'))).toEqual([
      ...read,
      403,
      403,
      403,
      403,
    ]);
    expect(await tried(await person(app.headway.source, 'oversight'))).toEqual([...read, 201, 201, 200, 200]);
    for (const nothing of ['nothing', crypto.randomUUID()])
      expect((await app.change(nothing, 1, { nextAction: null })).statusCode).toBe(404);
  });

  it('are only read by who leads another department and sees them by another role', async () => {
    const { source } = app.headway;
    const token = await person(source, 'digital_lead', await organisation(source, 'MOJ'));
    await source.query(
      `INSERT INTO role_grant (person_id, role) SELECT id, 'viewer' FROM person WHERE name = 'digital_lead moj'`,
    );
    const path = await app.newService();
    const { id } = await app.raised(path);
    expect((await app.headway.ask('GET', `/api/barriers/${id}`, { token })).statusCode).toBe(200);
    const tried = [app.raise(path, {}, token), app.change(id, 1, { nextAction: null }, token)];
    for (const answer of tried) expect((await answer).statusCode).toBe(403);
    expect((await app.raise('/api/organisations/dwp', {}, token)).statusCode).toBe(403);
    expect((await app.raise('/api/organisations/moj', {}, token)).statusCode).toBe(201);
  });

  it('go with the service to its next owner', async () => {
    const path = await app.newService();
    const { id } = await app.raised(path);
    await app.headway.source.transaction(async (tx) => {
      const [{ id: serviceId }] = await tx.query('SELECT id FROM service WHERE reference = $1', [
        path.split('/').at(-1),
      ]);
      await tx.query(
        `UPDATE service_ownership SET organisation_id = (SELECT id FROM organisation WHERE slug = 'hmrc')
         WHERE service_id = $1`,
        [serviceId],
      );
    });
    expect((await app.headway.ask('GET', `/api/barriers/${id}`, { token: app.lead })).statusCode).toBe(404);
    expect((await app.read(`/api/barriers/${id}`, app.other)).organisation.slug).toBe('hmrc');
  });

  it('are raised once for one key', async () => {
    const path = await app.newService();
    const key = { 'idempotency-key': crypto.randomUUID() };
    const [first, again] = [
      await app.raise(path, {}, app.lead, key),
      await app.raise(path, {}, app.lead, key),
    ];
    expect(again.json()).toEqual(first.json());
    expect((await app.read(`${path}/barriers`)).items.length).toBe(1);
  });
});
