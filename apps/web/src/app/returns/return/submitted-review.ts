import { type Signal, computed, signal } from '@angular/core';
import { takeUntilDestroyed, toObservable } from '@angular/core/rxjs-interop';
import type { SubmittedReturn } from '@headway/contract';
import type { Problem } from '@headway/domain';
import { EMPTY, catchError, distinctUntilChanged, filter, forkJoin, map, of, switchMap } from 'rxjs';
import { changesBetween } from './changes-since';
import { type Facts, factsReader } from './facts';

/** What a submission contains: facts as they were known then, and what is not as it was submitted before. */
export interface SubmittedReview {
  readonly reference: string;
  readonly facts: Facts;
  /** Null where nothing was submitted before. */
  readonly changes: readonly string[] | null;
}

/** Reads what a lead saw when a return was submitted, however much has been changed since. */
export function submittedReview(submitted: Signal<SubmittedReturn | null>, slug: Signal<string>) {
  const readFacts = factsReader();
  const problem = signal<Problem | null>(null);
  const read = signal<SubmittedReview | null>(null);
  const factsOf = (one: Omit<SubmittedReturn, 'before'>) =>
    readFacts({ quarter: one.quarter, slug: slug(), submitted: one });
  toObservable(submitted)
    .pipe(
      filter((one) => one !== null),
      distinctUntilChanged((one, other) => one.reference === other.reference),
      switchMap((one) =>
        forkJoin({ facts: factsOf(one), before: one.before ? factsOf(one.before) : of(null) }).pipe(
          map(({ facts, before }) => ({
            reference: one.reference,
            facts,
            changes:
              one.before && before
                ? changesBetween({ submitted: one.before, facts: before }, { submitted: one, facts })
                : null,
          })),
          catchError((failed: Problem) => {
            problem.set(failed);
            return EMPTY;
          }),
        ),
      ),
      takeUntilDestroyed(),
    )
    .subscribe((review) => {
      problem.set(null);
      read.set(review);
    });
  return {
    problem,
    /** Of the submission that is shown, and of no other. */
    read: computed(() => (read()?.reference === submitted()?.reference ? read() : null)),
  };
}
