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
  { path: 'signals', loadComponent: () => import('./signals/signals-page').then((m) => m.SignalsPage) },
  {
    path: 'signals/thresholds/:signal',
    loadComponent: () => import('./signals/threshold-page').then((m) => m.ThresholdPage),
  },
  { path: 'compare', loadComponent: () => import('./compare/compare-page').then((m) => m.ComparePage) },
];
