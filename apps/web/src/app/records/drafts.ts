import { Injectable, inject } from '@angular/core';
import { Store } from '@ngrx/store';
import { newKey } from '../platform/headers';
import { KeptHere, draftName } from '../platform/kept-here';
import { sessionFeature } from '../platform/session/session.feature';
import type { Answers } from './answers';

/** Answers not sent yet, with what was read when they were begun. */
export interface Draft {
  readonly answers: Answers;
  /** What the form held when they were begun: what differs from it is what the person changed. */
  readonly begun: Answers;
  /** The version that the person first read: whatever came later they have not seen. */
  readonly version: number;
  /** When the stage had last been recorded then; another one since is somebody else's record. */
  readonly lastRecordedAt: string | null;
  /** When anything had last been written of the service then. */
  readonly lastWrittenAt: string | null;
  /** Set once they were shown what others wrote after this instant, and keep their own over it. */
  readonly over?: string | null | undefined;
}

/** Keeps what a person types for a service in the tab, through back, forward, a reload and a sign-in. */
@Injectable({ providedIn: 'root' })
export class Drafts {
  private readonly here = inject(KeptHere);
  private readonly session = inject(Store).selectSignal(sessionFeature.selectSession);
  private attempt = { of: '', key: '' };

  read(reference: string): Draft | null {
    const name = this.nameOf(reference);
    const draft = name && this.here.read<Draft>(name, 'tab');
    return draft && draft.answers?.date && draft.begun ? draft : null;
  }

  /** Null forgets what was kept. */
  keep(reference: string, draft: Draft | null): void {
    const name = this.nameOf(reference);
    if (name) this.here.keep(name, draft, 'tab');
  }

  clear(reference: string): void {
    this.keep(reference, null);
  }

  /** The same key for every attempt at the same thing, so that a retry is not a second record. */
  keyFor(attempt: object): string {
    const of = JSON.stringify(attempt);
    if (this.attempt.of !== of) this.attempt = { of, key: newKey() };
    return this.attempt.key;
  }

  private nameOf(reference: string): string | null {
    const person = this.session()?.person.id;
    return person ? draftName('record', person, reference) : null;
  }
}
