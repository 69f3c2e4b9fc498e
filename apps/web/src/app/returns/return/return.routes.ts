import { inject } from '@angular/core';
import { type CanActivateFn, RedirectCommand, Router, type Routes } from '@angular/router';
import { quarterOf } from '@headway/domain';
import { provideEffects } from '@ngrx/effects';
import { provideState } from '@ngrx/store';
import { CheckReturnPage } from './check-return-page';
import { RequestChangesPage } from './request-changes-page';
import { ReturnPage } from './return-page';
import { ReturnRecordPage } from './return-record-page';
import * as effects from './return.effects';
import { returnFeature } from './return.feature';
import { SignOffPage } from './sign-off-page';
import { SubmittedPage } from './submitted-page';

/** At an address that names no quarter there is nothing. */
const someQuarter: CanActivateFn = ({ paramMap }) =>
  quarterOf(paramMap.get('id') ?? '') !== null ||
  new RedirectCommand(inject(Router).parseUrl('/no-such-quarter'), { skipLocationChange: true });

export const returnRoutes: Routes = [
  {
    path: '',
    canActivate: [someQuarter],
    providers: [provideState(returnFeature), provideEffects(effects)],
    children: [
      { path: '', component: ReturnPage },
      { path: 'check', component: CheckReturnPage },
      { path: 'done', component: SubmittedPage },
      { path: 'sign-off', component: SignOffPage },
      { path: 'request-changes', component: RequestChangesPage },
      { path: 'record', component: ReturnRecordPage },
    ],
  },
];
