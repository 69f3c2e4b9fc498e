import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Injectable } from '@nestjs/common';
import { HeadwayProblem, type Problem, type ProblemCode, problems } from '@headway/domain';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { QueryFailedError } from 'typeorm';
import { sqlState } from './changes.js';

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
const connectionCodes = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EAI_AGAIN']);
const connectionWords =
  /connection terminated|timeout exceeded when trying to connect|not queryable|connection timeout|connection ended|connection is closed/i;

/** Whether the database is away, starting, stopping or too busy to answer in time. */
export function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const inner = error instanceof QueryFailedError ? (error.driverError as Error) : error;
  if (inner instanceof AggregateError) return inner.errors.some(isUnavailable);
  const { code = '', syscall } = inner as NodeJS.ErrnoException;
  return (
    connectionCodes.has(code) ||
    (code === 'ENOENT' && syscall === 'connect') ||
    /^(57P0|08|53|55P03|57014)/.test(code) ||
    connectionWords.test(inner.message)
  );
}

/** The problem that an error is. */
export function known(error: unknown): HeadwayProblem {
  if (error instanceof HeadwayProblem) return error;
  if (isUnavailable(error))
    return new HeadwayProblem('unavailable', undefined, undefined, { 'Retry-After': '5' });
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
    const problem = known(error);
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
