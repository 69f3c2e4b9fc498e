import type { BatchConflict, BatchResult, BatchRow, Service } from '@headway/contract';
import type { CalendarDate, Problem } from '@headway/domain';
import { createActionGroup, emptyProps, props } from '@ngrx/store';
import type { EditChange } from './edits';
import type { Attempt, Kept, Place } from './kept';
import type { Wrong } from './wrong';

/** A problem of a batch names the rows that somebody was quicker with. */
export type BatchProblem = Problem & { readonly conflicts?: readonly BatchConflict[] };

export const ReturnsPage = createActionGroup({
  source: 'Returns Page',
  events: {
    opened: props<Place>(),
    changedElsewhere: emptyProps(),
    edited: props<{ references: readonly string[]; change: EditChange }>(),
    /** Under an open page: what was said so far was said as of `day`. */
    dayPassed: props<{ day: CalendarDate }>(),
    checked: props<{ wrong: readonly Wrong[] }>(),
    settled: props<{ mine: readonly string[]; theirs: readonly string[] }>(),
    lostLeftOut: emptyProps(),
    stuckLeftOut: emptyProps(),
    sent: props<{ rows: readonly BatchRow[]; attempt: Attempt }>(),
    reasonTyped: props<{ reason: string }>(),
    undoSettled: props<{ mine: readonly string[]; theirs: readonly string[] }>(),
    undone: props<{ rows: readonly BatchRow[]; attempt: Attempt }>(),
  },
});

export const ReturnsApi = createActionGroup({
  source: 'Returns API',
  events: {
    restored: props<{ kept: Kept | null }>(),
    keptElsewhere: props<{ kept: Kept }>(),
    loaded: props<{ services: readonly Service[] }>(),
    loadFailed: props<{ problem: Problem }>(),
    recorded: props<{ result: BatchResult }>(),
    withdrawn: props<{ result: BatchResult }>(),
    refused: props<{ problem: BatchProblem; rows: readonly BatchRow[] }>(),
  },
});
