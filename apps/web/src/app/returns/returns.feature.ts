import type { BatchRow, Service } from '@headway/contract';
import type { Problem } from '@headway/domain';
import { createFeature, createReducer, createSelector, on } from '@ngrx/store';
import { unanswered } from '../platform/own-attempt';
import { type Done, type DoneRow, doneWith } from './done';
import { type Edits, changed, keptAsOf } from './edits';
import { type Kept, nothing } from './kept';
import type { Services } from './overtaken';
import { ReturnsApi, ReturnsPage } from './returns.actions';
import { type Wrong, lostSaid, wrongSaid } from './wrong';

export interface ReturnsState extends Kept {
  readonly person: string | null;
  readonly quarter: string | null;
  /** What was kept has been read, so that from now on it may be written. */
  readonly restored: boolean;
  /** In the order of their names; null until they have come. */
  readonly order: readonly string[] | null;
  readonly services: Services;
  readonly problem: Problem | null;
  readonly sending: boolean;
  readonly refused: Problem | null;
  readonly wrong: readonly Wrong[];
  /** Said of services that are no longer the person's to record. */
  readonly lost: readonly string[];
  /** Just recorded, and no longer theirs to undo. */
  readonly stuck: readonly string[];
}

const initial: ReturnsState = {
  ...nothing,
  person: null,
  quarter: null,
  restored: false,
  order: null,
  services: {},
  problem: null,
  sending: false,
  refused: null,
  wrong: [],
  lost: [],
  stuck: [],
};

/** An answer to an earlier question must not undo a later one. */
function newer(services: Services, found: readonly Service[]): Services {
  const news = found.filter(({ reference, version }) => version >= (services[reference]?.version ?? 0));
  return { ...services, ...Object.fromEntries(news.map((service) => [service.reference, service])) };
}

function without<T>(all: Readonly<Record<string, T>>, references: readonly string[]) {
  return Object.fromEntries(Object.entries(all).filter(([reference]) => !references.includes(reference)));
}

/** Where the person's version of some stands over what came since, it has been read. */
function overTheirs<T extends { version: number; lastRecordedAt: string | null }>(
  begun: T,
  service: Service | undefined,
): T {
  return service ? { ...begun, version: service.version, lastRecordedAt: service.lastRecordedAt } : begun;
}

function settledEdits(edits: Edits, services: Services, mine: readonly string[]): Edits {
  const over = mine.flatMap((reference) => {
    const edit = edits[reference];
    if (!edit) return [];
    const over = edit.over === undefined ? edit.lastWrittenAt : edit.over;
    return [[reference, { ...overTheirs(edit, services[reference]), over }]];
  });
  return { ...edits, ...Object.fromEntries(over) };
}

/** What was recorded of these stays recorded; the others may move with what came since. */
function spared(
  done: Done | null,
  references: readonly string[],
  others: (row: DoneRow) => DoneRow = (row) => row,
): Done | null {
  if (!done) return null;
  const rows = done.rows.map((row) =>
    references.includes(row.reference) ? { ...row, spared: true } : others(row),
  );
  return { ...done, rows };
}

/** What the server said of single rows, whether they were to be recorded or to be undone. */
function saidOf(
  state: ReturnsState,
  problem: Problem,
  rows: readonly BatchRow[],
): Pick<ReturnsState, 'wrong' | 'lost' | 'stuck'> {
  const gone = lostSaid(problem, rows);
  if (rows.some(({ change }) => change === 'withdraw')) return { wrong: [], lost: state.lost, stuck: gone };
  const wrong = wrongSaid(problem, rows).filter(({ reference }) => !gone.includes(reference));
  return { wrong, lost: [...new Set([...state.lost, ...gone])], stuck: [] };
}

