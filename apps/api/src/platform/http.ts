import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import serveStatic from '@fastify/static';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type FastifyReply, type FastifyRequest, LogController } from 'fastify';
import { HeadwayProblem } from '@headway/domain';
import type { Logger } from 'pino';
import type { Config } from './config.js';
import { personBehind } from './guard.js';
import { webFolder } from './pages.js';
import { tellMethods } from './methods.js';
import { describe } from './problem.filter.js';
import { sendSecurityHeaders } from './security-headers.js';
import { Sessions } from './sessions.js';
import { unchanged } from './unchanged.js';
import { answerAllElse, answerUnreadable } from './unreadable.js';
import { limitUploads } from './upload-limit.js';

const megabyte = 1024 * 1024;
const importLimit = 20 * megabyte;
/** Workbooks of every kind, old ones and those with macros too: what is taken of them the import says. */
const workbookTypes =
  /^application\/vnd\.(ms-excel|openxmlformats-officedocument\.spreadsheetml\.|oasis\.opendocument\.spreadsheet)/i;

/** Fastify as Headway wants it: request ids, one line of log a request, small bodies, no query in the log. */
export function httpAdapter(log: Logger, { trustedProxies }: Pick<Config, 'trustedProxies'>): FastifyAdapter {
  return new FastifyAdapter({
    ...(trustedProxies.length > 0 ? { trustProxy: [...trustedProxies] } : {}),
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    bodyLimit: megabyte,
    requestTimeout: 60_000,
    // Refused as a problem instead: see `answerAllElse`.
    http: { requireHostHeader: false },
    clientErrorHandler: answerUnreadable,
    forceCloseConnections: 'idle',
    // What fails before any route is found, such as a path that is not UTF-8.
    frameworkErrors: (_: unknown, request: FastifyRequest, reply: FastifyReply) => {
      if (request.method === 'GET' && !request.url.startsWith('/api/'))
        return void reply.status(302).header('Location', readable(request.url)).send();
      const body = describe(new HeadwayProblem('invalid_request'), request);
      void reply.status(400).type('application/problem+json').send(JSON.stringify(body));
    },
    routerOptions: { maxParamLength: 200 },
  });
}

/** Each percent sign taken for itself, so that a person sees the page for what is not there; never another site. */
function readable(url: string): string {
  return url.replace(/^[/\\]+/, '/').replaceAll('%', '%25');
}

/** Headers, cookies, compression, the web app's files, and which bodies are taken. */
export async function dressHttp(app: NestFastifyApplication, config: Config): Promise<void> {
  const fastify = app.getHttpAdapter().getInstance();
  fastify.removeContentTypeParser('text/plain');
  for (const type of ['text/csv', workbookTypes])
    fastify.addContentTypeParser(type, { parseAs: 'buffer', bodyLimit: importLimit }, (_, body, done) =>
      done(null, body),
    );
  answerAllElse(fastify);
  tellMethods(fastify);
  await app.register(cookie);
  const sessions = app.get(Sessions);
  limitUploads(fastify, {
    isFile: (type) => /^\s*text\/csv/i.test(type) || workbookTypes.test(type.trimStart()),
    senderOf: async (request) => (await personBehind(request, sessions, config))?.id ?? null,
  });
  await app.register(compress, { encodings: ['gzip'], threshold: 1024 });
  sendSecurityHeaders(fastify, config);
  if (existsSync(webFolder))
    await app.register(serveStatic, {
      root: webFolder,
      wildcard: false,
      index: false,
      globIgnore: ['index.html', '**/*.{gz,br}'],
      preCompressed: true,
      setHeaders: (reply, path) => {
        // Named after what is in it, so that another version has another name.
        if (/-[\w-]{8}\.(js|css)(\.gz|\.br)?$/.test(path))
          reply.header('Cache-Control', 'public, max-age=31536000, immutable');
      },
    });
  fastify.addHook('onRequest', (request, reply, done) => {
    void reply.header('X-Request-Id', request.id);
    // Files say themselves how long they may be kept; a page, an answer or a missing file is never kept.
    void reply.header('Cache-Control', 'no-store');
    done();
  });
  fastify.addHook('onSend', (request, reply, payload, done) =>
    done(null, unchanged(request, reply, payload)),
  );
  fastify.addHook('onResponse', (request, reply, done) => {
    const { method, routeOptions, id, caller } = request;
    const ms = Math.round(reply.elapsedTime);
    const line = {
      request: id,
      method,
      route: routeOptions.url,
      status: reply.statusCode,
      ms,
      person: caller?.id,
    };
    request.log.info(line, 'request');
    done();
  });
}
