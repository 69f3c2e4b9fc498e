import type { Routes } from '@angular/router';
import { provideEffects } from '@ngrx/effects';
import { provideState } from '@ngrx/store';
import { ConfirmPage } from './confirm-page';
import { CorrectPage } from './correct-page';
import { RecordPage } from './record-page';
import * as effects from './records.effects';
import { recordsFeature } from './records.feature';

const providers = [provideState(recordsFeature), provideEffects(effects)];

export const recordRoutes: Routes = [
  {
    path: '',
    providers,
    children: [
      { path: '', pathMatch: 'full', redirectTo: 'stage' },
      { path: ':step', component: RecordPage },
    ],
  },
];

export const confirmRoutes: Routes = [{ path: '', providers, component: ConfirmPage }];

export const correctRoutes: Routes = [{ path: ':record/correct', providers, component: CorrectPage }];
