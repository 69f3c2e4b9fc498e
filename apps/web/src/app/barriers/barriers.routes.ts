import type { Routes } from '@angular/router';
import { mayDo } from '../platform/session/guards';
import { BarrierPage } from './barrier-page';
import { RaiseBarrierPage } from './raise-barrier-page';

const canActivate = [mayDo('changeBarrier')];

/** Beneath what is held back: a service, or an organisation. */
export const raiseBarrierRoutes: Routes = [{ path: 'new', canActivate, component: RaiseBarrierPage }];

export const barrierRoutes: Routes = (['change', 'resolve', 'reopen'] as const).map((page) => ({
  path: page,
  canActivate,
  component: BarrierPage,
  data: { page },
}));
