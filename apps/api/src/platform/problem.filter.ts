import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Injectable } from '@nestjs/common';
import { HeadwayProblem, type Problem, type ProblemCode, problems } from '@headway/domain';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sqlState } from './changes.js';
import { isReadOnly, isUnavailable } from './unavailable.js';

const codeByStatus: Readonly<Record<number, ProblemCode>> = {
  400: 'invalid_request',
  404: 'not_found',
  405: 'method_not_allowed',
  413: 'payload_too_large',
  408: 'request_timeout',
  414: 'address_too_long',
  415: 'unsupported_media_type',
  431: 'headers_too_large',
};

const malformedJson = new Set(['FST_ERR_CTP_INVALID_JSON_BODY', 'FST_ERR_CTP_EMPTY_JSON_BODY']);
const again = { 'Retry-After': '5' };
/** Whole sentences: a form shows them without the title. */
const readOnlyWords =
  'Headway can be read at the moment but not changed, so nothing was saved. Try again later.';
const reading = new Set(['GET', 'HEAD', 'OPTIONS']);

/** The problem that an error is, in answer to a request of this method. */
export function known(error: unknown, method = 'GET'): HeadwayProblem {
  if (error instanceof HeadwayProblem) return error;
  if (isReadOnly(error) && !reading.has(method))
    return new HeadwayProblem('read_only', readOnlyWords, undefined, again);
  if (isUnavailable(error) || isReadOnly(error))
    return new HeadwayProblem('unavailable', undefined, undefined, again);
  if (sqlState(error) === '23505') return new HeadwayProblem('already_exists');
  const cause = error instanceof HttpException ? error.cause : error;
  const { code, statusCode } = (cause ?? {}) as { code?: string; statusCode?: number };
  if (malformedJson.has(code ?? '') || (cause instanceof SyntaxError && statusCode === 400))
    return new HeadwayProblem('malformed_json');
  const status = error instanceof HttpException ? error.getStatus() : statusCode;
  const byStatus = status ? codeByStatus[status] : undefined;
  return new HeadwayProblem(byStatus ?? (status && status < 500 ? 'invalid_request' : 'unexpected'));
}

/** Answers every error as a problem (RFC 9457); what is not known says nothing of the inside. */
@Catch()
@Injectable()
export class ProblemFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const problem = known(error, request.method);
    const body = describe(problem, request);
    if (body.status >= 500) request.log.error({ err: error }, problem.code);
    if (reply.sent || reply.raw.headersSent) {
      reply.raw.destroy();
      return;
    }
    void reply
      .status(body.status)
      .headers(problem.headers)
      .type('application/problem+json')
      .send(JSON.stringify(body));
  }
}

export function describe(problem: HeadwayProblem, request: Pick<FastifyRequest, 'id'>): Problem {
  const [status, title] = problems[problem.code];
  return {
    ...problem.members,
    type: `urn:headway:problem:${problem.code}`,
    title,
    status,
    ...(problem.detail === undefined ? {} : { detail: problem.detail }),
    instance: `urn:uuid:${request.id}`,
    code: problem.code,
    ...(problem.errors === undefined ? {} : { errors: problem.errors }),
  };
}
