import { type Asked, type TestApp, organisation, person, service, testApp } from '../testing/app.js';

const csv = (rows: string) => `Reference,Service name,Organisation,Audience\n${rows}\n`;
const record = { stage: 'live', effectiveOn: '2026-01-31' };

describe('a request that comes again with its key', () => {
  let headway: TestApp;

  beforeAll(async () => {
    headway = await testApp();
    for (const name of ['DWP', 'HMT']) await organisation(headway.source, name);
  }, 60_000);
  afterAll(() => headway.close());

  let made = 0;
  const newService = () => {
    made++;
    return service(headway.source, `DWP-${made}`, 'dwp').then(() => `DWP-${made}`);
  };
  const lead = async () => {
    const token = await person(headway.source, 'digital_lead', 'dwp');
    const [{ id }] = await headway.source.query(
      'SELECT person_id AS id FROM personal_token ORDER BY created_at DESC LIMIT 1',
    );
    return { token, id: id as string };
  };
  const post = (token: string, url: string, asked: Asked, key: string) =>
    headway.ask('POST', url, {
      token,
      ...asked,
      headers: { 'if-match': '*', 'idempotency-key': key, ...asked.headers },
    });
  const moveRole = (id: string) =>
    headway.source.query(
      `UPDATE role_grant SET organisation_id = (SELECT id FROM organisation WHERE slug = 'hmt') WHERE person_id = $1`,
      [id],
    );
  const file = { headers: { 'content-type': 'text/csv' } };
  const barrier = {
    category: 'skills',
    description: 'Nobody can do it',
    nextAction: 'Hire',
    nextActionOwner: 'People team',
    raisedOn: '2026-01-31',
  };

  type Request = (reference: string) => readonly [url: string, asked: Asked];
  const requests: Readonly<Record<string, Request>> = {
    'a new service': () => [
      '/api/services',
      { body: { name: 'New', audience: 'external', organisation: 'dwp' } },
    ],
    'a record': (reference) => [`/api/services/${reference}/records`, { body: record }],
    'a barrier': (reference) => [`/api/services/${reference}/barriers`, { body: barrier }],
    'a barrier of an organisation': () => ['/api/organisations/dwp/barriers', { body: barrier }],
    'a batch': (reference) => [
      '/api/records/batch',
      { body: { records: [{ change: 'record', service: reference, version: 1, ...record }] } },
    ],
    'an import': (reference) => [
      '/api/imports?kind=services&mode=apply',
      { body: csv(`${reference},Another name,DWP,external`), ...file },
    ],
    'an import that changed nothing': (reference) => [
      '/api/imports?kind=services&mode=apply',
      { body: csv(`${reference},Service ${reference},DWP,external`), ...file },
    ],
    'remembered columns': () => ['/api/imports/mappings', { body: { columns: { Dept: 'organisation' } } }],
  };

  for (const [what, request] of Object.entries(requests)) {
    it(`is answered to the letter as before: ${what}`, async () => {
      const { token } = await lead();
      const [url, asked] = request(await newService());
      const first = await post(token, url, asked, 'key');
      expect(first.statusCode).withContext(first.body).toBeLessThan(300);
      const again = await post(token, url, asked, 'key');
      expect([again.statusCode, again.body]).toEqual([first.statusCode, first.body]);
    });

    it(`is answered as a missing thing once the right is lost: ${what}`, async () => {
      const { token, id } = await lead();
      const [url, asked] = request(await newService());
      expect((await post(token, url, asked, 'key')).statusCode).toBeLessThan(300);
      await moveRole(id);
      const again = await post(token, url, asked, 'key');
      const { instance: _, ...problem } = again.json() as Record<string, unknown>;
      expect(problem).toEqual({
        type: 'urn:headway:problem:not_found',
        title: 'There is nothing here',
        status: 404,
        code: 'not_found',
      });
    });
  }

  it('is said to be saved or not, to whom it was sent by', async () => {
    const { token } = await lead();
    const { token: another } = await lead();
    const [url, asked] = requests['a barrier']!(await newService());
    const saved = async (as: string, key: string) =>
      (await headway.ask('GET', `/api/attempts/${key}`, { token: as })).json().saved as boolean;
    expect((await post(token, url, asked, 'key')).statusCode).toBe(201);
    expect((await post(token, url, { body: {} }, 'refused')).statusCode).toBe(400);
    expect(await saved(token, 'key')).toBeTrue();
    expect(await saved(token, 'refused')).toBeFalse();
    expect(await saved(another, 'key')).toBeFalse();
    expect((await headway.ask('GET', '/api/attempts/key', {})).statusCode).toBe(401);
    expect((await headway.ask('GET', '/api/attempts/%C3%A9', { token })).statusCode).toBe(400);
  });

  it('is answered as a missing thing once the service belongs to somebody else', async () => {
    const { token } = await lead();
    const reference = await newService();
    const url = `/api/services/${reference}/records`;
    expect((await post(token, url, { body: record }, 'key')).statusCode).toBe(201);
    const admin = await person(headway.source, 'admin');
    const transfer = { on: '2026-02-01', organisation: 'hmt' };
    const moved = await post(admin, `/api/services/${reference}/transfer`, { body: transfer }, 'key');
    expect(moved.statusCode).withContext(moved.body).toBe(200);
    expect((await post(token, url, { body: record }, 'key')).statusCode).toBe(404);
    // Whoever made the transfer sees both, so the answer to that comes again.
    expect((await post(admin, `/api/services/${reference}/transfer`, { body: transfer }, 'key')).body).toBe(
      moved.body,
    );
  });

  it('is refused to whoever may still see it, but no longer do it', async () => {
    const { token, id } = await lead();
    const [url, asked] = requests['a record']!(await newService());
    expect((await post(token, url, asked, 'key')).statusCode).toBe(201);
    await moveRole(id);
    await headway.source.query(
      `INSERT INTO role_grant (person_id, role, organisation_id)
       SELECT $1, 'viewer', id FROM organisation WHERE slug = 'dwp'`,
      [id],
    );
    expect((await post(token, url, asked, 'key')).json().code).toBe('not_allowed');
  });
});
