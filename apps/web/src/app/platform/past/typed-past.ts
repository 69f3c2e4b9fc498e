import { type CalendarDate, type PastChoice, daysAfter, knownOn } from '@headway/domain';
import type { DateParts } from '@headway/govuk';
import { type TypedDateError, readTypedDate, typedFrom } from '../typed-date';

/** Which past, as a form holds it. */
export interface TypedPast {
  readonly on: DateParts;
  readonly asKnownAt: DateParts;
  readonly boundaries: string;
}

export function typedPast({ on, asKnownAt, boundaries }: PastChoice): TypedPast {
  return { on: typedFrom(on), asKnownAt: typedFrom(asKnownAt && knownOn(asKnownAt)), boundaries };
}

const read = {
  on: (typed: DateParts, today: CalendarDate) =>
    readTypedDate(typed, 'The date to show the position on', { latest: today }),
  asKnownAt: (typed: DateParts, today: CalendarDate) =>
    readTypedDate(typed, 'The date it was known on', {
      latest: daysAfter(today, -1),
      late: 'must be in the past',
    }),
};

/** What is wrong with one of the dates, for a form to show on submit. */
export function wrongDate(field: keyof typeof read, typed: DateParts, today: CalendarDate) {
  const found = read[field](typed, today);
  return isWrong(found) ? { kind: 'date', message: found.message } : null;
}

/** The past that was typed, where nothing is wrong with it; an instant that came by the address stays exact. */
export function pastTyped(typed: TypedPast, before: PastChoice, today: CalendarDate): PastChoice {
  const [on, known] = [read.on(typed.on, today), read.asKnownAt(typed.asKnownAt, today)];
  if (isWrong(on) || isWrong(known)) return before;
  const same = before.asKnownAt !== null && known === knownOn(before.asKnownAt);
  return {
    // Blank beside the day that it was known on is that day, so that today has to be said.
    on: on === today && known === null ? null : on,
    asKnownAt: same ? before.asKnownAt : known,
    boundaries: typed.boundaries === 'today' ? 'today' : 'then',
  };
}

function isWrong(found: CalendarDate | TypedDateError | null): found is TypedDateError {
  return found !== null && typeof found === 'object';
}
