import type { Routes } from '@angular/router';
import { notOpened } from './platform/failed-load';
import { NotOpenedPage } from './platform/pages/not-opened-page';
import { signedIn } from './platform/session/guards';

/** Where most people come in; where everything else is need be known only once they go on. */
export const routes: Routes = [
  { path: '', pathMatch: 'full', redirectTo: 'portfolio' },
  {
    path: 'portfolio',
    canActivate: [signedIn],
    runGuardsAndResolvers: 'always',
    loadChildren: () => import('./portfolio/portfolio.routes').then((m) => m.portfolioRoutes),
  },
  { path: notOpened, component: NotOpenedPage },
  { path: '', loadChildren: () => import('./other.routes').then((m) => m.otherRoutes) },
];
