import { type CalendarDate, daysAfter, formatDate } from './calendar.js';
import type { OrganisationHistory } from './organisation-history.js';
import type { InputError } from './problems.js';

/** A name or an abbreviation, and the days on which nobody else may have it; null is without beginning or end. */
interface HeldName {
  readonly what: 'name' | 'abbreviation';
  readonly text: string;
  readonly from: CalendarDate | null;
  readonly to: CalendarDate | null;
  /** Whether it is what the organisation is called now, or was at last. */
  readonly present: boolean;
}

/** Names as they are compared: without case, and with single spaces. */
export function comparableName(name: string): string {
  return name.trim().replace(/\s+/g, ' ').toLowerCase();
}

/** An organisation keeps every name from the day it took it until the day it ended, former names too. */
function namesHeld({ periods, existsFrom, existsTo }: OrganisationHistory): HeldName[] {
  const held = new Map<string, HeldName>();
  for (const [index, period] of periods.entries())
    for (const what of ['name', 'abbreviation'] as const) {
      const text = period[what];
      if (text === null) continue;
      const before = held.get(comparableName(text));
      const from = index === 0 ? existsFrom : periods[index - 1]!.untilOn;
      const present = period.untilOn === null;
      held.set(comparableName(text), {
        what,
        text,
        from: before ? before.from : from,
        to: existsTo,
        present,
      });
    }
  return [...held.values()];
}

/**
 * "A name, abbreviation or former name in use is nobody else's; an ended one may be taken from the day after."
 * What an organisation comes to be called, against all others; only names that are new to it are looked at.
 */
export function namesBroken(
  after: OrganisationHistory,
  before: OrganisationHistory | null,
  all: readonly OrganisationHistory[],
  below = '',
): InputError[] {
  const had = (name: HeldName) =>
    before !== null &&
    namesHeld(before).some((one) => sameName(one, name) && one.from === name.from && one.to === name.to);
  const added = namesHeld(after).filter((name) => !had(name));
  const others = all.filter(({ slug }) => slug !== after.slug);
  return added.flatMap((name) =>
    others.flatMap((other) => {
      const theirs = namesHeld(other).find((one) => sameName(one, name) && overlap(one, name));
      if (!theirs) return [];
      const message = takenWords(other, theirs, name);
      return [{ pointer: `${below}/${name.what}`, code: 'already_exists', message }];
    }),
  );
}

function takenWords(other: OrganisationHistory, theirs: HeldName, { what }: HeldName): string {
  const { name } = other.periods.at(-1)!;
  if (theirs.to !== null)
    return `${name} had this ${what} until it ended on ${formatDate(theirs.to)}. It can be taken from ${formatDate(daysAfter(theirs.to, 1))}`;
  return theirs.present ? `${name} has this ${what} already` : `${name} had this ${what} before`;
}

function sameName(one: HeldName, other: HeldName): boolean {
  return comparableName(one.text) === comparableName(other.text);
}

function overlap(one: HeldName, other: HeldName): boolean {
  const begins = (a: HeldName, b: HeldName) => a.from === null || b.to === null || a.from <= b.to;
  return begins(one, other) && begins(other, one);
}
