import type { ParamMap, Params } from '@angular/router';
import { type PastChoice, isCalendarDate, isInstant, londonDate } from '@headway/domain';

/** Reads an address kindly: what it does not know is left out, and what is known by tonight is what is known now. */
export function pastFrom(params: ParamMap, now = new Date()): PastChoice {
  const [on, asKnownAt] = [params.get('on') ?? '', params.get('asKnownAt') ?? ''];
  return {
    on: isCalendarDate(on) ? on : null,
    asKnownAt: isOver(asKnownAt, now) ? asKnownAt : null,
    boundaries: params.get('boundaries') === 'today' ? 'today' : 'then',
  };
}

function isOver(text: string, now: Date): boolean {
  if (isCalendarDate(text)) return text < londonDate(now);
  return isInstant(text) && Date.parse(text) < now.getTime();
}

/** As query parameters, of the page and of the API alike; nothing where it is the present. */
export function pastParams({ on, asKnownAt, boundaries }: PastChoice): Params {
  return {
    ...(on ? { on } : {}),
    ...(asKnownAt ? { asKnownAt } : {}),
    ...(boundaries === 'today' ? { boundaries } : {}),
  };
}
