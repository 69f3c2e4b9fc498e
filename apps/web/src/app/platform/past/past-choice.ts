import type { ParamMap, Params } from '@angular/router';
import {
  type CalendarDate,
  type PastChoice,
  earliestDate,
  isCalendarDate,
  mayBeDate,
  isInstant,
  knownOn,
  londonDate,
} from '@headway/domain';

/**
 * Reads an address kindly: what it does not know is left out, and what is known by tonight is what is known now.
 * Of the days after one nothing was known on it, so that they would look as if nothing had changed.
 */
export function pastFrom(params: ParamMap, now = new Date()): PastChoice {
  const known = params.get('asKnownAt') ?? '';
  const asKnownAt = isOver(known, now) ? known : null;
  return {
    on: dateFrom(params, 'on', londonDate(now)) ?? (asKnownAt && knownOn(asKnownAt)),
    asKnownAt,
    boundaries: params.get('boundaries') === 'today' ? 'today' : 'then',
  };
}

/** A date of the address that there can be figures of. */
export function dateFrom(
  params: ParamMap,
  name: string,
  today = londonDate(new Date()),
): CalendarDate | null {
  const text = params.get(name) ?? '';
  return mayBeDate(text) && text <= today ? text : null;
}

function isOver(text: string, now: Date): boolean {
  const over = isCalendarDate(text)
    ? text < londonDate(now)
    : isInstant(text) && Date.parse(text) < now.getTime();
  return over && knownOn(text) >= earliestDate;
}

/** As query parameters, of the page and of the API alike; nothing where it is the present. */
export function pastParams({ on, asKnownAt, boundaries }: PastChoice): Params {
  return {
    ...(on ? { on } : {}),
    ...(asKnownAt ? { asKnownAt } : {}),
    ...(boundaries === 'today' ? { boundaries } : {}),
  };
}
