import { inject } from '@angular/core';
import { type CanActivateFn, Router, type Routes } from '@angular/router';
import { reorganisationKinds } from '@headway/domain';
import { provideEffects } from '@ngrx/effects';
import { Store, provideState } from '@ngrx/store';
import { mayDo } from '../../platform/session/guards';
import * as reorganiseEffects from './reorganise.effects';
import { reorganiseFeature } from './reorganise.feature';

/** Whoever comes to look without having typed anything does that first. */
const lookedAt: CanActivateFn = ({ data }) => {
  const { looked } = inject(Store).selectSignal(reorganiseFeature.selectReorganiseState)();
  const kind = String(data['kind']);
  return looked?.request.kind === kind || inject(Router).parseUrl(`/departments/reorganise/${kind}`);
};

export const reorganiseRoutes: Routes = [
  {
    path: '',
    canActivate: [mayDo('reorganise')],
    providers: [provideState(reorganiseFeature), provideEffects(reorganiseEffects)],
    children: [
      { path: '', loadComponent: () => import('./choose-page').then((m) => m.ChooseReorganisationPage) },
      ...reorganisationKinds.flatMap((kind): Routes => [
        {
          path: kind,
          data: { kind },
          loadComponent: () => import('./reorganisation-page').then((m) => m.ReorganisationPage),
        },
        {
          path: `${kind}/check`,
          data: { kind },
          canActivate: [lookedAt],
          loadComponent: () => import('./check-page').then((m) => m.CheckReorganisationPage),
        },
      ]),
    ],
  },
];
