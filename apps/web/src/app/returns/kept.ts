import { DOCUMENT, Injectable, inject } from '@angular/core';
import { type CalendarDate, londonDate } from '@headway/domain';
import { EMPTY, type Observable, filter, fromEvent, map } from 'rxjs';
import { newKey } from '../platform/headers';
import { KeptHere, draftName, readKept } from '../platform/kept-here';
import type { Done } from './done';
import { dayMeant } from './days';
import { type Edits, keptAsOf } from './edits';

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

const nameOf = ({ person, quarter }: Place) => draftName('return', person, quarter);

/** With the day that was meant where none was typed. */
interface Written extends Kept {
  readonly day: CalendarDate;
}

const dayOf = ({ quarter }: Place) => dayMeant(quarter, londonDate(new Date()));

function workOf(written: Partial<Written> | null, place: Place): Kept {
  if (!written?.edits || typeof written.edits !== 'object') return nothing;
  const { day, ...kept } = written;
  const passed = day !== undefined && day !== dayOf(place);
  return { ...nothing, ...kept, edits: passed ? keptAsOf(written.edits, day) : written.edits };
}

/** Keeps unsent work in the browser, each person's apart, through a reload, a closed tab and a sign-in. */
@Injectable({ providedIn: 'root' })
export class KeptWork {
  private readonly window = inject(DOCUMENT).defaultView;
  private readonly here = inject(KeptHere);
  /** False where the browser keeps nothing: storage full or forbidden. */
  readonly works = this.here.works;

  read(place: Place): Kept | null {
    const kept = this.here.read<Partial<Written>>(nameOf(place));
    return kept || this.works() ? workOf(kept, place) : null;
  }

  keep(place: Place, kept: Kept): void {
    const empty = Object.keys(kept.edits).length === 0 && !kept.attempt && !kept.done;
    this.here.keep(nameOf(place), empty ? null : { ...kept, day: dayOf(place) });
  }

  /** What the same person does in another tab meanwhile. */
  elsewhere(place: Place): Observable<Kept> {
    if (!this.window) return EMPTY;
    return fromEvent<StorageEvent>(this.window, 'storage').pipe(
      filter(({ key }) => key === nameOf(place)),
      map(({ newValue }) => workOf(readKept<Partial<Written>>(newValue), place)),
    );
  }
}
