import type { ImportDifference, ImportProblem } from '@headway/contract';
import {
  type Stage,
  type StageRecord,
  type Statement,
  audienceLabels,
  formatDate,
  inForce,
  mayBeUnderRedesign,
  rulesBroken,
  stageLabels,
  stageSince,
} from '@headway/domain';
import { columns } from './columns.js';
import type { ReadRow } from './read-rows.js';

export interface KnownService {
  readonly id: string;
  readonly reference: string;
  readonly name: string;
  readonly organisationId: string;
  readonly organisationName: string;
  readonly audience: string;
  readonly transactionsAYear: number | null;
  readonly address: string | null;
  readonly opensOn: string | null;
  readonly records: readonly StageRecord[];
}

/** What one row comes to. */
export interface PlannedRow {
  readonly row: ReadRow;
  readonly organisation: string;
  readonly known: KnownService | null;
  readonly statement: Statement | null;
  readonly fields: ImportDifference['fields'];
}

const said: Readonly<Record<string, string>> = {
  effectiveOn: columns.stageReachedOn.label,
  note: columns.note.label,
};

/** Decides what a row changes, against the service as it is known; problems are added to the list. */
export function planRow(
  row: ReadRow,
  organisation: string,
  known: KnownService | null,
  today: string,
  problems: ImportProblem[],
): PlannedRow {
  const statement = statementOf(row, known, today, problems);
  const fields = known ? changedFields(row, known) : [];
  if (statement && known) {
    const before = inForce(known.records, statement.effectiveOn)?.stage;
    fields.push({ field: 'Stage', before: before ? stageLabels[before] : null, after: staged(statement) });
  } else if (statement) fields.push({ field: 'Stage', before: null, after: staged(statement) });
  return { row, organisation, known, statement, fields };
}

function staged({ stage, effectiveOn }: Statement): string {
  return `${stageLabels[stage]} from ${formatDate(effectiveOn)}`;
}

function statementOf(
  row: ReadRow,
  known: KnownService | null,
  today: string,
  problems: ImportProblem[],
): Statement | null {
  const records = known?.records ?? [];
  const say = (severity: ImportProblem['severity'], column: string, code: string, message: string) =>
    problems.push({ row: row.row, column, severity, code, message });
  if (row.stage === null) {
    if (records.length > 0 && row.hasStage)
      say(
        'warning',
        columns.stage.label,
        'stage_left_as_it_is',
        'The stage is blank here but recorded, and stays',
      );
    return null;
  }
  const effectiveOn = row.stageReachedOn ?? today;
  const before = inForce(records, effectiveOn);
  if (before?.stage === row.stage) {
    const since = stageSince(records.filter((record) => record.effectiveOn <= effectiveOn));
    if (row.stageReachedOn !== null && since !== null && since < effectiveOn)
      say('warning', columns.stageReachedOn.label, 'reached_earlier', alreadySince(row.stage, since));
    return null;
  }
  const statement: Statement = {
    stage: row.stage,
    redesignUnderWay: (before?.redesignUnderWay ?? false) && mayBeUnderRedesign(row.stage),
    frontOffice: before?.frontOffice ?? null,
    middleOffice: before?.middleOffice ?? null,
    backOffice: before?.backOffice ?? null,
    effectiveOn,
    note: row.note,
    evidenceUrl: null,
  };
  for (const { field, code, message } of rulesBroken(statement, records, {
    today,
    opensOn: known?.opensOn ?? null,
  }))
    say('error', said[field] ?? columns.stage.label, code, message);
  return statement;
}

function alreadySince(stage: Stage, since: string): string {
  return `${stageLabels[stage]} since ${formatDate(since)} already, and that date stays`;
}

function changedFields(row: ReadRow, known: KnownService): ImportDifference['fields'] {
  const fields: ImportDifference['fields'] = [];
  const compare = (
    field: string,
    before: string | number | null,
    after: string | number | null | undefined,
  ) => {
    if (after !== undefined && after !== before)
      fields.push({ field, before: shown(before), after: shown(after) });
  };
  compare(columns.name.label, known.name, row.name);
  compare(
    columns.audience.label,
    audienceLabels[known.audience as keyof typeof audienceLabels],
    audienceLabels[row.audience],
  );
  compare(columns.transactionsAYear.label, known.transactionsAYear, row.transactionsAYear);
  compare(columns.address.label, known.address, row.address);
  return fields;
}

function shown(value: string | number | null): string | null {
  return typeof value === 'number' ? value.toLocaleString('en-GB') : value;
}
