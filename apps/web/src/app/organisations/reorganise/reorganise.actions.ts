import type { Reorganisation, ReorganisationReport } from '@headway/contract';
import type { Problem, ReorganisationKind } from '@headway/domain';
import { createActionGroup, props } from '@ngrx/store';
import type { ReorganisationInput } from './reorganise-input';
import type { OfferedService } from './reorganise.client';

export const ReorganisePage = createActionGroup({
  source: 'Reorganise Page',
  events: {
    opened: props<{ kind: ReorganisationKind }>(),
    giverChosen: props<{ organisation: string; on: string }>(),
    typed: props<{
      kind: ReorganisationKind;
      typed: ReorganisationInput;
      request: Reorganisation;
      key: string;
    }>(),
    confirmed: props<{ request: Reorganisation; fingerprint: string; key: string }>(),
  },
});

export const ReorganiseApi = createActionGroup({
  source: 'Reorganise API',
  events: {
    servicesLoaded: props<{ organisation: string; on: string; services: OfferedService[] }>(),
    servicesLoadFailed: props<{ problem: Problem }>(),
    looked: props<{ request: Reorganisation; report: ReorganisationReport }>(),
    overtaken: props<{ request: Reorganisation; report: ReorganisationReport }>(),
    refused: props<{ problem: Problem }>(),
    made: props<{ request: Reorganisation; report: ReorganisationReport }>(),
  },
});
