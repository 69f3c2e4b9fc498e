import type {
  CorrectedStage,
  Correction,
  PostedRecord,
  RecordedStage,
  Service,
  StageRecord,
} from '@headway/contract';
import type { Problem } from '@headway/domain';
import { createActionGroup, emptyProps, props } from '@ngrx/store';

/** A record on its way: what is said of which service, over which version, and the key of its attempts. */
export interface Sending {
  readonly reference: string;
  readonly record: PostedRecord;
  readonly version: number;
  readonly key: string;
}

/** A correction on its way, of which record. */
export interface Correcting {
  readonly reference: string;
  readonly recordId: string;
  readonly correction: Correction;
  readonly version: number;
  readonly key: string;
}

export interface History {
  readonly service: Service;
  readonly records: readonly StageRecord[];
}

export const RecordsPage = createActionGroup({
  source: 'Records Page',
  events: {
    opened: props<{ reference: string }>(),
    stageRecorded: props<Sending>(),
    nothingChanged: props<Sending>(),
    corrected: props<Correcting>(),
    wentBackToAnswers: emptyProps(),
    discarded: props<{ reference: string }>(),
  },
});

export const RecordsApi = createActionGroup({
  source: 'Records API',
  events: {
    loaded: props<History>(),
    loadFailed: props<{ problem: Problem }>(),
    recorded: props<{ recorded: RecordedStage }>(),
    corrected: props<{ corrected: CorrectedStage }>(),
    refused: props<{ problem: Problem }>(),
    overtaken: props<History>(),
  },
});
