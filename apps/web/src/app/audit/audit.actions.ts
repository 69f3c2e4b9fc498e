import type { AuditList, Organisation } from '@headway/contract';
import type { Problem } from '@headway/domain';
import { createActionGroup, emptyProps, props } from '@ngrx/store';
import type { AuditChoice } from './audit-choice';

export const AuditPage = createActionGroup({
  source: 'Audit Page',
  events: { opened: props<{ choice: AuditChoice }>(), organisationsWanted: emptyProps() },
});

export const AuditApi = createActionGroup({
  source: 'Audit API',
  events: {
    loaded: props<{ list: AuditList }>(),
    loadFailed: props<{ problem: Problem }>(),
    organisationsLoaded: props<{ organisations: Organisation[] }>(),
    organisationsLoadFailed: props<{ problem: Problem }>(),
  },
});
