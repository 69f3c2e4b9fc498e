import { provideHttpClient, withInterceptors } from '@angular/common/http';
import {
  type ApplicationConfig,
  provideAppInitializer,
  provideBrowserGlobalErrorListeners,
} from '@angular/core';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { provideEffects } from '@ngrx/effects';
import { provideState, provideStore } from '@ngrx/store';
import { routes } from './app.routes';
import { problemsInterceptor } from './platform/problems.interceptor';
import * as sessionEffects from './platform/session/session.effects';
import { sessionFeature } from './platform/session/session.feature';
import { startSession } from './platform/session/start-session';

export const appConfig: ApplicationConfig = {
  providers: [
    provideBrowserGlobalErrorListeners(),
    provideHttpClient(withInterceptors([problemsInterceptor])),
    provideStore(),
    provideState(sessionFeature),
    provideEffects(sessionEffects),
    provideAppInitializer(startSession),
    provideRouter(routes, withComponentInputBinding()),
  ],
};
