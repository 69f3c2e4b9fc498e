import { type ArgumentsHost, ForbiddenException, HttpException, NotFoundException } from '@nestjs/common';
import { HeadwayProblem, type Problem } from '@headway/domain';
import { QueryFailedError, QueryRunnerAlreadyReleasedError } from 'typeorm';
import { ProblemFilter, describe as body } from './problem.filter.js';

const failure = (code: string, message = 'inside') => Object.assign(new Error(message), { code });
const query = (code: string, message?: string) =>
  new QueryFailedError('SELECT secret', [], failure(code, message));

/** What a caller is answered when something throws. */
function answer(error: unknown, { sent = false, method = 'POST' } = {}) {
  const logged: string[] = [];
  const told = { headers: {}, type: '', text: '', destroyed: false };
  const reply = {
    sent,
    raw: { headersSent: sent, destroy: () => (told.destroyed = true) },
    status: () => reply,
    headers: (headers: object) => Object.assign(told, { headers }) && reply,
    type: (type: string) => Object.assign(told, { type }) && reply,
    send: (text: string) => Object.assign(told, { text }),
  };
  const request = { id: 'the-id', method, log: { error: (_: object, code: string) => logged.push(code) } };
  const host = { switchToHttp: () => ({ getRequest: () => request, getResponse: () => reply }) };
  new ProblemFilter().catch(error, host as unknown as ArgumentsHost);
  return { ...told, logged, problem: told.text ? (JSON.parse(told.text) as Problem) : null };
}

describe('the answer to an error', () => {
  const cases = [
    ['a problem of our own', new HeadwayProblem('rule_broken', 'No.'), 422, 'rule_broken'],
    ['a path that is not there', new NotFoundException(), 404, 'not_found'],
    ['JSON that cannot be read', failure('FST_ERR_CTP_INVALID_JSON_BODY'), 400, 'malformed_json'],
    ['an empty body said to be JSON', failure('FST_ERR_CTP_EMPTY_JSON_BODY'), 400, 'malformed_json'],
    [
      'JSON that the parser refuses',
      Object.assign(new SyntaxError('x'), { statusCode: 400 }),
      400,
      'malformed_json',
    ],
    ['a body too large', Object.assign(new Error('x'), { statusCode: 413 }), 413, 'payload_too_large'],
    ['a body of another kind', new HttpException('x', 415), 415, 'unsupported_media_type'],
    ['a path too long', Object.assign(new Error('x'), { statusCode: 414 }), 414, 'address_too_long'],
    ['a refusal without a problem of its own', new ForbiddenException(), 400, 'invalid_request'],
    ['a second of what there can be one', query('23505'), 409, 'already_exists'],
    ['a database that shuts down', query('57P01'), 503, 'unavailable'],
    ['a statement cancelled for time', query('57014'), 503, 'unavailable'],
    ['changes that kept blocking each other', query('40P01'), 503, 'unavailable'],
    ['a database that is away', failure('ECONNREFUSED'), 503, 'unavailable'],
    [
      'a connection that broke inside a transaction',
      new QueryRunnerAlreadyReleasedError(),
      503,
      'unavailable',
    ],
    ['a change while the disk is full', query('53100'), 503, 'read_only'],
    ['a change on a database that only reads', query('25006'), 503, 'read_only'],
    ['a broken constraint nobody foresaw', query('23514'), 500, 'unexpected'],
    ['a mistake of ours', new TypeError('x is not a function'), 500, 'unexpected'],
    ['an HTTP error of ours', new HttpException('x', 502), 500, 'unexpected'],
    ['something thrown that is no error', 'boom', 500, 'unexpected'],
    ['nothing thrown', undefined, 500, 'unexpected'],
  ] as const;
  for (const [what, error, status, code] of cases)
    it(`is ${status} ${code} for ${what}`, () => {
      const { problem, type } = answer(error);
      expect([problem?.status, problem?.code, type]).toEqual([status, code, 'application/problem+json']);
    });

  it('says nothing of the inside', () => {
    for (const error of [
      query('23514', 'inside'),
      failure('X'),
      query('57P01', 'inside'),
      query('23505', 'inside'),
    ])
      expect(answer(error).text).not.toMatch(/inside|SELECT|secret|stack/);
  });

  it('says when to try again where the database is away', () =>
    expect(answer(failure('ECONNRESET')).headers).toEqual({ 'Retry-After': '5' }));

  it('to a read never says that nothing was changed', () =>
    expect(answer(query('53100'), { method: 'GET' }).problem?.code).toBe('unavailable'));

  it('is logged where it is our fault, and only then', () => {
    expect(answer(new TypeError('x')).logged).toEqual(['unexpected']);
    expect(answer(new HeadwayProblem('not_found')).logged).toEqual([]);
  });

  it('that has begun is broken off, never mixed with a problem', () => {
    const { destroyed, text } = answer(new TypeError('x'), { sent: true });
    expect([destroyed, text]).toEqual([true, '']);
  });
});

describe('a problem as it is sent', () => {
  it('has type, title, status, instance and code, and no more than it has', () =>
    expect(body(new HeadwayProblem('not_found'), { id: 'an-id' })).toEqual({
      type: 'urn:headway:problem:not_found',
      title: 'There is nothing here',
      status: 404,
      instance: 'urn:uuid:an-id',
      code: 'not_found',
    }));

  it('has its own members, which cannot stand in for those of every problem', () => {
    const errors = [{ pointer: '/a', code: 'x', message: 'y' }];
    const problem = new HeadwayProblem(
      'rule_broken',
      'No.',
      errors,
      {},
      { rows: 3, status: 200, code: 'fine' },
    );
    expect(body(problem, { id: 'i' })).toEqual(
      jasmine.objectContaining({ rows: 3, status: 422, code: 'rule_broken', detail: 'No.', errors }),
    );
  });
});
