import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { type Grant, HeadwayProblem, type Policy, can, policies } from '@headway/domain';
import type { FastifyRequest } from 'fastify';
import { createHash } from 'node:crypto';
import type { Caller } from './caller.js';
import { Config } from './config.js';
import { cookieName } from './cookies.js';
import { policyOf } from './policy.js';
import { hashOf } from './secret.js';
import { type KnownPerson, Sessions } from './sessions.js';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Nothing passes without a policy that says so: finds out who asks, then asks the table. */
@Injectable()
export class Guard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: Sessions,
    private readonly config: Config,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const policy = policyOf(this.reflector, context.getHandler() as () => unknown);
    if (!policy) throw new HeadwayProblem('not_found');
    if (policies[policy] === 'public') return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const person = await personBehind(request, this.sessions, this.config);
    if (!person) throw new HeadwayProblem('not_signed_in', undefined, undefined, challenge);
    const caller: Caller = { ...person, grants: person.grants as Grant[], retry: retryOf(request, policy) };
    const needsNoRole = policy === 'readSession' || policy === 'manageOwnTokens';
    if (!needsNoRole && !can(caller, policy)) throw new HeadwayProblem('not_allowed');
    request.caller = caller;
    return true;
  }
}

export const challenge = { 'WWW-Authenticate': 'Bearer realm="Headway"' };

/**
 * Whose token or session a request came with; null where that is nobody's.
 * @throws 403 where it changes something by a token that may only read, or from another site's page.
 */
export async function personBehind(
  request: FastifyRequest,
  sessions: Sessions,
  config: Config,
): Promise<KnownPerson | null> {
  const { authorization } = request.headers;
  const changes = !safeMethods.has(request.method);
  if (authorization !== undefined) {
    const secret = /^Bearer ([\w-]{20,100})$/i.exec(authorization)?.[1];
    const person = secret ? await sessions.personByToken(secret) : null;
    if (secret) request.credential = hashOf(secret).toString('hex');
    if (person && changes && !person.mayWrite) throw new HeadwayProblem('read_only_token');
    return person;
  }
  const secret = request.cookies[cookieName(config, 'headway_session')];
  if (!secret) return null;
  if (changes) mustComeFromHere(request, config.publicUrl);
  request.credential = hashOf(secret).toString('hex');
  return sessions.personBySession(secret);
}

/**
 * A cookie comes along with what another site's page sends, so such a request is refused: by
 * Sec-Fetch-Site, which every browser of today sends, else by Origin. Neither means it is no browser.
 */
export function mustComeFromHere(request: Pick<FastifyRequest, 'headers'>, publicUrl: string): void {
  const site = request.headers['sec-fetch-site'];
  const { origin, host } = request.headers;
  const here =
    site !== undefined
      ? site === 'same-origin' || site === 'none'
      : origin === undefined ||
        origin === new URL(publicUrl).origin ||
        (host !== undefined && URL.parse(origin)?.host === host);
  if (!here) throw new HeadwayProblem('cross_site_request');
}

/** What answers a retry with the first answer; whatever is deleted twice is gone all the same. */
const retried = new Set(['POST', 'PUT', 'PATCH']);

function retryOf(request: FastifyRequest, policy: Policy): Caller['retry'] {
  const key = request.headers['idempotency-key'];
  if (!retried.has(request.method) || key === undefined) return null;
  if (typeof key !== 'string' || !/^[\x21-\x7e]{1,255}$/.test(key))
    throw new HeadwayProblem('invalid_request', 'Idempotency-Key must be 1 to 255 visible characters.');
  const fingerprint = createHash('sha256').update(`${request.method} ${request.url}\n`);
  fingerprint.update(Buffer.isBuffer(request.body) ? request.body : textOf(request.body));
  return { key, fingerprint: fingerprint.digest(), policy };
}

/** @throws 400 where a body is nested deeper than can be written down again: nothing that is described is. */
function textOf(body: unknown): string {
  try {
    return JSON.stringify(body ?? null);
  } catch (error) {
    if (error instanceof RangeError)
      throw new HeadwayProblem('invalid_request', 'The body is nested too deep.');
    throw error;
  }
}
