import type { HttpInterceptorFn } from '@angular/common/http';
import { EnvironmentInjector, inject } from '@angular/core';
import { from, switchMap } from 'rxjs';

const changes = new Set(['POST', 'PUT', 'PATCH']);

const resend = () => import('./resend').catch(() => null);

// Once somebody begins to do something: when it is needed, Headway may not be there to fetch it from.
document.addEventListener('focusin', () => void resend(), { once: true });

/** A change whose reply is lost is sent again. Where the code that does so cannot be had, it goes once. */
export const resendInterceptor: HttpInterceptorFn = (request, next) => {
  if (!changes.has(request.method)) return next(request);
  const injector = inject(EnvironmentInjector);
  return from(resend()).pipe(
    switchMap((code) => (code ? code.resent(injector, request, next) : next(request))),
  );
};