export const returnsFeature = createFeature({
  name: 'returns',
  reducer: createReducer(
    initial,
    on(ReturnsPage.opened, (state, { person, quarter }) =>
      state.person === person && state.quarter === quarter
        ? { ...state, problem: null, refused: null }
        : { ...initial, person, quarter },
    ),
    // What is in memory is newer, also where the browser keeps nothing.
    on(ReturnsApi.restored, (state, { kept }) =>
      state.restored ? state : { ...state, ...kept, restored: true },
    ),
    on(ReturnsApi.keptElsewhere, (state, { kept }) => ({ ...state, ...kept })),
    on(ReturnsApi.loaded, (state, { services }) => {
      const order = services.map(({ reference }) => reference);
      const lost = Object.keys(state.edits).filter(
        (reference) => !order.includes(reference) || state.lost.includes(reference),
      );
      return { ...state, order, lost, services: newer(state.services, services), problem: null };
    }),
    // What is there already stays: the next change or the next attempt asks again.
    on(ReturnsApi.loadFailed, (state, { problem }) => ({ ...state, problem: state.order ? null : problem })),
    on(ReturnsPage.edited, (state, { references, change }) => {
      const edits = new Map(Object.entries(state.edits));
      for (const reference of references) {
        const edit = changed(edits.get(reference), state.services[reference]!, change);
        if (edit) edits.set(reference, edit);
        else edits.delete(reference);
      }
      return { ...state, edits: Object.fromEntries(edits) };
    }),
    on(ReturnsPage.dayPassed, (state, { day }) => ({ ...state, edits: keptAsOf(state.edits, day) })),
    on(ReturnsPage.checked, (state, { wrong }) => ({ ...state, wrong, refused: null })),
    on(ReturnsPage.settled, (state, { mine, theirs }) => ({
      ...state,
      edits: settledEdits(without(state.edits, theirs), state.services, mine),
      wrong: state.wrong.filter(({ reference }) => !theirs.includes(reference)),
    })),
    on(ReturnsPage.undoSettled, (state, { mine, theirs }) => ({
      ...state,
      done: spared(state.done, theirs, (row) =>
        mine.includes(row.reference) ? overTheirs(row, state.services[row.reference]) : row,
      ),
    })),
    on(ReturnsPage.lostLeftOut, (state) => ({
      ...state,
      edits: without(state.edits, state.lost),
      lost: [],
      refused: null,
    })),
    on(ReturnsPage.stuckLeftOut, (state) => ({
      ...state,
      done: spared(state.done, state.stuck),
      stuck: [],
      refused: null,
    })),
    on(ReturnsPage.reasonTyped, (state, { reason }) => ({
      ...state,
      done: state.done && { ...state.done, reason },
    })),
    on(ReturnsPage.sent, ReturnsPage.undone, (state, { attempt }) => ({
      ...state,
      attempt,
      sending: true,
      refused: null,
      wrong: [],
    })),
    on(ReturnsApi.recorded, ReturnsApi.withdrawn, (state, { result: { results } }) => ({
      ...state,
      services: newer(
        state.services,
        results.map(({ service }) => service),
      ),
      attempt: null,
      sending: false,
    })),
    on(ReturnsApi.recorded, (state, { result }) => ({
      ...state,
      edits: without(
        state.edits,
        result.results.map(({ service }) => service.reference),
      ),
      done: doneWith(result),
    })),
    on(ReturnsApi.withdrawn, (state) => ({
      ...state,
      done: state.done && { ...state.done, withdrawn: true },
    })),
    on(ReturnsApi.refused, (state, { problem, rows }) => ({
      ...state,
      services: newer(
        state.services,
        (problem.conflicts ?? []).map(({ service }) => service),
      ),
      attempt: unanswered.has(problem.code) ? state.attempt : null,
      sending: false,
      refused: problem,
      ...saidOf(state, problem, rows),
    })),
  ),
  extraSelectors: ({ selectOrder, selectServices, selectLost, selectReturnsState }) => ({
    /** Those that the person may record, in order; null until they have come. */
    selectList: createSelector(
      selectOrder,
      selectServices,
      selectLost,
      (order, services, lost) =>
        order && order.filter((one) => !lost.includes(one)).map((reference) => services[reference]!),
    ),
    selectKept: createSelector(selectReturnsState, ({ person, quarter, restored, edits, attempt, done }) =>
      person && quarter && restored ? { place: { person, quarter }, kept: { edits, attempt, done } } : null,
    ),
  }),
});
