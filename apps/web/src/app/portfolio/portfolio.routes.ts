import type { Routes } from '@angular/router';
import { provideEffects } from '@ngrx/effects';
import { provideState } from '@ngrx/store';
import { listen, load } from './portfolio.effects';
import { portfolioFeature } from './portfolio.feature';
import { PortfolioPageView } from './portfolio-page';

export const portfolioRoutes: Routes = [
  {
    path: '',
    component: PortfolioPageView,
    providers: [provideState(portfolioFeature), provideEffects({ listen, load })],
  },
  { path: 'compare', loadComponent: () => import('./compare/compare-page').then((m) => m.ComparePage) },
];
