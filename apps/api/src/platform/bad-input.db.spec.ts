import { gzipSync } from 'node:zlib';
import { type Asked, type TestApp, organisation, person, service, testApp } from '../testing/app.js';

const json = { 'content-type': 'application/json' };
const csv = { 'content-type': 'text/csv' };
const csvHeader = 'Service name,Organisation,Audience\n';

/** What is sent, where, and the status it must be answered with. */
const cases: readonly [name: string, method: string, url: string, asked: Asked, status: number][] = [
  ['half of an object', 'POST', '/api/services', { body: '{"name":', headers: json }, 400],
  ['no body', 'POST', '/api/services', { headers: json }, 400],
  ['an array', 'POST', '/api/services', { body: [] }, 400],
  ['a __proto__ key', 'POST', '/api/services', { body: '{"__proto__":{"admin":true}}', headers: json }, 400],
  [
    'a constructor key',
    'POST',
    '/api/services',
    { body: '{"constructor":{"prototype":1}}', headers: json },
    400,
  ],
  ['an unknown field', 'POST', '/api/services', { body: { ...valid(), colour: 'blue' } }, 400],
  ['a wrong type', 'POST', '/api/services', { body: { ...valid(), name: 7 } }, 400],
  ['a NUL byte', 'POST', '/api/services', { body: { ...valid(), name: 'a\0b' } }, 400],
  [
    'a lone surrogate',
    'POST',
    '/api/services',
    { body: `{"name":"\\ud800","organisation":"dwp","audience":"external"}`, headers: json },
    400,
  ],
  ['31 June', 'POST', '/api/services', { body: { ...valid(), opensOn: '2026-06-31' } }, 400],
  ['a number out of range', 'POST', '/api/services', { body: { ...valid(), transactionsAYear: 1e300 } }, 400],
  [
    'a script for an address',
    'POST',
    '/api/services',
    { body: { ...valid(), address: 'javascript:alert(1)' } },
    400,
  ],
  [
    'an organisation that is not there',
    'POST',
    '/api/services',
    { body: { ...valid(), organisation: 'nobody' } },
    422,
  ],
  ['a reference in use', 'POST', '/api/services', { body: { ...valid(), reference: 'dwp-1' } }, 409],
  [
    '10 MB of JSON',
    'POST',
    '/api/services',
    { body: { ...valid(), description: 'x'.repeat(10 * 1024 * 1024) } },
    413,
  ],
  [
    'a gzip bomb',
    'POST',
    '/api/services',
    { body: gzipSync(Buffer.alloc(5_000_000)), headers: { ...json, 'content-encoding': 'gzip' } },
    413,
  ],
  [
    'a form',
    'POST',
    '/api/services',
    { body: 'name=x', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
    415,
  ],
  ['plain text', 'POST', '/api/services', { body: 'name', headers: { 'content-type': 'text/plain' } }, 415],
  [
    'a stage in the future',
    'POST',
    '/api/services/DWP-1/records',
    { body: { stage: 'live', effectiveOn: '2098-01-01' }, headers: { 'if-match': '"1"' } },
    422,
  ],
  [
    'a stage that is none',
    'POST',
    '/api/services/DWP-1/records',
    { body: { stage: 'retired', effectiveOn: '2026-01-01' }, headers: { 'if-match': '"1"' } },
    400,
  ],
  [
    'an empty key for retries',
    'POST',
    '/api/services',
    { body: valid(), headers: { 'idempotency-key': '' } },
    400,
  ],
  ['a page before the first', 'GET', '/api/services?page=0', {}, 400],
  ['a page too large', 'GET', '/api/services?pageSize=201', {}, 400],
  ['a page beyond all numbers', 'GET', '/api/services?page=99999999999999999999', {}, 400],
  ['an unknown sort', 'GET', '/api/services?sort=colour', {}, 400],
  ['an unknown parameter', 'GET', '/api/services?colour=blue', {}, 400],
  ['a NUL in a search', 'GET', '/api/services?q=%00', {}, 400],
  ['a NUL in a path', 'GET', '/api/services/%00', {}, 400],
  ['a NUL in a filter', 'GET', '/api/services?organisation=%00', {}, 400],
  ['a path that is not UTF-8', 'GET', '/api/services/%ff', {}, 400],
  ['a path of dots', 'GET', '/api/services/..%2f..%2fetc%2fpasswd', {}, 404],
  ['SQL for a reference', 'GET', `/api/services/${encodeURIComponent(`' OR 1=1 --`)}`, {}, 404],
  ['a very long path', 'GET', `/api/services/${'x'.repeat(190)}`, {}, 404],
  ['an address that is not there', 'GET', '/api/nothing', {}, 404],
  ['JSON for a file', 'POST', '/api/imports?kind=services&mode=check', { body: {} }, 415],
  [
    'a workbook called CSV',
    'POST',
    '/api/imports?kind=services&mode=check',
    { body: Buffer.from('PK\x03\x04zip'), headers: csv },
    422,
  ],
  [
    'an empty file',
    'POST',
    '/api/imports?kind=services&mode=check',
    { body: Buffer.alloc(0), headers: csv },
    422,
  ],
  [
    'bytes that are no text',
    'POST',
    '/api/imports?kind=services&mode=check',
    { body: Buffer.from([0, 1, 2, 3, 0, 0]), headers: csv },
    422,
  ],
  [
    'a quote that never ends',
    'POST',
    '/api/imports?kind=services&mode=check',
    { body: `${csvHeader}"a,b,c`, headers: csv },
    422,
  ],
  [
    'UTF-16 cut in half',
    'POST',
    '/api/imports?kind=services&mode=check',
    { body: Buffer.from([0xff, 0xfe, 0x41]), headers: csv },
    422,
  ],
  [
    '21 MB of file',
    'POST',
    '/api/imports?kind=services&mode=check',
    { body: Buffer.alloc(21 * 1024 * 1024, 65), headers: csv },
    413,
  ],
  [
    'ragged rows, applied',
    'POST',
    '/api/imports?kind=services&mode=apply',
    { body: `${csvHeader}A,DWP,external,more,cells\n`, headers: csv },
    422,
  ],
  [
    'a mode that is none',
    'POST',
    '/api/imports?kind=services&mode=maybe',
    { body: csvHeader, headers: csv },
    400,
  ],
];

function valid() {
  return { name: 'A service', organisation: 'dwp', audience: 'external' };
}

describe('bad input', () => {
  let headway: TestApp;
  let lead: string;

  beforeAll(async () => {
    headway = await testApp();
    await organisation(headway.source, 'DWP');
    await service(headway.source, 'DWP-1', 'dwp');
    lead = await person(headway.source, 'digital_lead', 'dwp');
  }, 60_000);
  afterAll(() => headway.close());

  for (const [name, method, url, asked, status] of cases)
    it(`${name} is answered with ${status} and a problem`, async () => {
      const answer = await headway.ask(method, url, { token: lead, ...asked });
      expect(answer.statusCode).withContext(answer.body.slice(0, 300)).toBe(status);
      expect(answer.headers['content-type']).toContain('application/problem+json');
      expect(answer.json()).toEqual(
        jasmine.objectContaining({ status, code: jasmine.any(String), type: jasmine.any(String) }),
      );
    });

  it('has saved nothing by all that', async () => {
    const [{ services, records }] = await headway.source.query(
      'SELECT (SELECT count(*) FROM service) AS services, (SELECT count(*) FROM stage_record) AS records',
    );
    expect([services, records]).toEqual([1, 0]);
  });

  it('says where each input is wrong', async () => {
    const answer = await headway.ask('POST', '/api/services', {
      token: lead,
      body: { name: '', audience: 'x', colour: 1 },
    });
    expect(
      answer
        .json()
        .errors.map(({ pointer }: { pointer: string }) => pointer)
        .toSorted(),
    ).toEqual(['/audience', '/colour', '/name', '/organisation']);
  });
});
