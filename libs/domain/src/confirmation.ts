import { type CalendarDate, endOfLondonDay, londonDate } from './calendar.js';
import { type Closure, closedOn } from './service.js';
import type { Stage } from './stage.js';
import { type InTimeline, type KnownRecord, asKnownAt, inForce, timeline } from './timeline.js';

/** "What is recorded is still right on this day." It renews how fresh the data is, and decides no stage. */
export interface Confirmation {
  readonly id: string;
  readonly sequence: number;
  readonly confirmedOn: CalendarDate;
  readonly note: string | null;
  /** The record that it confirmed when it was made. */
  readonly recordId: string;
  readonly recordedAt: string;
  readonly recordedBy: string;
  readonly withdrawnAt: string | null;
}

/** All that was said of one service, with what was corrected or withdrawn, and when it was closed. */
export interface History<R extends KnownRecord = KnownRecord, C extends Confirmation = Confirmation> {
  readonly records: readonly R[];
  readonly confirmations: readonly C[];
  readonly closures: readonly Closure[];
}

/** Why a confirmation no longer counts though nobody withdrew it. */
export const fallenReasons = ['record_withdrawn', 'nothing_in_force', 'service_closed'] as const;
export type FallenReason = (typeof fallenReasons)[number];

/** What had been written by an instant (ISO, UTC), without the corrections and withdrawals made later. */
export function historyAsKnownAt<H extends History>(history: H, instant: string | null): H {
  if (instant === null) return history;
  const found = (at: string | null) => (at !== null && at <= instant ? at : null);
  return {
    ...history,
    records: history.records
      .filter(({ recordedAt }) => recordedAt <= instant)
      .map((record) => ({ ...record, correctedAt: found(record.correctedAt) })),
    confirmations: history.confirmations
      .filter(({ recordedAt }) => recordedAt <= instant)
      .map((one) => ({ ...one, withdrawnAt: found(one.withdrawnAt) })),
  };
}

/**
 * Why a confirmation has fallen; null while it counts. It follows the record that it confirmed to whatever replaced
 * that, and falls when that was withdrawn, or when nothing is in force on its day or the service is closed then.
 */
export function fallen(
  { recordId, confirmedOn }: Confirmation,
  { records, closures }: History,
): FallenReason | null {
  let confirmed = records.find(({ id }) => id === recordId);
  while (confirmed && confirmed.correctedAt !== null) {
    const wrong = confirmed.id;
    confirmed = records.find(({ replaces }) => replaces === wrong);
  }
  if (!confirmed) return 'record_withdrawn';
  if (!inForce(asKnownAt(records, null), confirmedOn)) return 'nothing_in_force';
  return closedOn(closures, confirmedOn) ? 'service_closed' : null;
}

/** The confirmations that count: neither withdrawn nor fallen. */
export function standingConfirmations<C extends Confirmation>(history: History<KnownRecord, C>): C[] {
  return history.confirmations.filter((one) => one.withdrawnAt === null && fallen(one, history) === null);
}

/**
 * The last day for which somebody vouched for what is recorded, by what had been written by the end of a date: a
 * record for the day on which it was written, a confirmation for the day that it speaks of.
 */
export function lastSaidOn(
  history: History,
  on: CalendarDate,
  instant: string | null = null,
): CalendarDate | null {
  const end = endOfLondonDay(on);
  const known = historyAsKnownAt(history, instant !== null && instant < end ? instant : end);
  return (
    [
      ...asKnownAt(known.records, null).map(({ recordedAt }) => londonDate(new Date(recordedAt))),
      ...standingConfirmations(known).map(({ confirmedOn }) => confirmedOn),
    ]
      .toSorted()
      .at(-1) ?? null
  );
}

/** A confirmation in a history: what it confirmed when it was made, and what is in force on its day now. */
export interface ConfirmationInTimeline<R, C> {
  readonly kind: 'confirmation' | 'corrected';
  readonly confirmation: C;
  readonly confirmed: R;
  readonly stageBefore: Stage | null;
  readonly fallen: FallenReason | null;
}
export type HistoryEntry<R extends KnownRecord, C extends Confirmation> =
  { readonly record: InTimeline<R> } | ConfirmationInTimeline<R, C>;

/** Records and confirmations together, newest first. */
export function historyEntries<R extends KnownRecord, C extends Confirmation>(
  history: History<R, C>,
): HistoryEntry<R, C>[] {
  const counting = asKnownAt(history.records, null);
  const placed = [
    ...timeline(history.records).map((record) => ({
      day: record.effectiveOn,
      sequence: record.sequence,
      entry: { record },
    })),
    ...history.confirmations.map((confirmation) => ({
      day: confirmation.confirmedOn,
      sequence: confirmation.sequence,
      entry: {
        kind: confirmation.withdrawnAt === null ? ('confirmation' as const) : ('corrected' as const),
        confirmation,
        confirmed: history.records.find(({ id }) => id === confirmation.recordId)!,
        stageBefore: inForce(counting, confirmation.confirmedOn)?.stage ?? null,
        fallen: confirmation.withdrawnAt === null ? fallen(confirmation, history) : null,
      },
    })),
  ];
  return placed
    .toSorted((a, b) => (a.day === b.day ? b.sequence - a.sequence : a.day < b.day ? 1 : -1))
    .map(({ entry }) => entry);
}
