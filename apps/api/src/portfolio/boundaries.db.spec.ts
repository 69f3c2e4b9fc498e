import type { Portfolio, Service } from '@headway/contract';
import { setTimeout } from 'node:timers/promises';
import type { EntityManager } from 'typeorm';
import { type TestApp, organisation, person, service, testApp } from '../testing/app.js';

describe('the portfolio across changes in the machinery of government', () => {
  let headway: TestApp;
  let token: string;

  beforeAll(async () => {
    headway = await testApp();
    await at('2024-01-01', async (tx) => {
      for (const name of ['BEIS', 'DIT', 'DBT', 'NEAR', 'FAR']) await organisation(tx, name);
      for (const [reference, owner] of [
        ['B-1', 'beis'],
        ['B-2', 'beis'],
        ['T-1', 'dit'],
      ] as const)
        await service(tx, reference, owner);
    });
    token = await person(headway.source, 'admin');
    await reorganise({ kind: 'rename', organisation: 'beis', name: 'Energy', on: '2024-10-01' });
    await reorganise({ kind: 'merge', organisations: ['dit'], into: 'dbt', on: '2025-02-07' });
    await reorganise({ kind: 'transfer', from: 'beis', to: 'dbt', services: ['B-2'], on: '2025-02-07' });
  }, 60_000);
  afterAll(() => headway.close());

  /** Written down on an earlier day. */
  const at = <T>(day: string, work: (tx: EntityManager) => Promise<T>) =>
    headway.source.transaction(async (tx) => {
      await tx.query(`SELECT set_config('headway.known_now', $1, true)`, [`${day}T12:00:00Z`]);
      return work(tx);
    });
  const reorganise = async (body: object) => {
    const url = '/api/organisations/reorganisations?mode=apply';
    const answer = await headway.ask('POST', url, { token, body, headers: { 'if-match': '*' } });
    expect(answer.statusCode).withContext(answer.body).toBe(200);
  };
  const get = async <T>(path: string) => (await headway.ask('GET', `/api/${path}`, { token })).json() as T;
  const owners = async (query: string) =>
    (
      await get<Portfolio>(`portfolio?${query}&organisation=beis&organisation=dit&organisation=dbt`)
    ).byOrganisation.map(({ organisation: { name }, counts }) => `${name} ${counts.services}`);

  it('has the departments of the date, by the names that they had', async () => {
    expect(await owners('on=2024-06-30')).toEqual([
      'Department BEIS 2',
      'Department DBT 0',
      'Department DIT 1',
    ]);
    expect(await owners('on=2024-12-31')).toEqual(['Department DBT 0', 'Department DIT 1', 'Energy 2']);
    expect(await owners('on=2025-03-31')).toEqual(['Department DBT 2', 'Energy 1']);
  });

  it('has the departments of today for every date where asked for so', async () => {
    for (const on of ['2024-06-30', '2024-12-31', '2025-03-31'])
      expect(await owners(`on=${on}&boundaries=today`))
        .withContext(on)
        .toEqual(['Department DBT 2', 'Energy 1']);
  });

  it('knows nothing of them before they were written down', async () => {
    const known = 'asKnownAt=2024-12-31';
    const before = ['Department BEIS 2', 'Department DBT 0', 'Department DIT 1'];
    for (const boundaries of ['then', 'today'])
      expect(await owners(`on=2025-03-31&${known}&boundaries=${boundaries}`)).toEqual(before);
  });

  it('means by today the day of what was known, so that the answer stays when a change known before comes', async () => {
    await at('2024-05-01', async (tx) => {
      await service(tx, 'F-1', 'near');
      await tx.query(
        `UPDATE service_ownership SET to_on = '2024-09-01' WHERE service_id = (SELECT id FROM service WHERE reference = 'F-1')`,
      );
      await tx.query(
        `INSERT INTO service_ownership (service_id, organisation_id, from_on)
         SELECT s.id, o.id, '2024-09-01' FROM service s, organisation o WHERE s.reference = 'F-1' AND o.slug = 'far'`,
      );
    });
    const owner = async (known: string) =>
      (
        await get<{ items: Service[] }>(`services?q=F-1&on=2024-06-30&boundaries=today&asKnownAt=${known}`)
      ).items.map(({ organisation: { slug } }) => slug);
    expect(await owner('2024-05-31')).toEqual(['near']);
    expect(await owner('2024-09-01')).toEqual(['far']);
  });

  it('says into what a service was merged by the name that was known', async () => {
    const post = (path: string, body: object, method = 'POST') =>
      headway.ask(method, `/api/services/${path}`, { token, body, headers: { 'if-match': '*' } });
    await post('B-2/close', { on: '2025-05-01', reason: 'merged', mergedInto: 'T-1' });
    await setTimeout(2);
    const known = new Date().toISOString();
    await setTimeout(2);
    expect((await post('T-1', { name: 'Another name' }, 'PATCH')).statusCode).toBe(200);
    const into = async (query: string) =>
      (await get<{ items: Service[] }>(`services?closed=true&on=2025-06-30${query}`)).items.map(
        ({ closures }) => closures[0]!.mergedInto!.name,
      );
    expect(await into(`&asKnownAt=${known}`)).toEqual(['Service T-1']);
    expect(await into('')).toEqual(['Another name']);
  });
});
