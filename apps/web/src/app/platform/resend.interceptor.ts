import type { HttpInterceptorFn } from '@angular/common/http';
import { EnvironmentInjector, inject } from '@angular/core';
import { catchError, from, of, switchMap } from 'rxjs';

const changes = new Set(['POST', 'PUT', 'PATCH']);

/** A change whose reply is lost is sent again. What does so comes with the first change; without it, that goes once. */
export const resendInterceptor: HttpInterceptorFn = (request, next) => {
  if (!changes.has(request.method)) return next(request);
  const injector = inject(EnvironmentInjector);
  return from(import('./resend')).pipe(
    catchError(() => of(null)),
    switchMap((code) => (code ? code.resent(injector, request, next) : next(request))),
  );
};
