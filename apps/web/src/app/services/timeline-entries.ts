import type { StageRecord } from '@headway/contract';
import { type Stage, formatDate, londonDate, stageLabels } from '@headway/domain';

export interface TimelineEntry {
  readonly id: string;
  readonly kind: StageRecord['kind'];
  readonly title: string;
  readonly changes: readonly string[];
  readonly effectiveOn: string;
  readonly effective: string;
  readonly recorded: string;
  readonly by: string;
  readonly note: string | null;
  readonly evidenceUrl: string | null;
}

/** The history in sentences; `records` newest first, so the one before stands after. */
export function timelineEntries(records: readonly StageRecord[]): TimelineEntry[] {
  return records.map((record, index) => {
    const before = records[index + 1] ?? null;
    const said = saidAnew(record, before);
    return {
      id: record.id,
      kind: record.kind,
      title: titleOf(record, before),
      changes: record.kind === 'confirmation' ? [] : changesOf(record, before),
      effectiveOn: record.effectiveOn,
      effective: formatDate(record.effectiveOn),
      recorded: formatDate(londonDate(new Date(record.recordedAt))),
      by: record.recordedBy,
      ...said,
    };
  });
}

/** A confirmation says the same again; what it merely repeats is read once, below it. */
function saidAnew({ kind, note, evidenceUrl }: StageRecord, before: StageRecord | null) {
  if (kind !== 'confirmation') return { note, evidenceUrl };
  return {
    note: note === before?.note ? null : note,
    evidenceUrl: evidenceUrl === before?.evidenceUrl ? null : evidenceUrl,
  };
}

function titleOf({ kind, stage }: StageRecord, before: StageRecord | null): string {
  const now = stageLabels[stage];
  const was = before ? stageLabels[before.stage] : null;
  switch (kind) {
    case 'first':
      return `First recorded as ${lower(now)}`;
    case 'move':
      return was ? `Moved from ${lower(was)} to ${lower(now)}` : `Moved to ${lower(now)}`;
    case 'went_backwards':
      return was ? `Went back from ${lower(was)} to ${lower(now)}` : `Went back to ${lower(now)}`;
    case 'confirmation':
      return `Confirmed as ${lower(now)}: nothing had changed`;
    case 'detail':
      return 'Details changed';
  }
}

const offices = [
  ['frontOffice', 'Front office'],
  ['middleOffice', 'Middle office'],
  ['backOffice', 'Back office'],
] as const;

function changesOf(record: StageRecord, before: StageRecord | null): string[] {
  const changes: string[] = [];
  if (record.redesignUnderWay !== (before?.redesignUnderWay ?? false))
    changes.push(record.redesignUnderWay ? 'Redesign under way' : 'Redesign no longer under way');
  for (const [office, label] of offices)
    if (record[office] !== (before?.[office] ?? null))
      changes.push(`${label}: ${stageWords(record[office])}`);
  return changes;
}

const stageWords = (stage: Stage | null) => (stage ? lower(stageLabels[stage]) : 'no longer said');
const lower = (label: string) => label.toLowerCase();
