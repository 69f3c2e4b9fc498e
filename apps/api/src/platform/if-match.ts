import { type ExecutionContext, createParamDecorator } from '@nestjs/common';
import { HeadwayProblem } from '@headway/domain';
import type { FastifyRequest } from 'fastify';

/** The versions a change is allowed to start from; null for any (`*`). RFC 9110: compared strongly. */
export type ExpectedVersions = readonly number[] | null;

/** @throws 428 where the header is missing. Weak or unknown tags match nothing, and so end in 412. */
export function expectedVersions(header: string | undefined): ExpectedVersions {
  if (!header?.trim()) throw new HeadwayProblem('if_match_required', 'Send If-Match with the ETag you read.');
  if (header.trim() === '*') return null;
  return header
    .split(',')
    .map((tag) => /^"(\d{1,9})"$/.exec(tag.trim())?.[1])
    .filter((version) => version !== undefined)
    .map(Number);
}

/** Whether a header names a tag, or any (`*`). */
export function namesTag(header: string, tag: string): boolean {
  const tags = header.split(',').map((one) => one.trim());
  return tags.includes('*') || tags.includes(tag);
}

export const IfMatch = createParamDecorator((_: unknown, context: ExecutionContext): ExpectedVersions => {
  return expectedVersions(context.switchToHttp().getRequest<FastifyRequest>().headers['if-match']);
});
