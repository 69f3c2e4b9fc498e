import { type ExecutionContext, createParamDecorator } from '@nestjs/common';
import { HeadwayProblem, type Person, type Policy, can, scopeOf } from '@headway/domain';
import type { FastifyRequest } from 'fastify';

/** Who asks, and the key under which a retry of this request would come again. */
export interface Caller extends Person {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly retry: { readonly key: string; readonly fingerprint: Buffer; readonly policy: Policy } | null;
}

declare module 'fastify' {
  interface FastifyRequest {
    caller?: Caller;
    /** The hash of the session or the token that the request came with. */
    credential?: string;
  }
}

/** The person behind the request; the guard has let nobody else through. */
export const FromCaller = createParamDecorator((_: unknown, context: ExecutionContext): Caller => {
  const { caller } = context.switchToHttp().getRequest<FastifyRequest>();
  if (!caller) throw new HeadwayProblem('not_signed_in');
  return caller;
});

/** Asks for all of government: what is frozen is what everybody sees, whoever closes the quarter. */
export const government: Person = { grants: [{ role: 'oversight', organisations: 'all' }] };

/** Organisation ids a query must keep to, as a parameter for `uuid[]`; null where there is no bound. */
export function scopeParameter(caller: Person, policy: Policy): readonly string[] | null {
  const scope = scopeOf(caller, policy);
  return scope === 'all' ? null : scope;
}

/** @throws 403 where the caller may see this organisation's things but not do this to them. */
export function mustBeAllowed(caller: Caller, policy: Policy, organisationId: string): void {
  if (!can(caller, policy, organisationId)) throw new HeadwayProblem('not_allowed');
}
