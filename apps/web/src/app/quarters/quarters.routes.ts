import { inject } from '@angular/core';
import { type CanActivateFn, RedirectCommand, Router, type Routes } from '@angular/router';
import { quarterOf } from '@headway/domain';
import { provideEffects } from '@ngrx/effects';
import { provideState } from '@ngrx/store';
import { mayDo } from '../platform/session/guards';
import * as quartersEffects from './quarters.effects';
import { quartersFeature } from './quarters.feature';

/** At an address that names no quarter there is nothing. */
const isQuarter: CanActivateFn = ({ paramMap }) =>
  quarterOf(paramMap.get('id') ?? '') !== null ||
  new RedirectCommand(inject(Router).parseUrl('/no-such-quarter'), { skipLocationChange: true });

export const quartersRoutes: Routes = [
  {
    path: '',
    providers: [provideState(quartersFeature), provideEffects(quartersEffects)],
    children: [
      { path: '', loadComponent: () => import('./quarters-page').then((m) => m.QuartersPageView) },
      {
        path: ':id',
        canActivate: [isQuarter],
        children: [
          { path: '', loadComponent: () => import('./quarter-page').then((m) => m.QuarterPage) },
          {
            path: '',
            canActivate: [mayDo('runQuarters')],
            children: [
              {
                path: 'open',
                loadComponent: () => import('./open-quarter-page').then((m) => m.OpenQuarterPage),
              },
              {
                path: 'due',
                loadComponent: () => import('./due-date-page').then((m) => m.DueDatePage),
              },
              {
                path: 'close',
                loadComponent: () => import('./close-quarter-page').then((m) => m.CloseQuarterPage),
              },
              {
                path: 'reopen',
                loadComponent: () => import('./reopen-quarter-page').then((m) => m.ReopenQuarterPage),
              },
              {
                path: 'take-back',
                loadComponent: () => import('./take-back-quarter-page').then((m) => m.TakeBackQuarterPage),
              },
              {
                path: 'excuse/:slug',
                loadComponent: () => import('./excuse-page').then((m) => m.ExcusePage),
              },
            ],
          },
        ],
      },
    ],
  },
];
