import { type ImportColumn, importColumns } from '@headway/contract';
import {
  type RuleContext,
  type Stage,
  type StageRecord,
  type Statement,
  formatDate,
  inForce,
  mayBeUnderRedesign,
  offices,
  rulesBroken,
  stageLabels,
  stageSince,
} from '@headway/domain';
import type { Say } from './findings.js';
import { correctDate } from './correct-date.js';
import type { Field, KnownRecord, PlannedStatement } from './plan.js';
import type { ReadRow } from './read-rows.js';

export interface PlannedStage {
  readonly statements: readonly PlannedStatement[];
  readonly fields: readonly Field[];
}

/** What a statement says beside the stage, its date and its reason. */
type Beside = Pick<
  Statement,
  'redesignUnderWay' | 'frontOffice' | 'middleOffice' | 'backOffice' | 'evidenceUrl'
>;
const beside = ['redesignUnderWay', ...offices, 'evidenceUrl'] as const;
const nothing: Beside = {
  redesignUnderWay: false,
  frontOffice: null,
  middleOffice: null,
  backOffice: null,
  evidenceUrl: null,
};
const unchanged: PlannedStage = { statements: [], fields: [] };

/**
 * What a row has to say of a service's stage. The stage counts from the date the row gives, or from today;
 * where it is in force already, what the row says of offices, redesign and evidence counts from today.
 */
export function planStage(
  row: ReadRow,
  records: readonly KnownRecord[],
  context: RuleContext,
  say: Say,
): PlannedStage {
  const now = inForce(records, context.today);
  if (row.correctsDate && now)
    return joined(correctDate(row, records, context, say), detail(row, now, records, context, say));
  if (row.stage === null) return withoutStage(row, now, records, context, say);
  const effectiveOn = row.stageReachedOn ?? context.today;
  const before = inForce(records, effectiveOn);
  const isNow = now === null || now === before || now.stage === row.stage;
  if (!isNow && now)
    say(
      'warning',
      'stage',
      'stage_now_stays',
      `${since(now.stage, records)}, and stays so: the row tells of an earlier time`,
    );
  if (before?.stage !== row.stage) {
    const moved = move(row, row.stage, effectiveOn, before, now === before, records, context, say);
    // An earlier date for the stage that is in force: what else the row says is said of today.
    return now !== before && isNow ? joined(moved, detail(row, now!, records, context, say)) : moved;
  }
  sayReachedEarlier(row, records, effectiveOn, say);
  return isNow ? detail(row, now!, records, context, say) : unchanged;
}

function withoutStage(
  row: ReadRow,
  now: StageRecord | null,
  records: readonly StageRecord[],
  context: RuleContext,
  say: Say,
): PlannedStage {
  if (now) {
    if (row.blank.has('stage'))
      say(
        'warning',
        'stage',
        'stage_left_as_it_is',
        'No stage is given here but one is recorded, and it stays',
      );
    return detail(row, now, records, context, say);
  }
  for (const column of beside)
    if (given(row)[column])
      say(
        'error',
        column,
        'details_without_stage',
        `There is no stage for what ${importColumns[column]} says`,
      );
  return unchanged;
}

function given({ redesignUnderWay, offices, evidenceUrl }: ReadRow): {
  [K in keyof Beside]: Beside[K] | null;
} {
  return { redesignUnderWay, ...offices, evidenceUrl };
}

/** What is said beside a stage: what the row gives, else what was so before. */
function besideOf(row: ReadRow, before: Beside): Beside {
  const said = given(row);
  return {
    redesignUnderWay: said.redesignUnderWay ?? before.redesignUnderWay,
    frontOffice: said.frontOffice ?? before.frontOffice,
    middleOffice: said.middleOffice ?? before.middleOffice,
    backOffice: said.backOffice ?? before.backOffice,
    evidenceUrl: said.evidenceUrl ?? before.evidenceUrl,
  };
}

