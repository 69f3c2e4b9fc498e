import type { StageRecord } from '@headway/contract';
import {
  type Stage,
  fallenWords,
  formatDate,
  londonDate,
  officeLabels,
  offices,
  stageLabels,
} from '@headway/domain';

export interface TimelineEntry {
  readonly id: string;
  readonly kind: StageRecord['kind'];
  readonly title: string;
  readonly changes: readonly string[];
  readonly effectiveOn: string;
  readonly effective: string;
  readonly recorded: string;
  readonly by: string;
  /** Why a correction was made, why this record was found wrong, or why a confirmation no longer counts. */
  readonly correction: string | null;
  readonly note: string | null;
  readonly evidenceUrl: string | null;
  /** Older confirmations of the same, one after the other, told in one breath. */
  readonly earlier: readonly { readonly id: string; readonly effectiveOn: string; readonly text: string }[];
}

/** The history in sentences, `records` newest first. */
export function timelineEntries(records: readonly StageRecord[]): TimelineEntry[] {
  return together(records.map((record, index) => entryOf(record, records, index)));
}

function entryOf(record: StageRecord, records: readonly StageRecord[], index: number): TimelineEntry {
  const { id, kind, effectiveOn, recordedBy: by } = record;
  const before =
    records.slice(index + 1).find(({ correction, confirms }) => correction === null && confirms === null) ??
    null;
  return {
    id,
    kind,
    title: titleOf(record, records),
    changes: record.confirms !== null || kind === 'corrected' ? [] : changesOf(record, before),
    effectiveOn,
    effective: formatDate(effectiveOn),
    recorded: dayOf(record.recordedAt),
    by,
    correction: correctionOf(record),
    note: record.note,
    // Evidence is of the record that a confirmation confirms.
    evidenceUrl: record.confirms === null ? record.evidenceUrl : null,
    earlier: [],
  };
}

function titleOf(record: StageRecord, records: readonly StageRecord[]): string {
  const { kind, stage, stageBefore } = record;
  const [now, was] = [lower(stage), stageBefore ? lower(stageBefore) : null];
  switch (kind) {
    case 'first':
      return `First recorded as ${now}`;
    case 'move':
      return `Moved from ${was} to ${now}`;
    case 'went_backwards':
      return `Went back from ${was} to ${now}`;
    case 'confirmation':
      return confirmedTitle(record);
    case 'detail':
      return 'Details changed';
    case 'correction':
      return `Corrected: ${now}, ${instead(record, records)}`;
    case 'corrected':
      return record.confirms === null ? `Recorded by mistake: ${now}` : `Confirmed by mistake as ${now}`;
    case 'restated':
      return `Recorded again as ${now}`;
    case 'superseded':
      return `Recorded as ${now}, and again later for the same day`;
  }
}

/** What was confirmed when it was, and where something else is recorded for that day now, what. */
function confirmedTitle({ stage, stageBefore, fallen }: StageRecord): string {
  if (fallen) return `Confirmed as ${lower(stage)}, which no longer counts`;
  return stageBefore === null || stageBefore === stage
    ? `Confirmed as ${lower(stage)}: nothing had changed`
    : `Confirmed as ${lower(stage)}, before ${lower(stageBefore)} was recorded`;
}

/** What the record that was replaced had said. */
function instead({ replaces, stage, effectiveOn }: StageRecord, records: readonly StageRecord[]): string {
  const wrong = records.find(({ id }) => id === replaces);
  if (!wrong) return 'in place of an earlier record';
  if (wrong.stage !== stage) return `not ${lower(wrong.stage)}`;
  return wrong.effectiveOn === effectiveOn
    ? 'with other details'
    : `not from ${formatDate(wrong.effectiveOn)}`;
}

function correctionOf({ reason, correction, fallen }: StageRecord): string | null {
  if (!correction) return fallen ? `${fallenWords[fallen]}.` : reason;
  const how = correction.replacedBy ? 'Corrected' : 'Withdrawn';
  return `${how} on ${dayOf(correction.at)} by ${correction.by}: ${correction.reason}`;
}

function changesOf(record: StageRecord, before: StageRecord | null): string[] {
  const changes: string[] = [];
  if (record.redesignUnderWay !== (before?.redesignUnderWay ?? false))
    changes.push(record.redesignUnderWay ? 'Redesign under way' : 'Redesign no longer under way');
  for (const office of offices)
    if (record[office] !== (before?.[office] ?? null))
      changes.push(`${officeLabels[office]}: ${record[office] ? lower(record[office]) : 'no longer said'}`);
  return changes;
}

/** Confirmations of the same that follow each other and say nothing of their own fold into the newest of them. */
function together(entries: readonly TimelineEntry[]): TimelineEntry[] {
  const folded: TimelineEntry[] = [];
  for (const entry of entries) {
    const last = folded.at(-1);
    const quiet = entry.kind === 'confirmation' && entry.note === null;
    if (quiet && last?.kind === 'confirmation' && last.title === entry.title) {
      const earlier = {
        id: entry.id,
        effectiveOn: entry.effectiveOn,
        text: `${entry.effective} by ${entry.by}`,
      };
      folded[folded.length - 1] = { ...last, earlier: [...last.earlier, earlier] };
    } else folded.push(entry);
  }
  return folded;
}

const lower = (stage: Stage) => stageLabels[stage].toLowerCase();
const dayOf = (instant: string) => formatDate(londonDate(new Date(instant)));
