import type { Routes } from '@angular/router';

export const peopleRoutes: Routes = [
  { path: '', loadComponent: () => import('./account-page').then((m) => m.AccountPage) },
];
