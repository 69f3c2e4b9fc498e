import { type TestApp, organisation, person, service, testApp } from '../testing/app.js';

describe('the life of a service', () => {
  let headway: TestApp;
  let oversight: string;
  let lead: string;

  beforeAll(async () => {
    headway = await testApp();
    for (const slug of ['DWP', 'DFT']) await organisation(headway.source, slug);
    oversight = await person(headway.source, 'oversight');
    lead = await person(headway.source, 'digital_lead', 'dwp');
  }, 60_000);
  afterAll(() => headway.close());

  let next = 0;
  const newService = async () => {
    const reference = `DWP-${++next}`;
    await service(headway.source, reference, 'dwp');
    return reference;
  };
  const post = (reference: string, what: string, body: object, { match = '*', token = oversight } = {}) =>
    headway.ask('POST', `/api/services/${reference}/${what}`, {
      token,
      body,
      headers: { 'if-match': match },
    });
  const get = async (path: string, token = oversight) => (await headway.ask('GET', path, { token })).json();
  const counted = async (on: string, query = '') =>
    (await get(`/api/services?on=${on}&pageSize=200${query}`)).items.map(
      (one: { reference: string }) => one.reference,
    );
  const codes = async (asked: ReturnType<typeof post>) => {
    const answer = await asked;
    return [answer.statusCode, answer.json().errors?.[0]?.code ?? answer.json().code];
  };

  it('closes on a day, and counts before it and not from it on', async () => {
    const reference = await newService();
    const answer = await post(
      reference,
      'close',
      { on: '2026-03-01', reason: 'retired', note: 'No longer needed' },
      { match: '"1"' },
    );
    expect([answer.statusCode, answer.headers['etag']]).toEqual([200, '"2"']);
    expect(answer.json().closures).toEqual([
      {
        closedOn: '2026-03-01',
        reopenedOn: null,
        reason: 'retired',
        mergedInto: null,
        note: 'No longer needed',
      },
    ]);
    expect(await counted('2026-02-28')).toContain(reference);
    expect(await counted('2026-03-01')).not.toContain(reference);
    expect(await counted('2026-03-01', '&closed=true')).toContain(reference);
    expect(await counted('2026-02-28', '&closed=true')).not.toContain(reference);
  });

  it('is merged into another service, which is named', async () => {
    const [reference, into] = [await newService(), await newService()];
    expect(await codes(post(reference, 'close', { on: '2026-03-01', reason: 'merged' }))).toEqual([
      422,
      'unknown_service',
    ]);
    expect(
      await codes(post(reference, 'close', { on: '2026-03-01', reason: 'merged', mergedInto: reference })),
    ).toEqual([422, 'itself']);
    expect(
      await codes(post(reference, 'close', { on: '2026-03-01', reason: 'retired', mergedInto: into })),
    ).toEqual([422, 'not_merged']);
    const answer = await post(reference, 'close', { on: '2026-03-01', reason: 'merged', mergedInto: into });
    expect(answer.json().closures[0].mergedInto).toEqual({ reference: into, name: `Service ${into}` });
  });

  it('does not close twice, before it opened, or before its last record', async () => {
    const reference = await newService();
    await headway.source.query(`UPDATE service SET opens_on = '2025-01-01' WHERE reference = $1`, [
      reference,
    ]);
    await headway.ask('POST', `/api/services/${reference}/records`, {
      token: lead,
      body: { stage: 'live', effectiveOn: '2026-01-31' },
      headers: { 'if-match': '*' },
    });
    const close = (on: string) => codes(post(reference, 'close', { on, reason: 'cancelled' }));
    expect(await close('2024-12-31')).toEqual([422, 'closes_before_it_opens']);
    expect(await close('2026-01-30')).toEqual([422, 'closes_before_last_record']);
    expect((await close('2026-01-31'))[0]).toBe(200);
    expect(await close('2026-05-01')).toEqual([409, 'wrong_state']);
  });

  it('takes no record while it is closed', async () => {
    const reference = await newService();
    await post(reference, 'close', { on: '2026-03-01', reason: 'retired' });
    const record = (effectiveOn: string) =>
      codes(post(reference, 'records', { stage: 'live', effectiveOn }, { token: lead }));
    expect(await record('2026-03-01')).toEqual([422, 'service_closed']);
    expect((await record('2026-02-28'))[0]).toBe(201);
  });

  it('opens again from a day on, and leaves the time between as it was', async () => {
    const reference = await newService();
    expect(await codes(post(reference, 'reopen', { on: '2026-05-01', note: 'Needed' }))).toEqual([
      409,
      'wrong_state',
    ]);
    await post(reference, 'close', { on: '2026-03-01', reason: 'retired' });
    expect(await codes(post(reference, 'reopen', { on: '2026-02-28', note: 'Needed' }))).toEqual([
      422,
      'before_it_closed',
    ]);
    expect((await codes(post(reference, 'reopen', { on: '2026-05-01', note: ' ' })))[0]).toBe(400);
    expect((await post(reference, 'reopen', { on: '2026-05-01', note: 'Needed' })).statusCode).toBe(200);
    const days = ['2026-02-28', '2026-03-01', '2026-04-30', '2026-05-01'];
    const counts = await Promise.all(days.map(async (on) => (await counted(on)).includes(reference)));
    expect(counts).toEqual([true, false, false, true]);
  });

  it('never closed at all where it opens again on the day it closed, but what was known then stays', async () => {
    const reference = await newService();
    const closed = await post(reference, 'close', { on: '2026-03-01', reason: 'retired' });
    expect(closed.statusCode).toBe(200);
    await new Promise((resolve) => setTimeout(resolve, 5));
    const between = new Date(Date.now() - 1).toISOString();
    await new Promise((resolve) => setTimeout(resolve, 5));
    await post(reference, 'reopen', { on: '2026-03-01', note: 'A mistake' });
    expect(await counted('2026-04-01')).toContain(reference);
    expect(await counted('2026-04-01', `&asKnownAt=${between}`)).not.toContain(reference);
    expect((await get(`/api/services/${reference}`)).closures).toEqual([]);
  });

  it('goes to another organisation on a day, with its history, and out of sight of those who had it', async () => {
    const reference = await newService();
    const before = await get('/api/portfolio?on=2026-02-28');
    const answer = await post(
      reference,
      'transfer',
      { organisation: 'dft', on: '2026-03-01' },
      { match: '"1"' },
    );
    expect([answer.statusCode, answer.json().organisation.slug]).toEqual([200, 'dft']);
    const after = await get('/api/portfolio?on=2026-02-28');
    expect(after).toEqual(before);
    expect(await counted('2026-02-28', '&organisation=dwp')).toContain(reference);
    expect(await counted('2026-03-01', '&organisation=dft')).toContain(reference);
    expect(await counted('2026-02-28', '&organisation=dft&boundaries=today')).toContain(reference);
    expect((await get(`/api/services/${reference}/ownership`)).items).toEqual([
      { organisation: jasmine.objectContaining({ slug: 'dwp' }), fromOn: null, toOn: '2026-03-01' },
      { organisation: jasmine.objectContaining({ slug: 'dft' }), fromOn: '2026-03-01', toOn: null },
    ]);
    expect((await headway.ask('GET', `/api/services/${reference}`, { token: lead })).statusCode).toBe(404);
    const theirs = await person(headway.source, 'digital_lead', 'dft');
    expect((await get(`/api/services/${reference}?on=2026-02-28`, theirs)).organisation.slug).toBe('dwp');
    expect((await get('/api/portfolio?on=2026-02-28', theirs)).total.services).toBeGreaterThan(0);
  });

  it('does not go to whoever has it, to nobody, in the future, or to one that was not there', async () => {
    const reference = await newService();
    const slug = await organisation(headway.source, `NEW${next}`);
    await headway.source.query(`UPDATE organisation SET exists_from = '2026-06-01' WHERE slug = $1`, [slug]);
    const transfer = (organisation: string, on = '2026-03-01') =>
      codes(post(reference, 'transfer', { organisation, on }));
    expect(await transfer('dwp')).toEqual([422, 'owner_already']);
    expect(await transfer('nobody')).toEqual([422, 'unknown_organisation']);
    expect(await transfer('dft', '2098-01-01')).toEqual([422, 'in_the_future']);
    expect(await transfer(slug)).toEqual([422, 'organisation_not_there']);
    expect(
      (await post(reference, 'transfer', { organisation: 'dft', on: '2026-03-01' }, { token: lead }))
        .statusCode,
    ).toBe(403);
    expect((await transfer(slug, '2026-06-01'))[0]).toBe(200);
  });

  it('needs the version that was read', async () => {
    const reference = await newService();
    for (const [what, body] of [
      ['close', { on: '2026-03-01', reason: 'retired' }],
      ['reopen', { on: '2026-03-01', note: 'x' }],
      ['transfer', { on: '2026-03-01', organisation: 'dft' }],
    ] as const) {
      expect((await post(reference, what, body, { match: '"7"' })).statusCode).toBe(412);
      expect(
        (await headway.ask('POST', `/api/services/${reference}/${what}`, { token: oversight, body }))
          .statusCode,
      ).toBe(428);
    }
  });
});
