import { HttpErrorResponse } from '@angular/common/http';
import { type Problem, type ProblemCode, problems } from '@headway/domain';

/** A problem of this code, in the words of the one table. */
export function problemOf(code: ProblemCode, detail?: string): Problem {
  const [status, title] = problems[code];
  return { type: 'about:blank', title, status, code, ...(detail ? { detail } : {}) };
}

function isProblem(body: unknown): body is Problem {
  return (
    typeof body === 'object' && body !== null && 'code' in body && Object.hasOwn(problems, String(body.code))
  );
}

/** No answer came, or only from what stands before Headway: nobody knows whether it was done. */
export function isUnavailable({ status }: HttpErrorResponse): boolean {
  return status === 0 || (status >= 502 && status <= 504);
}

/** What any failed call comes down to: the API's own problem, or one for what came instead of it. */
export function asProblem(error: unknown): Problem {
  if (isProblem(error)) return error;
  if (!(error instanceof HttpErrorResponse)) return problemOf('unexpected');
  if (isProblem(error.error)) return error.error;
  if (isUnavailable(error)) return problemOf('unavailable');
  if (error.status === 401) return problemOf('not_signed_in');
  if (error.status === 403) return problemOf('not_allowed');
  if (error.status === 404) return problemOf('not_found');
  return problemOf('unexpected');
}
