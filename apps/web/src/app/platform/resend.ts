import {
  HttpErrorResponse,
  type HttpEvent,
  type HttpHandlerFn,
  HttpRequest,
  HttpResponse,
} from '@angular/common/http';
import type { Injector } from '@angular/core';
import type { Problem } from '@headway/domain';
import {
  type Observable,
  catchError,
  filter,
  first,
  forkJoin,
  map,
  of,
  retry,
  switchMap,
  tap,
  throwError,
  timer,
} from 'rxjs';
import { Attempts } from './attempts';
import { Connection } from './connection';
import { OwnAttempt, maybeSaved, savedBefore, unanswered } from './own-attempt';
import { asProblem, problemOf } from './problem';

/** Milliseconds before the second, third and fourth attempt: a reply that was lost is there within five seconds. */
const waits = [400, 1_200, 2_500];

const again = new Set(['unavailable', 'request_in_flight']);

/** Refusals that one's own earlier attempt can be the reason for. */
const overtaken = new Set(['changed_since_read', 'wrong_state', 'already_exists', 'reference_taken']);
/** Without a version to start from, and yet more than a check, or of many things at once. */
const makesOne = /^\/api\/(?!imports|records\/batch|reorganisations|session)/;

/** Checks, and what ends a session. */
const savesNothing = /\/check$|[?&]mode=check|^\/api\/session/;

/** A change goes by a key, and again by the same one where no answer came: what was done once is answered, not done twice. */
export function resent(
  injector: Injector,
  request: HttpRequest<unknown>,
  next: HttpHandlerFn,
): Observable<HttpEvent<unknown>> {
  const [attempts, connection] = [injector.get(Attempts), injector.get(Connection)];
  // A survey's answer keeps its own key, changed or not, and leaves nothing behind.
  const anonymous = request.credentials === 'omit';
  const sent = anonymous
    ? request
    : request.clone({ setHeaders: { 'Idempotency-Key': attempts.keyFor(request) } });
  const others = anonymous ? [] : attempts.others(request);
  const saved = savedOf(others, next);
  const told = (error: HttpErrorResponse) => {
    for (const { name } of others) attempts.known(name);
    return throwError(() => error);
  };
  const tried = next(sent).pipe(
    retry({
      count: waits.length,
      delay: (error: unknown, count) =>
        error instanceof HttpErrorResponse && again.has(asProblem(error).code) && !connection.offline()
          ? timer(waits[count - 1]!)
          : throwError(() => error),
    }),
    tap({
      next: (event) => {
        if (!(event instanceof HttpResponse) || anonymous) return;
        attempts.settled(request);
        for (const { name } of others) attempts.known(name);
      },
      error: (error: unknown) => {
        if (anonymous) return;
        if (unanswered.has(asProblem(error).code)) attempts.uncertain(request);
        else attempts.settled(request);
      },
    }),
    catchError((error: unknown) => {
      if (!isOvertaken(error))
        return throwError(() => (savesNothing.test(request.urlWithParams) ? error : withDoubt(error)));
      return saved.pipe(
        switchMap((own) => {
          injector.get(OwnAttempt).saved.set(own);
          return own ? told(withOwn(error)) : throwError(() => error);
        }),
      );
    }),
  );
  // What has no version would be there twice.
  if (others.length === 0 || request.headers.has('If-Match') || !makesOne.test(request.url)) return tried;
  return saved.pipe(
    switchMap((own) => (own ? told(failed(problemOf('already_exists', savedBefore))) : tried)),
  );
}

/** Whether any of these attempts got through: whoever changed their words since is told so, and not of somebody else. */
function savedOf(others: readonly { readonly key: string }[], next: HttpHandlerFn): Observable<boolean> {
  if (others.length === 0) return of(false);
  const asked = others.map(({ key }) =>
    next(new HttpRequest<unknown>('GET', `/api/attempts/${encodeURIComponent(key)}`)).pipe(
      filter((event) => event instanceof HttpResponse),
      first(),
      map(({ body }) => (body as { saved: boolean }).saved),
    ),
  );
  return forkJoin(asked).pipe(map((all) => all.includes(true)));
}

function isOvertaken(error: unknown): error is HttpErrorResponse {
  if (!(error instanceof HttpErrorResponse)) return false;
  const { code, errors = [] } = asProblem(error);
  return overtaken.has(code) || errors.some((one) => overtaken.has(one.code));
}

function withOwn(error: HttpErrorResponse): HttpErrorResponse {
  return failed({ ...asProblem(error), detail: savedBefore });
}

/** Where Headway itself says why, it knows. */
function withDoubt(error: unknown): unknown {
  const problem = asProblem(error);
  if (problem.detail || !again.has(problem.code)) return error;
  return failed({ ...problem, detail: maybeSaved });
}

function failed(problem: Problem): HttpErrorResponse {
  return new HttpErrorResponse({ error: problem, status: problem.status });
}
