import type { Routes } from '@angular/router';
import { provideEffects } from '@ngrx/effects';
import { provideState } from '@ngrx/store';
import { mayDo } from '../platform/session/guards';
import * as organisationsEffects from './organisations.effects';
import { organisationsFeature } from './organisations.feature';

export const organisationsRoutes: Routes = [
  {
    path: '',
    providers: [provideState(organisationsFeature), provideEffects(organisationsEffects)],
    children: [
      { path: '', loadComponent: () => import('./departments-page').then((m) => m.DepartmentsPage) },
      {
        path: 'new',
        canActivate: [mayDo('createOrganisation')],
        loadComponent: () => import('./new-organisation-page').then((m) => m.NewOrganisationPage),
      },
      { path: 'ended', loadComponent: () => import('./ended-page').then((m) => m.EndedPage) },
      {
        path: 'reorganise',
        loadChildren: () => import('./reorganise/reorganise.routes').then((m) => m.reorganiseRoutes),
      },
      { path: ':slug', loadComponent: () => import('./department-page').then((m) => m.DepartmentPage) },
      {
        path: ':slug/change',
        canActivate: [mayDo('changeOrganisation')],
        loadComponent: () => import('./change-organisation-page').then((m) => m.ChangeOrganisationPage),
      },
      {
        path: ':slug/changes',
        loadComponent: () => import('./changes/changes-page').then((m) => m.ChangesPage),
      },
      {
        path: ':slug/changes/:id/withdraw',
        canActivate: [mayDo('reorganise')],
        loadComponent: () => import('./changes/withdraw-page').then((m) => m.WithdrawPage),
      },
    ],
  },
];
