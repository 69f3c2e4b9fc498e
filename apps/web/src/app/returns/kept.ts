import { DOCUMENT, Injectable, inject } from '@angular/core';
import { EMPTY, type Observable, filter, fromEvent, map } from 'rxjs';
import { newKey } from '../platform/headers';
import { KeptHere, readKept } from '../platform/kept-here';
import type { Done } from './done';
import type { Edits } from './edits';

/** Something on its way whose answer has not come: sent again as it is, it goes by the same key. */
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
export function attemptAt(content: object, before: Attempt | null): Attempt {
  const of = JSON.stringify(content);
  return before?.of === of ? before : { of, key: newKey() };
}

const nameOf = ({ person, quarter }: Place) => `headway.return.${person}.${quarter}`;

function workOf(kept: Partial<Kept> | null): Kept {
  return kept?.edits && typeof kept.edits === 'object' ? { ...nothing, ...kept } : nothing;
}

/** Keeps unsent work in the browser, each person's apart, through a reload, a closed tab and a sign-in. */
@Injectable({ providedIn: 'root' })
export class KeptWork {
  private readonly window = inject(DOCUMENT).defaultView;
  private readonly here = inject(KeptHere);
  /** False where the browser keeps nothing: storage full or forbidden. */
  readonly works = this.here.works;

  read(place: Place): Kept | null {
    const kept = this.here.read<Partial<Kept>>(nameOf(place));
    return kept || this.works() ? workOf(kept) : null;
  }

  keep(place: Place, kept: Kept): void {
    const empty = Object.keys(kept.edits).length === 0 && !kept.attempt && !kept.done;
    this.here.keep(nameOf(place), empty ? null : kept);
  }

  /** What the same person does in another tab meanwhile. */
  elsewhere(place: Place): Observable<Kept> {
    if (!this.window) return EMPTY;
    return fromEvent<StorageEvent>(this.window, 'storage').pipe(
      filter(({ key }) => key === nameOf(place)),
      map(({ newValue }) => workOf(readKept<Partial<Kept>>(newValue))),
    );
  }
}
