import type { CalendarDate } from './calendar.js';
import { type Counts, countsFrom, liveOrBeyond, pointsChange } from './counts.js';
import { goesBack, stageLabels, stagesOrNone } from './stage.js';

/** A service that does not count on a date is absent on it: not open yet, closed, or with somebody else. */
export const standings = [...stagesOrNone, 'absent'] as const;
export type Standing = (typeof standings)[number];
export const standingLabels: Readonly<Record<Standing, string>> = {
  ...stageLabels,
  absent: 'Not on the list',
};

/** Services that stood at `before` on the first of two dates and at `after` on the second. */
export interface Movement {
  readonly before: Standing;
  readonly after: Standing;
  readonly services: number;
}

/** How services stood on two dates, apart from how the list itself has changed. */
export interface Comparison {
  readonly with: CalendarDate;
  readonly overall: { readonly before: Counts; readonly after: Counts };
  /** Counted and recorded on both dates. */
  readonly sameServices: { readonly services: number; readonly before: Counts; readonly after: Counts };
  /** Count on the second date and did not on the first. */
  readonly entered: number;
  /** Counted on the first date and do not on the second. */
  readonly left: number;
  /** Whether "live or beyond" went one way overall and the other among the same services. */
  readonly disagrees: boolean;
}

/** In what way a service moved between two dates; null where it does not count on either. */
export const movementKinds = ['up', 'down', 'stayed', 'entered', 'left', 'unrecorded'] as const;
export type MovementKind = (typeof movementKinds)[number];

export function movementKind(before: Standing, after: Standing): MovementKind | null {
  if (before === 'absent') return after === 'absent' ? null : 'entered';
  if (after === 'absent') return 'left';
  if (before === 'not_recorded' || after === 'not_recorded') return 'unrecorded';
  if (before === after) return 'stayed';
  return goesBack(before, after) ? 'down' : 'up';
}

/** Of the same services, those counted and recorded on both dates. */
export const sameServices: readonly MovementKind[] = ['up', 'down', 'stayed'];

export function comparisonOf(date: CalendarDate, movements: readonly Movement[]): Comparison {
  const only = (...kinds: readonly MovementKind[]) =>
    movements.filter(({ before, after }) => kinds.includes(movementKind(before, after)!));
  const same = only(...sameServices);
  const overall = { before: countsAt(movements, 'before'), after: countsAt(movements, 'after') };
  const among = { before: countsAt(same, 'before'), after: countsAt(same, 'after') };
  return {
    with: date,
    overall,
    sameServices: { services: among.after.services, ...among },
    entered: addedUp(only('entered')),
    left: addedUp(only('left')),
    disagrees: disagrees(overall, among),
  };
}

export function addedUp(movements: readonly Movement[]): number {
  return movements.reduce((total, { services }) => total + services, 0);
}

function countsAt(movements: readonly Movement[], when: 'before' | 'after'): Counts {
  return countsFrom(
    movements.flatMap(({ [when]: stage, services }) => (stage === 'absent' ? [] : [{ stage, services }])),
  );
}

type BeforeAndAfter = Comparison['overall'];

/** Points that "live or beyond" changed by, worked out before rounding; null where there is nothing to compare. */
export function liveOrBeyondChange({ before, after }: BeforeAndAfter): number | null {
  return pointsChange(liveOrBeyond, before, after);
}

/** "Have opposite signs": a change and none do not disagree. */
function disagrees(overall: BeforeAndAfter, same: BeforeAndAfter): boolean {
  const [a, b] = [liveOrBeyondChange(overall), liveOrBeyondChange(same)];
  return a !== null && b !== null && a * b < 0;
}

/** Same services as a share of all on the second date, in per cent; null where there are none. */
export function comparisonCoverage({ overall, sameServices: same }: Comparison): number | null {
  return overall.after.services === 0 ? null : (100 * same.services) / overall.after.services;
}
