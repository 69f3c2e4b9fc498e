import { type ClientRequest, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type HeadwayProblem, problems } from '@headway/domain';
import { fastify } from 'fastify';
import { limitUploads, mostUploads, mostUploadsEach } from './upload-limit.js';

describe('files on their way', () => {
  const server = fastify();
  let port: number;
  const open: ClientRequest[] = [];

  beforeAll(async () => {
    server.addContentTypeParser('text/csv', { parseAs: 'buffer' }, (_, body, done) => done(null, body));
    limitUploads(server, {
      isFile: (type) => type.startsWith('text/csv'),
      senderOf: ({ headers }) => Promise.resolve(headers.authorization ?? null),
    });
    server.setErrorHandler((error, _, reply) => {
      const [status] = problems[(error as HeadwayProblem).code];
      return reply.status(status).send();
    });
    server.post('/', () => Promise.resolve('read'));
    await server.listen({ port: 0, host: '127.0.0.1' });
    port = (server.server.address() as AddressInfo).port;
  });
  afterAll(() => server.close());

  const begin = (type: string, who?: string): ClientRequest => {
    const from = who === undefined ? {} : { authorization: who };
    const headers = { 'content-type': type, 'content-length': '4', ...from };
    const sent = request({ port, host: '127.0.0.1', method: 'POST', headers, agent: false });
    sent.on('error', () => undefined);
    sent.write('a,');
    return sent;
  };
  const answerOf = (sent: ClientRequest) =>
    new Promise<number>((resolve) =>
      sent.once('response', (answer) => {
        answer.resume();
        resolve(answer.statusCode!);
      }),
    );
  const whole = async (type = 'text/csv', who: string | undefined = 'somebody') => {
    const sent = begin(type, who);
    const answer = answerOf(sent);
    sent.end('b\n');
    return answer;
  };
  /** Asks until it is as it should be: a server takes its time to see that somebody left. */
  const until = async (status: number) => {
    while ((await whole()) !== status) await new Promise((later) => setTimeout(later, 5));
  };

  it('are taken up to a bound, and again when one is through or broken off', async () => {
    expect(await whole()).toBe(200);
    for (let n = 0; n < mostUploads; n++) open.push(begin('text/csv', `person ${n}`));
    await until(429);
    expect(await whole('application/json')).not.toBe(429);
    open.pop()!.destroy();
    await until(200);
    open.push(begin('text/csv', 'another'));
    await until(429);
    const last = open.pop()!;
    const answer = answerOf(last);
    last.end('b\n');
    expect(await answer).toBe(200);
    await until(200);
    for (const one of open.splice(0)) one.destroy();
    await until(200);
  });

  it('are taken from nobody who is not signed in, before any of them is read', async () => {
    const slow = Array.from({ length: mostUploads }, () => begin('text/csv'));
    expect(await Promise.all(slow.map(answerOf))).toEqual(slow.map(() => 401));
    expect(await whole()).toBe(200);
    for (const one of slow) one.destroy();
  });

  it('of one person leave room for those of others', async () => {
    for (let n = 0; n < mostUploadsEach; n++) open.push(begin('text/csv', 'somebody'));
    await until(429);
    expect(await whole('text/csv', 'another')).toBe(200);
    for (const one of open.splice(0)) one.destroy();
    await until(200);
  });
});