/** A stage that is not in force on its date. Where something came after it, the row's other words are of now. */
function move(
  row: ReadRow,
  stage: Stage,
  effectiveOn: string,
  before: StageRecord | null,
  isLast: boolean,
  records: readonly StageRecord[],
  context: RuleContext,
  say: Say,
): PlannedStage {
  // Evidence is of one statement: another needs its own.
  const was: Beside = { ...nothing, ...before, evidenceUrl: null };
  const words = isLast ? besideOf(row, was) : was;
  const redesignUnderWay = redesignBeside(stage, was, isLast ? row.redesignUnderWay : null, say);
  const statement = statementOf(row, stage, effectiveOn, { ...words, redesignUnderWay });
  sayBroken(statement, records, context, say);
  const stageField = {
    field: importColumns.stage,
    before: before && stageLabels[before.stage],
    after: `${stageLabels[stage]} from ${formatDate(effectiveOn)}`,
  };
  const fields = changed(
    { ...was, evidenceUrl: words.evidenceUrl && (before?.evidenceUrl ?? null) },
    statement,
  );
  return { statements: [statement], fields: [stageField, ...fields] };
}

/** Redesign goes on beside a new stage where it may; that it is complete may be said while the mark still stands. */
function redesignBeside(stage: Stage, was: Beside, given: boolean | null, say: Say): boolean {
  if (given === null) return was.redesignUnderWay && mayBeUnderRedesign(stage);
  if (!given || stage !== 'redesigned' || !was.redesignUnderWay) return given;
  say('warning', 'redesignUnderWay', 'redesign_completed', 'Redesigned means that it is no longer under way');
  return false;
}

/** What is in force, with what the row says beside it where that differs, from today. */
function detail(
  row: ReadRow,
  now: StageRecord,
  records: readonly StageRecord[],
  context: RuleContext,
  say: Say,
): PlannedStage {
  const said = besideOf(row, now);
  const fields = changed(now, said);
  if (fields.length === 0) return unchanged;
  const statement = statementOf(row, now.stage, context.today, said);
  sayBroken(statement, records, context, say);
  return { statements: [statement], fields };
}

function statementOf(row: ReadRow, stage: Stage, effectiveOn: string, said: Beside): Statement {
  const { redesignUnderWay, frontOffice, middleOffice, backOffice, evidenceUrl } = said;
  return {
    stage,
    redesignUnderWay,
    frontOffice,
    middleOffice,
    backOffice,
    effectiveOn,
    note: row.note,
    evidenceUrl,
  };
}

function joined(first: PlannedStage, then: PlannedStage): PlannedStage {
  return {
    statements: [...first.statements, ...then.statements],
    fields: [...first.fields, ...then.fields],
  };
}

function changed(before: Beside, after: Beside): Field[] {
  return beside
    .filter((column) => before[column] !== after[column])
    .map((column) => ({
      field: importColumns[column],
      before: shown(before[column]),
      after: shown(after[column]),
    }));
}

function shown(value: string | boolean | null): string | null {
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  return value !== null && value in stageLabels ? stageLabels[value as Stage] : value;
}

const columnOf: Partial<Readonly<Record<keyof Statement, ImportColumn>>> = {
  effectiveOn: 'stageReachedOn',
  note: 'note',
  redesignUnderWay: 'redesignUnderWay',
};

function sayBroken(
  statement: Statement,
  records: readonly StageRecord[],
  context: RuleContext,
  say: Say,
): void {
  for (const { field, code, message } of rulesBroken(statement, records, context))
    say('error', columnOf[field] ?? 'stage', code, message);
}

function since(stage: Stage, records: readonly StageRecord[]): string {
  return `${stageLabels[stage]} since ${formatDate(stageSince(records)!)}`;
}

function sayReachedEarlier(
  { stage, stageReachedOn }: ReadRow,
  records: readonly StageRecord[],
  effectiveOn: string,
  say: Say,
): void {
  const until = records.filter((record) => record.effectiveOn <= effectiveOn);
  const reached = stageSince(until);
  if (stageReachedOn !== null && reached !== null && reached < effectiveOn)
    say(
      'warning',
      'stageReachedOn',
      'reached_earlier',
      `${since(stage!, until)} already, and that date stays`,
    );
}
