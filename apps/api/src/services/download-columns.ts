import { type TargetStage, audienceLabels, audiences, stageLabels, stages } from '@headway/domain';
import type { Column, ColumnType } from '@headway/workbook';
import type { Past } from './matching.js';

/** A column of the list as a file: its heading, how wide it is in characters, and what it shows, in SQL. */
export interface DownloadColumn extends Required<Column> {
  /** Whether somebody wrote it, so that it may look like a formula. */
  readonly written: boolean;
  readonly shows: (past: Past) => string;
}

/** In the order of every file, and under the headings that the import reads. */
export const downloadColumns: readonly DownloadColumn[] = [
  written('Reference', 14, 's.reference'),
  written('Service name', 40, 's.name'),
  written('Organisation', 32, 'o.name'),
  column('Audience', 'text', 12, labelled('s.audience', audiences, audienceLabels)),
  column('Stage', 'text', 14, labelled('r.stage', stages, stageLabels)),
  column('Stage reached on', 'date', 14, 'since.date'),
  column(
    'Redesign under way',
    'text',
    14,
    `CASE WHEN r.redesign_under_way THEN 'Yes' WHEN r.record_id IS NOT NULL THEN 'No' END`,
  ),
  column('Front office', 'text', 14, labelled('r.front_office', stages, stageLabels)),
  column('Middle office', 'text', 14, labelled('r.middle_office', stages, stageLabels)),
  column('Back office', 'text', 14, labelled('r.back_office', stages, stageLabels)),
  column('Live by', 'date', 14, targetOf('live')),
  column('Redesigned by', 'date', 14, targetOf('redesigned')),
  column('Transactions a year', 'number', 16, 's.transactions_a_year'),
  written('Service address', 40, 's.address'),
  written('Senior responsible owner', 28, 's.owner'),
  written('Description', 60, 's.description'),
  column('Opens on', 'date', 14, `nullif(s.opens_on, '-infinity')`),
  // Whoever changes a row says why here; what was said before is in the history.
  column('Note', 'text', 40, 'NULL::text'),
  written('Evidence', 40, 'said.evidence_url'),
];

function column(
  header: string,
  type: ColumnType,
  width: number,
  shows: string | DownloadColumn['shows'],
): DownloadColumn {
  return { header, type, width, written: false, shows: typeof shows === 'string' ? () => shows : shows };
}

function written(header: string, width: number, shows: string): DownloadColumn {
  return { ...column(header, 'text', width, shows), written: true };
}

function labelled<T extends string>(
  value: string,
  all: readonly T[],
  labels: Readonly<Record<T, string>>,
): string {
  return `CASE ${value} ${all.map((one) => `WHEN '${one}' THEN '${labels[one]}'`).join(' ')} END`;
}

/** The date that is in force, as far as was known. */
function targetOf(stage: TargetStage): DownloadColumn['shows'] {
  return ({ known }) => `(SELECT t.due_on FROM target t WHERE t.service_id = s.id AND t.stage = '${stage}'
    AND (${known} IS NULL OR t.set_at <= ${known}) ORDER BY t.sequence DESC LIMIT 1)`;
}
