import { randomUUID } from 'node:crypto';
import { type IncomingMessage, STATUS_CODES, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { HeadwayProblem, type ProblemCode } from '@headway/domain';
import type { FastifyInstance } from 'fastify';
import { describe } from './problem.filter.js';

interface ClientError {
  readonly code?: string;
  readonly rawPacket?: unknown;
}

const codes: Readonly<Record<string, ProblemCode>> = {
  ERR_HTTP_REQUEST_TIMEOUT: 'request_timeout',
  HPE_HEADER_OVERFLOW: 'headers_too_large',
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 'payload_too_large',
};

/** What could not even be read as a request is answered as a problem too, by hand, and is the connection's last. */
export function answerUnreadable(error: ClientError, socket: Socket): void {
  const { _httpMessage: answer } = socket as { _httpMessage?: { _headerSent: boolean } };
  // In the middle of an answer nothing can be said any more.
  if (socket.writable && !answer?._headerSent) socket.write(written(new HeadwayProblem(codeOf(error))));
  socket.destroy();
}

/** A whole answer, with more headers where there are any. */
function written(why: HeadwayProblem, ...headers: readonly string[]): string {
  const problem = describe(why, { id: randomUUID() });
  const body = JSON.stringify(problem);
  return [
    `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}`,
    'Content-Type: application/problem+json',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Cache-Control: no-store',
    'X-Content-Type-Options: nosniff',
    'Connection: close',
    ...headers,
    '',
    body,
  ].join('\r\n');
}

function codeOf({ code = '', rawPacket }: ClientError): ProblemCode {
  const known = codes[code] ?? 'invalid_request';
  const begin = Buffer.isBuffer(rawPacket) ? rawPacket.toString('latin1', 0, 12_100) : '';
  const byAddress = known === 'headers_too_large' && /^[A-Z]+ \/\S{12000}/.test(begin);
  return byAddress ? 'address_too_long' : known;
}

/** What Node would answer by itself without a word is left to Headway to answer. */
export function answerAllElse(fastify: FastifyInstance): void {
  const server = fastify.server as Server;
  // An `Expect` that is not 100-continue asks for nothing that Headway needs to do.
  server.on('checkExpectation', (request: IncomingMessage, response: ServerResponse) =>
    server.emit('request', request, response),
  );
  // It asks for a tunnel, which nothing here is.
  server.on('connect', (_: IncomingMessage, socket: Socket) => {
    socket.on('error', () => undefined);
    socket.end(written(new HeadwayProblem('method_not_allowed'), 'Allow: GET, HEAD, OPTIONS'));
  });
  fastify.addHook('onRequest', ({ raw }, _, done) => {
    const hosts = raw.rawHeaders.filter((text, index) => index % 2 === 0 && /^host$/i.test(text)).length;
    const named = hosts === 1 || (hosts === 0 && raw.httpVersion === '1.0');
    const wrong = hosts > 1 ? 'Host is given more than once.' : 'Host is missing.';
    done(named ? undefined : new HeadwayProblem('invalid_request', wrong));
  });
}
