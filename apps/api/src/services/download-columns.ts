import {
  type TargetStage,
  audienceLabels,
  audiences,
  closeReasonLabels,
  closeReasons,
  stageLabels,
  stages,
} from '@headway/domain';
import type { Column, ColumnType } from '@headway/workbook';
import type { Past } from './matching.js';

/** A column of the list as a file: its heading, how wide it is in characters, and what it shows, in SQL. */
export interface DownloadColumn extends Required<Column> {
  /** Whether somebody wrote it, so that it may look like a formula. */
  readonly written: boolean;
  readonly shows: string;
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
  column('Live by', 'date', 14, 'due.live'),
  column('Redesigned by', 'date', 14, 'due.redesigned'),
  column('Transactions a year', 'number', 16, 's.transactions_a_year'),
  written('Service address', 40, 's.address'),
  written('Senior responsible owner', 28, 's.owner'),
  written('Description', 60, 's.description'),
  column('Opens on', 'date', 14, `nullif(s.opens_on, '-infinity')`),
  // Whoever changes a row says why here; what was said before is in the history.
  column('Note', 'text', 40, 'NULL::text'),
  written('Evidence', 40, 'said.evidence_url'),
];

/** What a list of closed services says beside their last stage. An import leaves it alone. */
const closedColumns: readonly DownloadColumn[] = [
  column('Closed on', 'date', 14, 'closing.closed_on'),
  written('How it closed', 32, 'closing.how'),
];

export function columnsOf({ closed }: { readonly closed?: 'true' | undefined }): readonly DownloadColumn[] {
  return closed ? [...downloadColumns, ...closedColumns] : downloadColumns;
}

/** How each closed service ended (`closing`), as a join. */
export function closings({ on, table }: Past): string {
  const how = labelled('c.reason', closeReasons, closeReasonLabels);
  return `JOIN (
      SELECT c.service_id, c.closed_on, coalesce('Merged into ' || i.name, ${how}) AS how
      FROM ${table('service_closure')} c LEFT JOIN ${table('service')} i ON i.id = c.merged_into
      WHERE c.closed_on <= ${on} AND c.reopened_on > ${on}
    ) closing ON closing.service_id = s.id`;
}

function column(header: string, type: ColumnType, width: number, shows: string): DownloadColumn {
  return { header, type, width, written: false, shows };
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

/**
 * What the columns show of other tables, as joins: the target dates that are in force as far as was known (`due`) and
 * the evidence of the record in force (`said`). Each is read once for all services, not once for every one.
 */
export function besides({ known }: Past): string {
  const latest = (stage: TargetStage) =>
    `(array_agg(t.due_on ORDER BY t.sequence DESC) FILTER (WHERE t.stage = '${stage}'))[1] AS ${stage}`;
  return `LEFT JOIN (
      SELECT t.service_id, ${latest('live')}, ${latest('redesigned')} FROM target t
      WHERE ${known} IS NULL OR t.set_at <= ${known} GROUP BY 1
    ) due ON due.service_id = s.id
    LEFT JOIN (SELECT id, evidence_url FROM stage_record WHERE evidence_url IS NOT NULL) said ON said.id = r.record_id`;
}
