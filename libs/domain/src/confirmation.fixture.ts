import type { Confirmation, History } from './confirmation.js';
import { record } from './stage-record.fixture.js';
import type { Stage } from './stage.js';
import type { KnownRecord } from './timeline.js';

/** Written at a minute of its own, in the order of its sequence; of the record with an id. */
export function confirmation(
  sequence: number,
  confirmedOn: string,
  recordId: string,
  rest: Partial<Confirmation> = {},
): Confirmation {
  const { recordedAt } = record(sequence, confirmedOn, 'live');
  const known = { recordedAt, recordedBy: 'Dana Wren', withdrawnAt: null };
  return { id: `c${sequence}`, sequence, confirmedOn, note: null, recordId, ...known, ...rest };
}

/** The minute in which the record or confirmation of a sequence was written. */
export function written(sequence: number): string {
  return record(sequence, '2026-01-01', 'live').recordedAt;
}

export function history(
  records: readonly KnownRecord[],
  confirmations: readonly Confirmation[] = [],
  closures: History['closures'] = [],
): History {
  return { records, confirmations, closures };
}

/** One record after another, as the sequence says. */
export function said(
  ...all: readonly (readonly [on: string, stage: Stage, rest?: Partial<KnownRecord>])[]
): KnownRecord[] {
  return all.map(([on, stage, rest], index) => record(index + 1, on, stage, rest));
}
