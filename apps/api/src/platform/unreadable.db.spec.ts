import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import type { Server } from 'node:http';
import { problems } from '@headway/domain';
import { type TestApp, organisation, person, service, testApp } from '../testing/app.js';

describe('a request that cannot be read', () => {
  let headway: TestApp;
  let port: number;

  beforeAll(async () => {
    headway = await testApp();
    port = Number(new URL(await headway.listen()).port);
  }, 60_000);
  afterAll(() => headway.close());

  /** Sends bytes as they are; what came back until the other end hung up. */
  const send = async (bytes: string | Buffer) => {
    const socket = connect(port, 'localhost');
    socket.write(bytes);
    const answer = await text(socket);
    const [head = '', body = ''] = answer.split('\r\n\r\n', 2);
    return { status: Number(/^HTTP\/1\.1 (\d{3}) /.exec(head)?.[1]), head, body };
  };
  const host = 'Host: localhost\r\n';
  const close = 'Connection: close\r\n';
  const json = 'Content-Type: application/json\r\n';
  const cases: readonly [what: string, bytes: string | Buffer, code: keyof typeof problems][] = [
    ['no HTTP', 'hello\r\n\r\n', 'invalid_request'],
    ['a method that there is not', `BREW /api/services HTTP/1.1\r\n${host}\r\n`, 'invalid_request'],
    ['a version that there is not', `GET / HTTP/9.9\r\n${host}\r\n`, 'invalid_request'],
    ['a header without a name', `GET / HTTP/1.1\r\n${host}: x\r\n\r\n`, 'invalid_request'],
    ['no host', `GET /api/health/live HTTP/1.1\r\n${close}\r\n`, 'invalid_request'],
    ['two hosts', `GET /api/health/live HTTP/1.1\r\n${host}${host}${close}\r\n`, 'invalid_request'],
    ['a tunnel asked for', `CONNECT a.example:443 HTTP/1.1\r\n${host}\r\n`, 'method_not_allowed'],
    [
      'two lengths',
      `POST / HTTP/1.1\r\n${host}Content-Length: 1\r\nContent-Length: 2\r\n\r\n`,
      'invalid_request',
    ],
    [
      'a chunk without a length',
      `POST /api/services HTTP/1.1\r\n${host}${json}Transfer-Encoding: chunked\r\n\r\nzz\r\n`,
      'invalid_request',
    ],
    ['too many headers', `GET / HTTP/1.1\r\n${host}X: ${'x'.repeat(40_000)}\r\n\r\n`, 'headers_too_large'],
    ['too long an address', `GET /${'x'.repeat(40_000)} HTTP/1.1\r\n${host}\r\n`, 'address_too_long'],
    ['an address that is not UTF-8', `GET /api/%ff HTTP/1.1\r\n${host}${close}\r\n`, 'invalid_request'],
  ];
  for (const [what, bytes, code] of cases)
    it(`is answered with a problem where there is ${what}`, async () => {
      const { status, head, body } = await send(bytes);
      expect(status).withContext(head).toBe(problems[code][0]);
      expect(head).toContain('application/problem+json');
      expect(JSON.parse(body)).toEqual(jasmine.objectContaining({ status, code, title: problems[code][1] }));
    });

  for (const [asked, leadsTo] of [
    ['/services/%ff/change?q=%zz', '/services/%25ff/change?q=%25zz'],
    ['//elsewhere.example/%ff', '/elsewhere.example/%25ff'],
    ['/\\elsewhere.example/%', '/elsewhere.example/%25'],
  ])
    it(`leads to a page of the same site that says so where it is ${asked}`, async () => {
      const { status, head } = await send(`GET ${asked} HTTP/1.1\r\n${host}${close}\r\n`);
      expect(status).toBe(302);
      expect(/^location: (.*)\r$/im.exec(head)?.[1]).toBe(leadsTo!);
    });

  it('is answered with a problem where it never ends', async () => {
    const server = headway.app.getHttpServer() as Server;
    const socket = connect(port, 'localhost');
    // Node finds out a minute later; this is what it does then.
    const late = Object.assign(new Error('late'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' });
    server.once('connection', (theirs) =>
      theirs.once('data', () => server.emit('clientError', late, theirs)),
    );
    socket.write(`POST /api/services HTTP/1.1\r\n${host}${json}Content-Length: 10\r\n\r\n{`);
    const answer = await text(socket);
    expect(answer).toMatch(/^HTTP\/1\.1 408 Request Timeout\r\n/);
    expect(answer).toContain('"code":"request_timeout"');
  });

  it('is answered with a problem where it is nested deeper than anybody would write', async () => {
    const token = await person(headway.source, 'admin');
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    for (const url of ['/api/services', '/api/imports/mappings', '/api/records/batch'])
      for (const key of [{}, { 'idempotency-key': 'deep' }]) {
        const { statusCode } = await headway.ask('POST', url, {
          token,
          body: Buffer.from(deep),
          headers: { 'content-type': 'application/json', ...key },
        });
        expect([400, 403]).withContext(url).toContain(statusCode);
      }
  });

  it('is not in the way of one with an expectation', async () => {
    const { status } = await send(`GET /api/health/live HTTP/1.1\r\n${host}${close}Expect: tea\r\n\r\n`);
    expect(status).toBe(200);
  });
});

describe('a method that an address does not have', () => {
  let headway: TestApp;
  let token: string;

  beforeAll(async () => {
    headway = await testApp();
    await organisation(headway.source, 'DWP');
    await service(headway.source, 'DWP-1', 'dwp');
    token = await person(headway.source, 'digital_lead', 'dwp');
  }, 60_000);
  afterAll(() => headway.close());

  const cases = [
    ['DELETE', '/api/services', 'GET, HEAD, POST, OPTIONS'],
    ['PUT', '/api/services/DWP-1', 'GET, HEAD, PATCH, OPTIONS'],
    ['POST', '/api/services/DWP-1/targets/live', 'PUT, OPTIONS'],
    ['GET', '/api/services/DWP-1/targets/live', 'PUT, OPTIONS'],
    ['HEAD', '/api/imports', 'POST, OPTIONS'],
    ['GET', '/api/imports', 'POST, OPTIONS'],
    ['PATCH', '/api/portfolio.csv', 'GET, HEAD, OPTIONS'],
    ['POST', '/api/health/live', 'GET, HEAD, OPTIONS'],
    ['POST', '/portfolio', 'GET, HEAD, OPTIONS'],
    ['DELETE', '/', 'GET, HEAD, OPTIONS'],
    ['PROPFIND', '/api/services', 'GET, HEAD, POST, OPTIONS'],
    ['TRACE', '/api/services', 'GET, HEAD, POST, OPTIONS'],
  ] as const;
  for (const [method, url, allowed] of cases)
    it(`is answered with those that it has: ${method} ${url}`, async () => {
      for (const who of [token, null]) {
        const answer = await headway.ask(method, url, who ? { token: who } : {});
        expect([answer.statusCode, answer.headers.allow]).toEqual([405, allowed]);
        if (method === 'HEAD') continue;
        expect(answer.headers['content-type']).toContain('application/problem+json');
        expect(answer.json().code).toBe('method_not_allowed');
      }
    });

  it('is told of by OPTIONS', async () => {
    const answer = await headway.ask('OPTIONS', '/api/services/DWP-1');
    expect([answer.statusCode, answer.headers.allow, answer.body]).toEqual([
      204,
      'GET, HEAD, PATCH, OPTIONS',
      '',
    ]);
  });

  it('does not make anything of an address that is not there', async () => {
    for (const method of ['GET', 'POST', 'DELETE', 'OPTIONS'])
      expect((await headway.ask(method, '/api/nothing/here', { token })).statusCode)
        .withContext(method)
        .toBe(404);
  });

  it('is HEAD nowhere where there is GET', async () => {
    for (const url of ['/api/services', '/api/services/DWP-1', '/api/services.csv', '/portfolio', '/']) {
      const answer = await headway.ask('HEAD', url, { token });
      expect([answer.statusCode, answer.body]).withContext(url).toEqual([200, '']);
    }
  });
});
