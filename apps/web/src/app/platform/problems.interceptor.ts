import type { HttpInterceptorFn } from '@angular/common/http';
import { inject } from '@angular/core';
import { Store } from '@ngrx/store';
import { catchError, throwError } from 'rxjs';
import { asProblem } from './problem';
import { SessionApi } from './session/session.actions';

/** Every call fails with a `Problem`; one that finds the session gone says so to the whole app. */
export const problemsInterceptor: HttpInterceptorFn = (request, next) => {
  const store = inject(Store);
  return next(request).pipe(
    catchError((error: unknown) => {
      const problem = asProblem(error);
      if (problem.status === 401 && request.url !== '/api/session') store.dispatch(SessionApi.expired());
      return throwError(() => problem);
    }),
  );
};
