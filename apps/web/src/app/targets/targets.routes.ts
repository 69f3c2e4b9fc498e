import type { Routes } from '@angular/router';
import { mayDo } from '../platform/session/guards';
import { TargetPage } from './target-page';

export const targetsRoutes: Routes = [
  {
    path: '',
    canActivate: [mayDo('setTarget')],
    children: [
      { path: ':stage', component: TargetPage },
      { path: ':stage/give-up', component: TargetPage, data: { givingUp: true } },
    ],
  },
];
