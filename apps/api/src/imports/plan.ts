import { type ImportColumn, type ImportDifference, importColumns } from '@headway/contract';
import {
  type Closure,
  type Confirmation,
  type StageRecord,
  type Statement,
  type TargetDate,
  type TargetStage,
  audienceLabels,
  contradictedAmong,
  contradictionWords,
  formatDate,
  inTimelineOrder,
  opensBroken,
} from '@headway/domain';
import type { Say } from './findings.js';
import type { Disagreement } from './merge-cell.js';
import { planStage } from './plan-stage.js';
import { type PlannedTarget, planTargets } from './plan-targets.js';
import type { ReadRow } from './read-rows.js';

/** A record that counts; its id is needed only where a file corrects it. */
export type KnownRecord = StageRecord & { readonly id?: string };

/** What a file says of a stage, and the record that it puts right, if any. */
export type PlannedStatement = Statement & {
  readonly corrects?: { readonly recordId: string; readonly reason: string };
};

/** What Headway knows of a service; only records and targets that count. */
export interface KnownService {
  readonly id: string;
  readonly reference: string;
  readonly name: string;
  /** What it was called before, in small letters. */
  readonly formerNames?: readonly string[];
  readonly organisationId: string;
  readonly organisationName: string;
  readonly audience: keyof typeof audienceLabels;
  readonly transactionsAYear: number | null;
  readonly address: string | null;
  readonly owner: string | null;
  readonly description: string | null;
  readonly opensOn: string | null;
  readonly closures: readonly Closure[];
  /** When its first barrier was raised. */
  readonly barredFrom: string | null;
  /** When another service first became part of it. */
  readonly mergedFrom: string | null;
  readonly records: readonly KnownRecord[];
  readonly confirmations: readonly Pick<Confirmation, 'id' | 'confirmedOn' | 'recordedBy'>[];
  readonly targets: Readonly<
    Record<TargetStage, readonly (TargetDate & { readonly reason: string | null })[]>
  >;
}

export type Field = ImportDifference['fields'][number];

/** What one row comes to. */
export interface PlannedRow {
  readonly row: ReadRow;
  readonly organisation: string;
  readonly known: KnownService | null;
  readonly details: Details;
  readonly statements: readonly PlannedStatement[];
  readonly targets: readonly PlannedTarget[];
  readonly fields: readonly Field[];
  readonly newer: readonly Disagreement<ImportColumn>[];
  readonly both: readonly Disagreement<ImportColumn>[];
}

/** A service's own details, as they will stand. */
export type Details = Pick<
  KnownService,
  'name' | 'audience' | 'transactionsAYear' | 'address' | 'owner' | 'description' | 'opensOn'
>;

const optional = ['transactionsAYear', 'address', 'owner', 'description', 'opensOn'] as const;

/** Decides what a row changes, against the service as it is known; problems are said. */
export function planRow(
  row: ReadRow,
  organisation: string,
  known: KnownService | null,
  today: string,
  say: Say,
): PlannedRow {
  const details = detailsOf(row, known);
  const context = { today, opensOn: details.opensOn, closures: known?.closures ?? [] };
  const stage = planStage(row, known?.records ?? [], context, say);
  if (known) sayContradicted(row, stage.statements, known, say);
  const targets = planTargets(row, known?.targets ?? null, context, say);
  mustOpenInTime(details, known, say);
  if (stage.statements.length === 0 && targets.length === 0) sayNoteIsNotKept(row, known, say);
  const fields = [
    ...(known ? changedDetails(details, known) : []),
    ...stage.fields,
    ...targets.map(({ field }) => field),
  ];
  const agreed = { newer: [], both: [] };
  return { row, organisation, known, details, statements: stage.statements, targets, fields, ...agreed };
}

/** Whose confirmations the row speaks against; what it says counts. */
function sayContradicted(
  { stageReachedOn }: ReadRow,
  statements: readonly PlannedStatement[],
  { records, confirmations }: KnownService,
  say: Say,
): void {
  const wrong = new Set(statements.map(({ corrects }) => corrects?.recordId));
  const last = Math.max(0, ...records.map(({ sequence }) => sequence));
  const after = [
    ...records.filter(({ id }) => id === undefined || !wrong.has(id)),
    ...statements.map((said, n) => ({ ...said, sequence: last + n + 1 })),
  ];
  for (const one of contradictedAmong(confirmations, records, after))
    say(
      'warning',
      stageReachedOn === null ? 'stage' : 'stageReachedOn',
      'contradicts_confirmation',
      contradictionWords(one),
    );
}

