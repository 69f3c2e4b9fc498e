import { type TestApp, organisation, person, service, testApp } from '../testing/app.js';

const service1 = '/api/services/DWP-1';
const barrier = { category: 'skills', description: 'Nobody can do it', raisedOn: '2026-01-31' };
const confirm = { change: 'confirm', service: 'DWP-1', version: 1, effectiveOn: '2026-01-31' };
const id = '0199d0aa-0000-7000-8000-000000000001';

/** What is sent, where, and the status it must be answered with. */
const cases: readonly [
  name: string,
  method: string,
  url: string,
  body: object | undefined,
  status: number,
][] = [
  ['a target of a stage that has none', 'PUT', `${service1}/targets/retired`, { dueOn: '2027-03-31' }, 400],
  ['a target of nothing', 'PUT', `${service1}/targets/live`, {}, 400],
  ['a target given up that was never set', 'PUT', `${service1}/targets/live`, { dueOn: null }, 422],
  ['a barrier of no category', 'POST', `${service1}/barriers`, { ...barrier, category: 'weather' }, 400],
  [
    'a barrier raised in the future',
    'POST',
    `${service1}/barriers`,
    { ...barrier, raisedOn: '2098-01-01' },
    422,
  ],
  ['a barrier that is none', 'PATCH', '/api/barriers/nothing', { nextAction: null }, 404],
  ['barriers open perhaps', 'GET', '/api/barriers.csv?open=maybe', undefined, 400],
  ['a closing without a reason', 'POST', `${service1}/close`, { on: '2026-01-31' }, 400],
  [
    'a closing for a reason that is none',
    'POST',
    `${service1}/close`,
    { on: '2026-01-31', reason: 'bored' },
    400,
  ],
  ['a reopening of what is not closed', 'POST', `${service1}/reopen`, { on: '2026-01-31', note: 'x' }, 409],
  [
    'a correction of no record',
    'POST',
    `${service1}/records/${id}/corrections`,
    { withdrawn: true, reason: 'x' },
    404,
  ],
  [
    'a withdrawal that says a stage',
    'POST',
    `${service1}/records/${id}/corrections`,
    { withdrawn: true, reason: 'x', stage: 'live' },
    400,
  ],
  ['a batch that is a list', 'POST', '/api/records/batch', [confirm], 400],
  [
    'a batch with a stranger among its fields',
    'POST',
    '/api/records/batch',
    { records: [{ ...confirm, colour: 1 }] },
    400,
  ],
  ['a batch that confirms nothing', 'POST', '/api/records/batch', { records: [confirm] }, 422],
  ['a version of nothing', 'POST', '/api/records/batch', { records: [{ ...confirm, version: 0 }] }, 400],
  ['what was known on 31 June', 'GET', '/api/portfolio?asKnownAt=2026-06-31', undefined, 400],
  ['what was known without a zone', 'GET', '/api/services?asKnownAt=2026-06-30T12:00:00', undefined, 400],
  ['what will be known', 'GET', '/api/portfolio?asKnownAt=2098-01-01', undefined, 400],
  ['boundaries of tomorrow', 'GET', '/api/portfolio?boundaries=tomorrow', undefined, 400],
  ['a barrier of weather', 'GET', '/api/services?barrier=weather', undefined, 400],
];

describe('bad input about a history', () => {
  let headway: TestApp;
  let lead: string;

  beforeAll(async () => {
    headway = await testApp();
    await organisation(headway.source, 'DWP');
    await service(headway.source, 'DWP-1', 'dwp');
    lead = await person(headway.source, 'digital_lead', 'dwp');
  }, 60_000);
  afterAll(() => headway.close());

  for (const [name, method, url, body, status] of cases)
    it(`${name} is answered with ${status} and a problem`, async () => {
      const headers = { 'if-match': '*' };
      const answer = await headway.ask(method, url, { token: lead, headers, ...(body ? { body } : {}) });
      expect(answer.statusCode).withContext(answer.body.slice(0, 300)).toBe(status);
      expect(answer.headers['content-type']).toContain('application/problem+json');
    });

  it('has saved nothing by all that', async () => {
    const [saved] = await headway.source.query(
      `SELECT (SELECT version FROM service) AS version, (SELECT count(*) FROM stage_record) AS records,
         (SELECT count(*) FROM target) AS targets, (SELECT count(*) FROM barrier) AS barriers`,
    );
    expect(saved).toEqual({ version: 1, records: 0, targets: 0, barriers: 0 });
  });
});
