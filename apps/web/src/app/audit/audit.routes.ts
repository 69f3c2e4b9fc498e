import type { Routes } from '@angular/router';
import { provideEffects } from '@ngrx/effects';
import { provideState } from '@ngrx/store';
import * as auditEffects from './audit.effects';
import { auditFeature } from './audit.feature';

export const auditRoutes: Routes = [
  {
    path: '',
    providers: [provideState(auditFeature), provideEffects(auditEffects)],
    loadComponent: () => import('./audit-page').then((m) => m.AuditPageView),
  },
];
