import { DOCUMENT, Injectable, inject } from '@angular/core';
import { newKey } from '../../platform/headers';
import type { Answers } from './answers';

interface Kept {
  readonly answers: Answers;
  /** Goes with every attempt to send them, changed in between or not, so that a retry is not a second response. */
  readonly key: string;
}

const nameOf = (link: string) => `headway.survey.${link}`;

/** Answers that were not sent yet: in this tab alone, over a reload, and gone when the tab is closed. */
@Injectable({ providedIn: 'root' })
export class KeptAnswers {
  private readonly window = inject(DOCUMENT).defaultView;

  read(link: string): Kept {
    try {
      const kept = JSON.parse(this.window!.sessionStorage.getItem(nameOf(link)) ?? 'null') as Kept | null;
      if (kept?.key && isAnswers(kept.answers)) return kept;
    } catch {
      // Storage forbidden, or something else in it: the page holds the answers while it is open.
    }
    return { answers: {}, key: newKey() };
  }

  keep(link: string, kept: Kept): void {
    try {
      this.window!.sessionStorage.setItem(nameOf(link), JSON.stringify(kept));
    } catch {
      // As above.
    }
  }

  forget(link: string): void {
    try {
      this.window!.sessionStorage.removeItem(nameOf(link));
    } catch {
      // As above.
    }
  }
}

function isAnswers(value: unknown): value is Answers {
  return typeof value === 'object' && value !== null && Object.values(value).every(Array.isArray);
}
