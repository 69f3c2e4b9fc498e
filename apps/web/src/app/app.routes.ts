import type { Routes } from '@angular/router';
import { notFoundPage, openPages } from './platform/pages/pages.routes';
import { mayDo, signedIn } from './platform/session/guards';

/** Every slice is a chunk of its own, loaded when somebody first goes there. */
export const routes: Routes = [
  { path: '', pathMatch: 'full', redirectTo: 'portfolio' },
  ...openPages,
  {
    path: '',
    canActivate: [signedIn],
    runGuardsAndResolvers: 'always',
    children: [
      {
        path: 'portfolio',
        loadChildren: () => import('./portfolio/portfolio.routes').then((m) => m.portfolioRoutes),
      },
      {
        path: 'departments',
        loadChildren: () => import('./organisations/organisations.routes').then((m) => m.organisationsRoutes),
      },
      {
        path: 'services/:reference/record',
        loadChildren: () => import('./records/records.routes').then((m) => m.recordRoutes),
      },
      {
        path: 'services/:reference/confirm',
        loadChildren: () => import('./records/records.routes').then((m) => m.confirmRoutes),
      },
      {
        path: 'services',
        loadChildren: () => import('./services/services.routes').then((m) => m.servicesRoutes),
      },
      {
        path: 'import',
        canActivate: [mayDo('importServices')],
        loadChildren: () => import('./imports/imports.routes').then((m) => m.importsRoutes),
      },
      { path: 'account', loadChildren: () => import('./people/people.routes').then((m) => m.peopleRoutes) },
    ],
  },
  notFoundPage,
];
