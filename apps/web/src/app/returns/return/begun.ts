import type { Return } from '@headway/contract';
import { type Answers, answersOf, blankAnswers, untick } from './answers';

/** What a person has typed and not saved, with what they began from. */
export interface Begun {
  readonly version: number;
  readonly saved: Answers;
  readonly answers: Answers;
}

/** What was kept in the browser, over the return as it stands now; null where nothing was. */
export function restored(kept: Partial<Begun> | null, found: Return): Begun | null {
  if (!kept?.answers || !kept.saved || !kept.version) return null;
  const again = found.state === 'changes_requested' && kept.version < found.version ? untick : {};
  // Words that were not edited are as Headway writes them now.
  const words = kept.answers.summary === kept.saved.summary ? { summary: answersOf(found).summary } : {};
  return {
    version: kept.version,
    saved: { ...blankAnswers, ...kept.saved, ...again, ...words },
    answers: { ...blankAnswers, ...kept.answers, ...again, ...words },
  };
}

/** Words that Headway wrote and nobody edited follow what they tell of. */
export function redrafted(one: Answers, before: string, now: string): Answers {
  return before !== '' && one.summary === before ? { ...one, summary: now } : one;
}
