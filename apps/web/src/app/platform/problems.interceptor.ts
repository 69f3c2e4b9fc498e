import { HttpResponse, type HttpInterceptorFn } from '@angular/common/http';
import { inject } from '@angular/core';
import { Store } from '@ngrx/store';
import { catchError, tap, throwError } from 'rxjs';
import { asProblem } from './problem';
import { SessionApi, SessionPage } from './session/session.actions';
import { sessionFeature } from './session/session.feature';

/**
 * Every call fails with a `Problem`. One that finds the session gone says so to the whole app, and the
 * first that works again asks who is there now.
 */
export const problemsInterceptor: HttpInterceptorFn = (request, next) => {
  const store = inject(Store);
  if (request.url === '/api/session') return next(request).pipe(catchError(failWithProblem));
  return next(request).pipe(
    tap((event) => {
      const expired = store.selectSignal(sessionFeature.selectExpired);
      if (event instanceof HttpResponse && expired()) store.dispatch(SessionPage.opened());
    }),
    catchError((error: unknown) => {
      if (asProblem(error).status === 401) store.dispatch(SessionApi.expired());
      return failWithProblem(error);
    }),
  );
};

const failWithProblem = (error: unknown) => throwError(() => asProblem(error));
