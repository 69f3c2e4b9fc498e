import { type ExecutionContext, createParamDecorator } from '@nestjs/common';
import { uuidPattern } from '@headway/contract';
import { HeadwayProblem } from '@headway/domain';
import type { FastifyRequest } from 'fastify';

/** All that is looked at of who sends an answer; neither is stored or logged. */
export interface Sender {
  /** For a limit alone, in memory. */
  readonly address: string;
  /** A uuid that the browser made for this go at the survey: it cannot be guessed from its digest. */
  readonly key: string | null;
}

/** @throws 400 where the key is no uuid */
export function senderOf({ ip, headers }: Pick<FastifyRequest, 'ip' | 'headers'>): Sender {
  const key = headers['idempotency-key'];
  if (key !== undefined && !uuidPattern.test(String(key)))
    throw new HeadwayProblem('invalid_request', 'Idempotency-Key must be a UUID here.');
  return { address: ip, key: key === undefined ? null : String(key).toLowerCase() };
}

export const FromSender = createParamDecorator((_: unknown, context: ExecutionContext): Sender => {
  return senderOf(context.switchToHttp().getRequest<FastifyRequest>());
});
