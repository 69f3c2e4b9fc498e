import { provideHttpClient, withInterceptors } from '@angular/common/http';
import {
  type ApplicationConfig,
  provideAppInitializer,
  provideBrowserGlobalErrorListeners,
} from '@angular/core';
import {
  provideRouter,
  withComponentInputBinding,
  withNavigationErrorHandler,
  withRouterConfig,
} from '@angular/router';
import { provideEffects } from '@ngrx/effects';
import { provideState, provideStore } from '@ngrx/store';
import { routes } from './app.routes';
import { connectionInterceptor } from './platform/connection.interceptor';
import { navigationFailed } from './platform/failed-load';
import { problemsInterceptor } from './platform/problems.interceptor';
import { resendInterceptor } from './platform/resend.interceptor';
import { resetStores } from './platform/session/reset-stores';
import * as sessionEffects from './platform/session/session.effects';
import { sessionFeature } from './platform/session/session.feature';
import { startSession } from './platform/session/start-session';

export const appConfig: ApplicationConfig = {
  providers: [
    provideBrowserGlobalErrorListeners(),
    provideHttpClient(withInterceptors([problemsInterceptor, resendInterceptor, connectionInterceptor])),
    provideStore({}, { metaReducers: [resetStores] }),
    provideState(sessionFeature),
    provideEffects(sessionEffects),
    provideAppInitializer(startSession),
    provideRouter(
      routes,
      withComponentInputBinding(),
      withNavigationErrorHandler(navigationFailed),
      // What failed is said on the page; nobody who starts a navigation waits for it.
      withRouterConfig({ resolveNavigationPromiseOnError: true }),
    ),
  ],
};
