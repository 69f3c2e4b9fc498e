import { type TestApp, organisation, person, service, testApp } from '../testing/app.js';

describe('what is read again', () => {
  let headway: TestApp;
  let token: string;

  beforeAll(async () => {
    headway = await testApp();
    await organisation(headway.source, 'DWP');
    await organisation(headway.source, 'HMT');
    await service(headway.source, 'A', 'dwp');
    token = await person(headway.source, 'digital_lead', 'dwp');
  }, 60_000);
  afterAll(() => headway.close());

  const ask = (path: string, known?: string, as = token) =>
    headway.ask('GET', path, { token: as, ...(known ? { headers: { 'if-none-match': known } } : {}) });
  const reads = ['/api/portfolio', '/api/portfolio/trend', '/api/portfolio/signals', '/api/services'];

  it('is not sent again while it is the same, however it is asked for', async () => {
    for (const path of reads) {
      const { headers, body } = await ask(path);
      const tag = headers['etag'] as string;
      expect(tag)
        .withContext(path)
        .toMatch(/^W\/"[\w-]{27}"$/);
      expect(headers['cache-control']).toBe('private, no-cache');
      for (const known of [tag, `"x", ${tag}`, tag.slice(2), '*']) {
        const again = await ask(path, known);
        expect([again.statusCode, again.body, again.headers['etag']]).toEqual([304, '', tag]);
        expect(again.headers['content-type']).toBeUndefined();
      }
      const other = await ask(path, '"x"');
      expect([other.statusCode, other.body]).toEqual([200, body]);
    }
  });

  it('is sent once it has changed, and to whoever sees something else', async () => {
    const tags = await Promise.all(reads.map(async (path) => (await ask(path)).headers['etag'] as string));
    const viewer = await person(headway.source, 'digital_lead', 'hmt');
    for (const [n, path] of reads.entries())
      expect((await ask(path, tags[n], viewer)).statusCode)
        .withContext(path)
        .toBe(200);
    const { statusCode } = await headway.ask('POST', '/api/services/A/records', {
      token,
      body: { stage: 'live', effectiveOn: '2026-01-31' },
      headers: { 'if-match': '*' },
    });
    expect(statusCode).toBe(201);
    for (const [n, path] of reads.entries())
      expect((await ask(path, tags[n])).statusCode)
        .withContext(path)
        .toBe(200);
  });

  it('is sent whole where its tag is its version, and problems are never kept', async () => {
    const one = await ask('/api/services/A');
    expect([one.headers['etag'], one.headers['cache-control']]).toEqual([
      jasmine.stringMatching(/^"\d+"$/),
      'no-store',
    ]);
    expect((await ask('/api/services/A', one.headers['etag'] as string)).statusCode).toBe(200);
    const missing = await ask('/api/services/none', '*');
    expect([missing.statusCode, missing.headers['cache-control']]).toEqual([404, 'no-store']);
  });
});
