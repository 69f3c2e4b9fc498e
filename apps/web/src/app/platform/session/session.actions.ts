import type { Session } from '@headway/contract';
import type { Problem } from '@headway/domain';
import { createActionGroup, emptyProps, props } from '@ngrx/store';

export const SessionPage = createActionGroup({
  source: 'Session Page',
  events: { opened: emptyProps(), signOutChosen: props<{ key: string }>() },
});

export const SessionApi = createActionGroup({
  source: 'Session API',
  events: {
    loaded: props<{ session: Session }>(),
    loadFailed: props<{ problem: Problem }>(),
    signedOut: props<{ next: string }>(),
    signOutFailed: props<{ problem: Problem }>(),
    expired: emptyProps(),
  },
});
