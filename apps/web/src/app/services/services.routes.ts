import type { Routes } from '@angular/router';
import { provideEffects } from '@ngrx/effects';
import { provideState } from '@ngrx/store';
import { mayDo } from '../platform/session/guards';
import * as servicesEffects from './services.effects';
import { servicesFeature } from './services.feature';

/** What another slice needs too where it works on services. */
export const servicesProviders = [provideState(servicesFeature), provideEffects(servicesEffects)];

export const servicesRoutes: Routes = [
  {
    path: '',
    providers: servicesProviders,
    children: [
      { path: '', loadComponent: () => import('./services-page').then((m) => m.ServicesPageView) },
      {
        path: 'new',
        canActivate: [mayDo('createService')],
        loadComponent: () => import('./new-service-page').then((m) => m.NewServicePage),
      },
      { path: ':reference', loadComponent: () => import('./service-page').then((m) => m.ServicePage) },
      {
        path: ':reference/change',
        canActivate: [mayDo('changeService')],
        loadComponent: () => import('./change-service-page').then((m) => m.ChangeServicePage),
      },
      {
        path: ':reference/close',
        canActivate: [mayDo('closeService')],
        loadComponent: () => import('./close-service-page').then((m) => m.CloseServicePage),
      },
      {
        path: ':reference/reopen',
        canActivate: [mayDo('closeService')],
        loadComponent: () => import('./reopen-service-page').then((m) => m.ReopenServicePage),
      },
      {
        path: ':reference/transfer',
        canActivate: [mayDo('transferService')],
        loadComponent: () => import('./transfer-service-page').then((m) => m.TransferServicePage),
      },
    ],
  },
];