/** Blank leaves what is known as it is; so does text that differs only in what a file cannot carry. */
function detailsOf(row: ReadRow, known: KnownService | null): Details {
  if (!known) return row;
  const kept = (given: string | null, before: string | null) =>
    given === null || same(given, before) ? before : given;
  return {
    name: kept(row.name, known.name)!,
    audience: row.audience,
    transactionsAYear: row.transactionsAYear ?? known.transactionsAYear,
    address: kept(row.address, known.address),
    owner: kept(row.owner, known.owner),
    description: kept(row.description, known.description),
    opensOn: row.opensOn ?? known.opensOn,
  };
}

/** Line breaks of one kind, and without the apostrophe of a CSV file that a spreadsheet has saved again. */
export function same(given: string, before: string | null): boolean {
  if (before === null) return false;
  const text = before.replace(/\r\n?/g, '\n');
  return given === text || (given === `'${text}` && /^'*[=+\-@\t\r]/.test(text));
}

function changedDetails(details: Details, known: KnownService): Field[] {
  const fields: Field[] = [];
  for (const column of ['name', 'audience', ...optional] as const)
    if (details[column] !== known[column])
      fields.push({
        field: importColumns[column],
        before: shown(column, known[column]),
        after: shown(column, details[column]),
      });
  return fields;
}

function shown(column: keyof Details, value: string | number | null): string | null {
  if (value === null) return null;
  if (column === 'audience') return audienceLabels[value as keyof typeof audienceLabels];
  if (column === 'opensOn') return formatDate(value as string);
  return typeof value === 'number' ? value.toLocaleString('en-GB') : value;
}

/** Columns that the row leaves blank though something is known, which stays. */
export function keptThoughBlank({ row, known, statements }: PlannedRow): ImportColumn[] {
  const { blank } = row;
  if (!known) return [];
  const now = known.records.toSorted(inTimelineOrder).at(-1);
  const isKnown: Partial<Readonly<Record<ImportColumn, unknown>>> = {
    ...known,
    ...now,
    redesignUnderWay: now?.redesignUnderWay || null,
    liveBy: known.targets.live.at(-1)?.dueOn,
    redesignedBy: known.targets.redesigned.at(-1)?.dueOn,
    // Evidence is of what was said when, and a blank stage has a word of its own.
    evidenceUrl: statements.length === 0 ? now?.evidenceUrl : null,
    // A stage that stays keeps its date; a blank date of a new one is today.
    stageReachedOn: row.stage === null && !blank.has('stage') ? now : null,
    note: null,
    reference: null,
    stage: null,
  };
  return [...blank].filter((column) => (isKnown[column] ?? null) !== null);
}

/** A service cannot open after something is told of it. */
function mustOpenInTime({ opensOn }: Details, known: KnownService | null, say: Say): void {
  if (known === null || opensOn === known.opensOn) return;
  const first = (dates: readonly (string | null | undefined)[]) => dates.toSorted().find(Boolean) ?? null;
  const { live, redesigned } = known.targets;
  const broken = opensBroken(opensOn, {
    record: first(known.records.map(({ effectiveOn }) => effectiveOn)),
    closing: first(known.closures.map(({ closedOn }) => closedOn)),
    target: first([live.at(-1)?.dueOn, redesigned.at(-1)?.dueOn]),
    barrier: known.barredFrom,
    merged: known.mergedFrom,
  });
  if (broken) say('error', 'opensOn', broken.code, broken.message);
}

/** What was typed is not lost without a word; what an earlier import of the same row has kept is no news. */
function sayNoteIsNotKept({ note }: ReadRow, known: KnownService | null, say: Say): void {
  if (note === null) return;
  const kept = known && [...known.records, ...known.targets.live, ...known.targets.redesigned];
  if (kept?.some((one) => ('note' in one ? one.note : one.reason) === note)) return;
  say(
    'warning',
    'note',
    'note_without_change',
    'Nothing changes that this note could explain, so it is not kept',
  );
}
