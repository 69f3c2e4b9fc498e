import { type CalendarDate, daysBetween } from './calendar.js';
import { type Stage, type StageOrNone, stages } from './stage.js';

/** A target is the date by which a service should be live, or redesigned. */
export const targetStages = ['live', 'redesigned'] as const;
export type TargetStage = (typeof targetStages)[number];

/** One date that was set, in the order in which they were; null where the target was given up. */
export interface TargetDate {
  readonly dueOn: CalendarDate | null;
}

/** Days between the first and the present date: above 0 where it slipped; null where there is no target now. */
export function slippage(dates: readonly TargetDate[]): number | null {
  const first = dates.find(({ dueOn }) => dueOn !== null)?.dueOn ?? null;
  const now = dates.at(-1)?.dueOn ?? null;
  return first === null || now === null ? null : daysBetween(first, now);
}

/** Each date that is later than the one set before it, given up in between or not, with that one. */
export function movesLater<D extends TargetDate>(
  dates: readonly D[],
): { readonly from: CalendarDate; readonly to: CalendarDate; readonly set: D }[] {
  const all = dates.filter(({ dueOn }) => dueOn !== null);
  return all.slice(1).flatMap((set, index) => {
    const [from, to] = [all[index]!.dueOn!, set.dueOn!];
    return to > from ? [{ from, to, set }] : [];
  });
}

/** Whether the stage aimed at, or one beyond it, is in force. */
export function reached(target: TargetStage, stage: Stage | null): boolean {
  return stage !== null && stages.indexOf(stage) >= stages.indexOf(target);
}

/** How a target stands on a date; `days` is above 0 while it is still to come, below where it was missed. */
export type TargetStanding =
  { readonly is: 'given_up' | 'reached' } | { readonly is: 'due' | 'passed'; readonly days: number };

/** On the day itself a target is due; it has passed from the next day on. */
export function targetStanding(
  target: TargetDate & { readonly stage: TargetStage },
  stage: StageOrNone,
  on: CalendarDate,
): TargetStanding {
  if (target.dueOn === null) return { is: 'given_up' };
  if (reached(target.stage, stage === 'not_recorded' ? null : stage)) return { is: 'reached' };
  const days = daysBetween(on, target.dueOn);
  return { is: days < 0 ? 'passed' : 'due', days };
}
