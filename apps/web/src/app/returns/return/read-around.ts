import { computed, effect, inject, signal, untracked } from '@angular/core';
import type { ReturnMessage, SubmittedReturn } from '@headway/contract';
import { type Problem, isLocked } from '@headway/domain';
import { type Observable, EMPTY, catchError } from 'rxjs';
import { factsReader, type Facts } from './facts';
import type { OpenedReturn } from './opened';
import { ReturnClient } from './return.client';

/** What a return's own page shows around it: facts of its services, its thread, and what was submitted. */
export function readAround(opened: OpenedReturn) {
  const client = inject(ReturnClient);
  const readFacts = factsReader();
  const facts = signal<Facts | null>(null);
  const messages = signal<readonly ReturnMessage[]>([]);
  const submitted = signal<SubmittedReturn | null>(null);
  const problem = signal<Problem | null>(null);
  const ask = <T>(asked: Observable<T>, took: (answer: T) => void) =>
    asked
      .pipe(
        catchError((failed: Problem) => {
          problem.set(failed);
          return EMPTY;
        }),
      )
      .subscribe(took);
  const read = () => {
    const at = opened.at();
    problem.set(null);
    ask(readFacts(at), (found) => facts.set(found));
    ask(client.messages(at), ({ items }) => messages.set(items));
  };
  // Only where there is such a return: the page says itself where there is none.
  let begun = '';
  effect(() => {
    const found = opened.found();
    if (!found || begun === opened.home()) return;
    begun = opened.home();
    untracked(read);
  });
  opened.news.subscribe(read);
  let reference: string | null = null;
  effect(() => {
    const found = opened.found();
    const closed = opened.quarter()?.state === 'closed';
    if (!found?.reference || !(isLocked(found.state) || closed) || found.reference === reference) return;
    reference = found.reference;
    untracked(() => ask(client.submission(opened.at()), (one) => submitted.set(one)));
  });
  return {
    facts,
    messages,
    submitted,
    problem,
    /** So that nothing moves under the hands of whoever begins to answer. */
    read: computed(() => facts() !== null || problem() !== null),
    said: (message: ReturnMessage) => messages.update((all) => [...all, message]),
  };
}
