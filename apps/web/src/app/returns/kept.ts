import { DOCUMENT, Injectable, inject, signal } from '@angular/core';
import type { BatchRow } from '@headway/contract';
import { EMPTY, type Observable, filter, fromEvent, map } from 'rxjs';
import { newKey } from '../platform/headers';
import type { Done } from './done';
import type { Edits } from './edits';

/** A batch on its way whose answer has not come: sent again as it is, it goes by the same key. */
export interface Attempt {
  readonly of: string;
  readonly key: string;
}

/** What one person has not sent yet for one quarter, and what they sent last. */
export interface Kept {
  readonly edits: Edits;
  readonly attempt: Attempt | null;
  readonly done: Done | null;
}

export const nothing: Kept = { edits: {}, attempt: null, done: null };

export interface Place {
  readonly person: string;
  readonly quarter: string;
}

/** The same key for every attempt at the same content, so that a retry is no second record. */
export function attemptAt(rows: readonly BatchRow[], before: Attempt | null): Attempt {
  const of = JSON.stringify(rows);
  return before?.of === of ? before : { of, key: newKey() };
}

const nameOf = ({ person, quarter }: Place) => `headway.return.${person}.${quarter}`;

function read(text: string | null): Kept {
  try {
    const kept = JSON.parse(text ?? 'null') as Partial<Kept> | null;
    return kept?.edits && typeof kept.edits === 'object' ? { ...nothing, ...kept } : nothing;
  } catch {
    return nothing;
  }
}

/** Keeps unsent work in the browser, each person's apart, through a reload, a closed tab and a sign-in. */
@Injectable({ providedIn: 'root' })
export class KeptWork {
  private readonly window = inject(DOCUMENT).defaultView;
  /** False where the browser keeps nothing: storage full or forbidden. */
  readonly works = signal(true);

  read(place: Place): Kept | null {
    try {
      return read(this.window!.localStorage.getItem(nameOf(place)));
    } catch {
      this.works.set(false);
      return null;
    }
  }

  keep(place: Place, kept: Kept): void {
    const empty = Object.keys(kept.edits).length === 0 && !kept.attempt && !kept.done;
    try {
      if (empty) this.window!.localStorage.removeItem(nameOf(place));
      else this.window!.localStorage.setItem(nameOf(place), JSON.stringify(kept));
      this.works.set(true);
    } catch {
      this.works.set(false);
    }
  }

  /** What the same person does in another tab meanwhile. */
  elsewhere(place: Place): Observable<Kept> {
    if (!this.window) return EMPTY;
    return fromEvent<StorageEvent>(this.window, 'storage').pipe(
      filter(({ key }) => key === nameOf(place)),
      map(({ newValue }) => read(newValue)),
    );
  }
}
