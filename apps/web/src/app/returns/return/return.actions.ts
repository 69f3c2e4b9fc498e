import type { Quarter, RequestedChanges, Return, ReturnDraft, ReturnSubmission } from '@headway/contract';
import type { Problem } from '@headway/domain';
import { createActionGroup, emptyProps, props } from '@ngrx/store';

/** Which return: of a quarter by its id, and of an organisation by its slug. */
export interface At {
  readonly quarter: string;
  readonly slug: string;
}

/** What somebody does to a return. */
export type Deed =
  /** Kept as a draft; or on the way to the check, which is of what is saved. */
  | { readonly action: 'save'; readonly body: ReturnDraft; readonly goOn: boolean }
  | { readonly action: 'submit'; readonly body: ReturnSubmission }
  | { readonly action: 'sign_off'; readonly body: Record<string, never> }
  | { readonly action: 'request_changes'; readonly body: RequestedChanges };

/** A deed on its way, over the version that was read, with the key of its attempts. */
export interface Doing {
  readonly deed: Deed;
  readonly version: number;
  readonly key: string;
}

export const ReturnPages = createActionGroup({
  source: 'Return Pages',
  events: {
    opened: props<At>(),
    changedElsewhere: emptyProps(),
    done: props<Doing>(),
    /** Both versions were seen, and what to go on with was chosen. */
    settled: emptyProps(),
  },
});

export const ReturnApi = createActionGroup({
  source: 'Return API',
  events: {
    loaded: props<{ found: Return; quarter: Quarter }>(),
    loadFailed: props<{ problem: Problem }>(),
    changed: props<{ found: Return; deed: Deed }>(),
    refused: props<{ problem: Problem }>(),
    /** Somebody was quicker, with this. */
    overtaken: props<{ found: Return; deed: Deed; problem: Problem }>(),
  },
});
