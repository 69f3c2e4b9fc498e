import type { BatchResult, BatchRow } from '@headway/contract';
import { type RecordKind, formatDate, stageLabels } from '@headway/domain';

/** One record just written: what an undo needs, and what it is called. */
export interface DoneRow {
  readonly reference: string;
  readonly name: string;
  readonly record: string;
  readonly version: number;
  readonly lastRecordedAt: string | null;
  readonly kind: RecordKind;
  /** "Live since 3 May 2026". */
  readonly said: string;
  /** Left recorded, whatever becomes of the others. */
  readonly spared: boolean;
}

/** What was just recorded, and the reason typed for undoing it. */
export interface Done {
  readonly rows: readonly DoneRow[];
  readonly reason: string;
  readonly withdrawn: boolean;
}

export function doneWith({ results }: BatchResult): Done {
  const rows = results.flatMap(({ record, service }): DoneRow[] => {
    if (!record) return [];
    const { reference, name, version, lastRecordedAt } = service;
    const said = `${stageLabels[record.stage]} since ${formatDate(record.effectiveOn)}`;
    return [
      { reference, name, record: record.id, version, lastRecordedAt, kind: record.kind, said, spared: false },
    ];
  });
  return { rows, reason: 'Recorded by mistake', withdrawn: false };
}

export function toUndo({ rows }: Done): readonly DoneRow[] {
  return rows.filter(({ spared }) => !spared);
}

/** Undoing is a correction: what was recorded and that it was withdrawn both stay readable. */
export function withdrawals(done: Done): BatchRow[] {
  return toUndo(done).map(({ reference, version, record }) => ({
    change: 'withdraw',
    service: reference,
    version,
    record,
    reason: done.reason.trim(),
  }));
}

/** "4 moved, 1 went back, 25 confirmed". */
export function tallyOf({ rows }: Done): string {
  const count = (kinds: readonly RecordKind[]) => rows.filter(({ kind }) => kinds.includes(kind)).length;
  const parts = [
    [count(['move']), 'moved'],
    [count(['went_backwards']), 'went back'],
    [count(['first']), 'recorded for the first time'],
    [count(['detail']), 'with new details'],
    [count(['confirmation']), 'confirmed'],
  ] as const;
  return parts.flatMap(([number, words]) => (number > 0 ? [`${number} ${words}`] : [])).join(', ');
}
