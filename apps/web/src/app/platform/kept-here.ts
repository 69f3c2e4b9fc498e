import { DOCUMENT, Injectable, inject, signal } from '@angular/core';
import { daysAfter, londonDate } from '@headway/domain';
import { isDraft } from './draft-names';

const daysKept = 14;

/** Over a closed tab and a sign-out, or for this tab alone. */
export type Where = 'device' | 'tab';

interface Kept {
  readonly keptUntil?: string;
}

/** A draft of one person, by what it is of: nobody else who signs in here reads it. */
export function draftName(kind: string, person: string, ...of: readonly string[]): string {
  return ['headway', kind, person, ...of].join('.');
}

/** The one keeper of drafts: what a person has typed and not sent, as JSON under a name with their id in it. */
@Injectable({ providedIn: 'root' })
export class KeptHere {
  private readonly window = inject(DOCUMENT).defaultView;
  /** False where the browser keeps nothing: storage full or forbidden. */
  readonly works = signal(true);

  constructor() {
    const today = londonDate(new Date());
    this.forgetWhere(({ keptUntil }) => keptUntil !== undefined && keptUntil < today);
  }

  /** Null where nothing was kept, or nothing that can be read. */
  read<T extends object>(name: string, where: Where = 'device'): T | null {
    try {
      return readKept<T>(this.storage(where).getItem(name));
    } catch {
      this.works.set(false);
      return null;
    }
  }

  /** Null forgets what was kept. */
  keep(name: string, value: object | null, where: Where = 'device'): void {
    try {
      const keptUntil = daysAfter(londonDate(new Date()), daysKept);
      if (value === null) this.storage(where).removeItem(name);
      else this.storage(where).setItem(name, JSON.stringify({ ...value, keptUntil }));
      this.works.set(true);
    } catch {
      this.works.set(false);
    }
  }

  /** How many drafts are here, whoever's they are, and the last day on which any of them still is. */
  drafts(): { readonly count: number; readonly until: string | null } {
    const days: string[] = [];
    this.forgetWhere(({ keptUntil = '' }) => {
      days.push(keptUntil);
      return false;
    });
    return { count: days.length, until: days.sort().at(-1) || null };
  }

  forgetDrafts(): void {
    this.forgetWhere(() => true);
  }

  private forgetWhere(condition: (kept: Kept) => boolean): void {
    for (const where of ['device', 'tab'] as const)
      this.each(where, (name, storage) => {
        if (!isDraft(name)) return;
        if (condition(parsed<Kept>(storage.getItem(name)) ?? {})) storage.removeItem(name);
      });
  }

  private each(where: Where, work: (name: string, storage: Storage) => void): void {
    try {
      const storage = this.storage(where);
      for (const name of Object.keys(storage)) if (name.startsWith('headway.')) work(name, storage);
    } catch {
      this.works.set(false);
    }
  }

  private storage(where: Where): Storage {
    return where === 'device' ? this.window!.localStorage : this.window!.sessionStorage;
  }
}

function parsed<T extends object>(text: string | null): T | null {
  try {
    const kept = JSON.parse(text ?? 'null') as T | null;
    return typeof kept === 'object' ? kept : null;
  } catch {
    return null;
  }
}

export function readKept<T extends object>(text: string | null): T | null {
  const kept = parsed<T & Kept>(text);
  if (kept === null || Array.isArray(kept)) return kept;
  const { keptUntil: _, ...rest } = kept;
  return rest as unknown as T;
}
