import { type Signal, computed, inject, signal } from '@angular/core';
import { takeUntilDestroyed, toObservable } from '@angular/core/rxjs-interop';
import type { PulseWave } from '@headway/contract';
import type { Problem } from '@headway/domain';
import { EMPTY, type Observable, catchError, map, switchMap } from 'rxjs';
import { PulseClient } from './pulse.client';

/** What a page of results stands on: the waves there are, and what was found of the closed one that it shows. */
export interface ClosedWave<Found> {
  /** All of them, newest first; null until they are read. */
  readonly waves: Signal<readonly PulseWave[] | null>;
  readonly closed: Signal<readonly PulseWave[]>;
  /** Null until it is read, and while what it was asked by has changed. */
  readonly found: Signal<Found | null>;
  /** The last that was read, of whatever choice: what may be chosen next does not go away meanwhile. */
  readonly last: Signal<Found | null>;
  readonly problem: Signal<Problem | null>;
  readonly retry: () => void;
}

/**
 * Reads the waves, then of the one chosen, else of the last that closed, what the query asks for; again whenever
 * that changes. To be called where a component is made.
 */
export function closedWave<Query, Found>(
  chosen: () => string | null,
  queryOf: (wave: string) => Query,
  read: (query: Query) => Observable<Found>,
): ClosedWave<Found> {
  const client = inject(PulseClient);
  const waves = signal<readonly PulseWave[] | null>(null);
  const closed = computed(() => (waves() ?? []).filter(({ state }) => state === 'closed'));
  const problem = signal<Problem | null>(null);
  const again = signal(0);
  const answer = signal<{ key: string; found: Found } | null>(null);
  const asked = computed(
    () => {
      const id = chosen() ?? closed()[0]?.id;
      const query = id === undefined || waves() === null ? null : queryOf(id);
      return { query, key: JSON.stringify(query), again: again() };
    },
    { equal: (a, b) => a.key === b.key && a.again === b.again },
  );
  const failed = (failure: Problem) => {
    problem.set(failure);
    return EMPTY;
  };
  toObservable(again)
    .pipe(
      switchMap(() => client.waves().pipe(catchError(failed))),
      takeUntilDestroyed(),
    )
    .subscribe((all) => {
      problem.set(null);
      waves.set(all);
    });
  toObservable(asked)
    .pipe(
      switchMap(({ query, key }) =>
        query === null
          ? EMPTY
          : read(query).pipe(
              map((found) => ({ key, found })),
              catchError(failed),
            ),
      ),
      takeUntilDestroyed(),
    )
    .subscribe((one) => {
      problem.set(null);
      answer.set(one);
    });
  return {
    ...{ waves, closed, problem },
    // Figures of another choice would be read as this one's.
    found: computed(() => (answer()?.key === asked().key ? answer()!.found : null)),
    last: computed(() => answer()?.found ?? null),
    retry: () => again.update((times) => times + 1),
  };
}
