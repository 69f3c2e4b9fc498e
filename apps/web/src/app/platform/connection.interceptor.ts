import { HttpErrorResponse, HttpResponse, type HttpInterceptorFn } from '@angular/common/http';
import { inject } from '@angular/core';
import { tap } from 'rxjs';
import { Connection } from './connection';
import { isUnavailable } from './problem';

/** Tells whether calls are answered; what can only not be saved just now can be read. */
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
        const away = reads ? isUnavailable(error) : error.status === 0;
        connection.heard(!away);
        if (reads && away) connection.read(request.urlWithParams, false);
      },
    }),
  );
};
