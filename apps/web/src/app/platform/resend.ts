import {
  HttpErrorResponse,
  type HttpEvent,
  type HttpHandlerFn,
  type HttpRequest,
  HttpResponse,
} from '@angular/common/http';
import type { Injector } from '@angular/core';
import { type Observable, retry, tap, throwError, timer } from 'rxjs';
import { Attempts } from './attempts';
import { Connection } from './connection';
import { asProblem } from './problem';

/** Milliseconds before the second, third and fourth attempt: a reply that was lost is there within five seconds. */
const waits = [400, 1_200, 2_500];

/** After these an earlier attempt may have been done, or is still on its way. */
const open = new Set([
  'unavailable',
  'unexpected',
  'not_signed_in',
  'request_in_flight',
  'too_many_requests',
]);
const again = new Set(['unavailable', 'request_in_flight']);

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
  return next(sent).pipe(
    retry({
      count: waits.length,
      delay: (error: unknown, count) =>
        error instanceof HttpErrorResponse && again.has(asProblem(error).code) && !connection.offline()
          ? timer(waits[count - 1]!)
          : throwError(() => error),
    }),
    tap({
      next: (event) => {
        if (event instanceof HttpResponse && !anonymous) attempts.settled(request);
      },
      error: (error: unknown) => {
        if (anonymous) return;
        if (open.has(asProblem(error).code)) attempts.uncertain(request);
        else attempts.settled(request);
      },
    }),
  );
}
