import { type Signal, type WritableSignal, effect, inject, untracked } from '@angular/core';
import { Store } from '@ngrx/store';
import { KeptHere, draftName } from '../../platform/kept-here';
import { sessionFeature } from '../../platform/session/session.feature';
import type { At } from './return.actions';

/** What a person has typed of a return and not sent, by what it is: each person's and each return's apart. */
export function keptName(kind: string, person: string, { quarter, slug }: At): string {
  return draftName(kind, person, quarter, slug);
}

/** Keeps what is typed in the browser from the first letter on, over a reload and a sign-out, and puts it back. */
export function keptWords<T extends object>(
  kind: string,
  at: Signal<At>,
  typed: WritableSignal<T>,
  blank: T,
) {
  const here = inject(KeptHere);
  const session = inject(Store).selectSignal(sessionFeature.selectSession);
  let name: string | null = null;
  effect(() => {
    const person = session()?.person.id;
    const next = person ? keptName(kind, person, at()) : null;
    if (next === name) return;
    name = next;
    if (next) typed.set({ ...blank, ...here.read<T>(next) });
  });
  effect(() => {
    const words = typed();
    const empty = JSON.stringify(words) === JSON.stringify(blank);
    if (name) untracked(() => here.keep(name!, empty ? null : words));
  });
  return {
    /** What was sent goes, and what was typed since is left. At once: the page may be gone before it renders again. */
    leave(left: T | null): void {
      typed.set(left ?? blank);
      if (name) here.keep(name, left);
    },
  };
}
