import type {
  DueDateChange,
  List,
  Quarter,
  QuarterClosing,
  QuarterOpening,
  QuarterReopening,
  QuarterTakingBack,
  Reminded,
  Return,
  ReturnExcusal,
  ReturnList,
} from '@headway/contract';
import type { Problem } from '@headway/domain';
import { createActionGroup, props } from '@ngrx/store';

/** How a quarter goes on, and when its returns are due. */
export type QuarterChange =
  | { readonly kind: 'open'; readonly body: QuarterOpening }
  | { readonly kind: 'due'; readonly body: DueDateChange }
  | { readonly kind: 'close'; readonly body: QuarterClosing }
  | { readonly kind: 'reopen'; readonly body: QuarterReopening }
  | { readonly kind: 'take-back'; readonly body: QuarterTakingBack };

export const QuartersPage = createActionGroup({
  source: 'Quarters Page',
  events: {
    listOpened: props<{ page: number }>(),
    opened: props<{ id: string }>(),
    changed: props<{ id: string; version: number; change: QuarterChange; key: string }>(),
    excused: props<{ id: string; slug: string; version: number; excusal: ReturnExcusal; key: string }>(),
    reminded: props<{ id: string; key: string }>(),
    asked: props<{ id: string; organisation: string; key: string }>(),
  },
});

export const QuartersApi = createActionGroup({
  source: 'Quarters API',
  events: {
    listLoaded: props<{ list: List<Quarter> }>(),
    listLoadFailed: props<{ problem: Problem }>(),
    loaded: props<{ quarter: Quarter; returns: ReturnList }>(),
    loadFailed: props<{ problem: Problem }>(),
    changed: props<{ quarter: Quarter }>(),
    changeFailed: props<{ problem: Problem }>(),
    excused: props<{ excused: Return }>(),
    excuseFailed: props<{ problem: Problem }>(),
    reminded: props<{ came: Reminded }>(),
    remindFailed: props<{ problem: Problem }>(),
    asked: props<{ added: Return }>(),
    askFailed: props<{ problem: Problem }>(),
  },
});
