import { DOCUMENT, Injectable, inject } from '@angular/core';
import { newKey } from '../platform/headers';
import type { Answers } from './answers';

/** Answers not sent yet, with what was read when they were begun. */
export interface Draft {
  readonly answers: Answers;
  /** The version that the person first read: whatever came later they have not seen. */
  readonly version: number;
  /** When the stage had last been recorded then; another one since is somebody else's record. */
  readonly lastRecordedAt: string | null;
}

const place = (reference: string) => `headway.record.${reference}`;

/** Keeps what is typed for a service in the tab, through back, forward, a reload and a sign-in. */
@Injectable({ providedIn: 'root' })
export class Drafts {
  private readonly storage = inject(DOCUMENT).defaultView?.sessionStorage;
  private attempt = { of: '', key: '' };

  read(reference: string): Draft | null {
    try {
      const draft = JSON.parse(this.storage?.getItem(place(reference)) ?? 'null') as Draft | null;
      return draft?.answers?.date ? draft : null;
    } catch {
      return null;
    }
  }

  keep(reference: string, draft: Draft): void {
    try {
      this.storage?.setItem(place(reference), JSON.stringify(draft));
    } catch {
      // Storage full or forbidden: the page still holds the answers.
    }
  }

  clear(reference: string): void {
    this.storage?.removeItem(place(reference));
  }

  /** The same key for every attempt at the same thing, so that a retry is not a second record. */
  keyFor(attempt: object): string {
    const of = JSON.stringify(attempt);
    if (this.attempt.of !== of) this.attempt = { of, key: newKey() };
    return this.attempt.key;
  }
}
