import { HttpErrorResponse } from '@angular/common/http';
import { asProblem, problemOf } from './problem';

describe('a failed call', () => {
  const answer = (status: number, error: unknown = null) =>
    asProblem(new HttpErrorResponse({ status, error }));

  it('keeps the problem that the API answered with', () => {
    const problem = problemOf('rule_broken', 'The date must be in the past');
    expect(answer(422, problem)).toEqual(problem);
  });

  it('is unavailable where nothing or a proxy answered', () => {
    for (const status of [0, 502, 503, 504]) expect(answer(status, '<html>').code).toBe('unavailable');
  });

  it('is told by its status where the body says nothing', () => {
    expect([401, 403, 404, 500].map((status) => answer(status).code)).toEqual([
      'not_signed_in',
      'not_allowed',
      'not_found',
      'unexpected',
    ]);
  });

  it('is unexpected where the code is none of ours', () => {
    expect(answer(400, { code: 'toString2' }).code).toBe('unexpected');
  });
});
