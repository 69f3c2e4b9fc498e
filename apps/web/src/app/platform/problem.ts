import { HttpErrorResponse } from '@angular/common/http';
import { type PageProblemCode, type Problem, pageProblems } from '@headway/domain';

/** A problem of this code, in the words of the one table. */
export function problemOf(code: PageProblemCode, detail?: string): Problem {
  const [status, title] = pageProblems[code];
  return { type: 'about:blank', title, status, code, ...(detail ? { detail } : {}) };
}

/** The members that every problem of the API has, and answers of others have not. */
function isProblem(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && 'code' in body && 'title' in body && 'status' in body;
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
