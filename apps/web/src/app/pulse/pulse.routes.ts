import type { Routes } from '@angular/router';
import { mayDo } from '../platform/session/guards';

export const pulseRoutes: Routes = [
  { path: '', loadComponent: () => import('./results/results-page').then((m) => m.ResultsPage) },
  {
    path: 'record-and-belief',
    loadComponent: () => import('./beside/beside-page').then((m) => m.BesidePage),
  },
  {
    path: 'waves',
    canActivate: [mayDo('runPulse')],
    children: [
      { path: '', loadComponent: () => import('./waves/waves-page').then((m) => m.WavesPage) },
      { path: 'new', loadComponent: () => import('./waves/new-wave-page').then((m) => m.NewWavePage) },
      { path: ':id', loadComponent: () => import('./waves/wave-page').then((m) => m.WavePage) },
    ],
  },
];
