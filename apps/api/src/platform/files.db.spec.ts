import { readdirSync } from 'node:fs';
import { type TestApp, organisation, person, service, testApp } from '../testing/app.js';
import { webFolder } from './pages.js';

describe('the files of the web app', () => {
  let headway: TestApp;

  beforeAll(async () => {
    headway = await testApp();
  }, 60_000);
  afterAll(() => headway.close());

  it('that a release took away are missing, and nobody keeps that', async () => {
    for (const path of ['/chunk-AAAAAAAA.js', '/main-AAAAAAAA.js', '/styles-AAAAAAAA.css', '/assets/a.svg']) {
      const { statusCode, headers } = await headway.ask('GET', path);
      expect([path, statusCode, headers['content-type'], headers['cache-control']]).toEqual([
        path,
        404,
        'application/problem+json; charset=utf-8',
        'no-store',
      ]);
    }
  });

  it('are kept for ever where their name says what is in them, and the page that names them never', async () => {
    const script = readdirSync(webFolder).find((name) => /^main-.*\.js$/.test(name))!;
    const file = await headway.ask('GET', `/${script}`);
    expect([file.statusCode, file.headers['cache-control']]).toEqual([
      200,
      'public, max-age=31536000, immutable',
    ]);
    for (const path of ['/', '/services', '/index.html', '/services/DWP-001.5']) {
      const page = await headway.ask('GET', path);
      expect([path, page.statusCode, page.headers['cache-control']]).toEqual([path, 200, 'no-store']);
      expect(page.body).toContain(script);
    }
  });
});

describe('a change by PATCH', () => {
  it('that is sent again by its key is answered as the first time, not refused as somebody else’s', async () => {
    const headway = await testApp();
    await organisation(headway.source, 'DWP');
    await service(headway.source, 'A', 'dwp');
    const token = await person(headway.source, 'digital_lead', 'dwp');
    const change = () =>
      headway.ask('PATCH', '/api/services/A', {
        token,
        body: { name: 'B' },
        headers: { 'if-match': '"1"', 'idempotency-key': 'one' },
      });
    const [first, again] = [await change(), await change()];
    expect([first.statusCode, again.statusCode, again.json().version]).toEqual([200, 200, 2]);
    await headway.close();
  });
});
