import { inject } from '@angular/core';
import { type CanActivateFn, RedirectCommand, Router, type Routes } from '@angular/router';
import { londonDate, quarterOf } from '@headway/domain';
import { provideEffects } from '@ngrx/effects';
import { provideState } from '@ngrx/store';
import { mayDo } from '../platform/session/guards';
import { CheckPage } from './check-page';
import { DonePage } from './done-page';
import { DuePage } from './due-page';
import { GridPage } from './grid-page';
import * as effects from './returns.effects';
import { returnsFeature } from './returns.feature';

/** A quarter that has begun; at any other address there is nothing. */
const begunQuarter: CanActivateFn = ({ paramMap }) => {
  const quarter = quarterOf(paramMap.get('quarter') ?? '');
  if (quarter && quarter.from <= londonDate(new Date())) return true;
  return new RedirectCommand(inject(Router).parseUrl('/no-such-quarter'), { skipLocationChange: true });
};

export const returnsRoutes: Routes = [
  {
    path: '',
    providers: [provideState(returnsFeature), provideEffects(effects)],
    children: [
      { path: '', pathMatch: 'full', component: DuePage },
      {
        path: ':quarter',
        canActivate: [mayDo('recordStage'), begunQuarter],
        children: [
          { path: '', component: GridPage },
          { path: 'check', component: CheckPage },
          { path: 'done', component: DonePage },
        ],
      },
    ],
  },
];
