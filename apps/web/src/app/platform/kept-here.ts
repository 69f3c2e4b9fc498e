import { DOCUMENT, Injectable, inject, signal } from '@angular/core';

/** What the browser keeps for a person through a reload, a closed tab and a sign-out, as JSON under a name. */
@Injectable({ providedIn: 'root' })
export class KeptHere {
  private readonly window = inject(DOCUMENT).defaultView;
  /** False where the browser keeps nothing: storage full or forbidden. */
  readonly works = signal(true);

  /** Null where nothing was kept, or nothing that can be read. */
  read<T extends object>(name: string): T | null {
    try {
      return readKept<T>(this.window!.localStorage.getItem(name));
    } catch {
      this.works.set(false);
      return null;
    }
  }

  /** Null forgets what was kept. */
  keep(name: string, value: object | null): void {
    try {
      if (value === null) this.window!.localStorage.removeItem(name);
      else this.window!.localStorage.setItem(name, JSON.stringify(value));
      this.works.set(true);
    } catch {
      this.works.set(false);
    }
  }
}

export function readKept<T extends object>(text: string | null): T | null {
  try {
    const kept = JSON.parse(text ?? 'null') as T | null;
    return typeof kept === 'object' ? kept : null;
  } catch {
    return null;
  }
}
