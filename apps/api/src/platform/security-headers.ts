import { randomBytes } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';
import helmet from 'helmet';
import type { Config } from './config.js';

declare module 'fastify' {
  interface FastifyReply {
    /** What a page's own style elements carry, so that they and no others count. */
    nonce: string;
  }
}

const nonces = new WeakMap<ServerResponse, string>();

/** What every answer says of how a browser may use it. The rules are made once, as all that changes is the nonce. */
export function sendSecurityHeaders(fastify: FastifyInstance, { secure }: Pick<Config, 'secure'>): void {
  const headers = helmet({
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", (_, response) => `'nonce-${nonces.get(response)}'`],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        upgradeInsecureRequests: secure ? [] : null,
      },
    },
    strictTransportSecurity: secure,
    referrerPolicy: { policy: 'same-origin' },
  });
  fastify.decorateReply('nonce', '');
  fastify.addHook('onRequest', (request, reply, done) => {
    reply.nonce = randomBytes(16).toString('base64url');
    nonces.set(reply.raw, reply.nonce);
    headers(request.raw, reply.raw, (error) => done(error as Error | undefined));
  });
}
