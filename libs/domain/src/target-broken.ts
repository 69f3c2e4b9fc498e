import type { CalendarDate } from './calendar.js';
import { type DateBreak, targetDateBroken } from './date-range.js';
import { type Closure, closedToNew } from './service.js';
import type { TargetDate } from './target.js';

export type TargetBreak =
  | DateBreak
  | 'service_closed'
  | 'before_it_opened'
  | 'in_the_past'
  | 'nothing_changed'
  | 'nothing_to_give_up'
  | 'reason_required';

/**
 * A closed service takes none. The first date needs no reason; changing it, or giving it up, does. A date that replaces none may be in
 * the past, since it writes down what was promised; one that replaces another is a plan, and may not.
 */
export function targetBroken(
  dates: readonly TargetDate[],
  next: { readonly dueOn: CalendarDate | null; readonly reason: string | null },
  {
    today,
    opensOn,
    closures = [],
  }: {
    readonly today: CalendarDate;
    readonly opensOn: CalendarDate | null;
    readonly closures?: readonly Closure[];
  },
): { field: 'dueOn' | 'reason'; code: TargetBreak; message: string } | null {
  const now = dates.at(-1)?.dueOn ?? null;
  const { dueOn, reason } = next;
  const closed = closedToNew(closures, 'targets', today);
  if (closed) return { field: 'dueOn', ...closed };
  if (now === null && dueOn === null)
    return { field: 'dueOn', code: 'nothing_to_give_up', message: 'Enter the date of the target' };
  if (now === dueOn)
    return {
      field: 'dueOn',
      code: 'nothing_changed',
      message: 'Enter another date, or leave the target as it is',
    };
  const slip = dueOn === null ? null : targetDateBroken(dueOn, today);
  if (slip) return { field: 'dueOn', ...slip };
  if (dueOn !== null && opensOn !== null && dueOn < opensOn)
    return {
      field: 'dueOn',
      code: 'before_it_opened',
      message: 'The date of the target must be the same as or after the date the service opened',
    };
  if (dueOn !== null && now !== null && dueOn < today)
    return { field: 'dueOn', code: 'in_the_past', message: 'The new date must be today or in the future' };
  if (dates.length > 0 && !reason)
    return { field: 'reason', code: 'reason_required', message: 'Enter a reason why the target changed' };
  return null;
}
