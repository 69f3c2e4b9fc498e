import { HttpErrorResponse, HttpResponse, type HttpInterceptorFn } from '@angular/common/http';
import { inject } from '@angular/core';
import { tap } from 'rxjs';
import { Connection } from './connection';
import { isUnavailable } from './problem';

/** Tells whether calls are answered. */
export const connectionInterceptor: HttpInterceptorFn = (request, next) => {
  const connection = inject(Connection);
  const reads = request.method === 'GET';
  return next(request).pipe(
    tap({
      next: (event) => {
        if (!(event instanceof HttpResponse)) return;
        connection.heard(true);
        if (reads) connection.read(request.urlWithParams, true);
      },
      error: (error: unknown) => {
        if (!(error instanceof HttpErrorResponse)) return;
        connection.heard(error.status !== 0);
        if (reads && isUnavailable(error)) connection.read(request.urlWithParams, false);
      },
    }),
  );
};
