import { type ImportProblem, NewOrganisation, NewRecord, NewService } from '@headway/contract';
import { type Audience, type Stage, audienceLabels, audiences, stageLabels, stages } from '@headway/domain';
import type * as z from 'zod';
import { type Column, columns, plain, readHeader } from './columns.js';
import { dateIn, numberIn } from './cells.js';
import type { Table } from './table.js';

/** One row as read. A field is absent where the file has no such column, null where its cell is blank. */
export interface ReadRow {
  readonly row: number;
  readonly reference: string | null;
  readonly name: string;
  readonly organisation: string;
  readonly audience: Audience;
  readonly stage: Stage | null;
  /** Whether the file has a column for it at all. */
  readonly hasStage: boolean;
  readonly stageReachedOn: string | null;
  readonly note: string | null;
  readonly transactionsAYear?: number | null;
  readonly address?: string | null;
}

const spreadsheetError = /^#(n\/a|ref!|value!|name\?|div\/0!|num!|null!|spill!|calc!)$/i;
const standIn = /^(-+|–|—|\?|n\/?a|none|\[.*\]|tbc|tbd)$/i;
/** What is called None or TBC is called so: in a name only marks and brackets stand in for nothing. */
const named: ReadonlySet<Column> = new Set(['name', 'organisation']);
const noName = /^(-+|–|—|\?|\[.*\])$/;
/** An export puts an apostrophe before what a spreadsheet would take for a formula. */
const madeHarmless = /^'(?='*[=+\-@\t\r])/;

const stageNames = new Map<string, Stage>([
  ...stages.flatMap((stage) =>
    [stage, stageLabels[stage].toLowerCase()].map((name) => [name, stage] as const),
  ),
]);
const phases = new Set(['discovery', 'alpha', 'beta', 'private beta', 'public beta']);
const audienceNames = new Map<string, Audience>(
  audiences.flatMap((audience) =>
    [audience, audienceLabels[audience].toLowerCase()].map((n) => [n, audience] as const),
  ),
);

/** All of a file: the rows that can be read, and of the others at least whose they are. */
export interface ReadFile {
  readonly rows: readonly ReadRow[];
  readonly broken: readonly Pick<ReadRow, 'row' | 'organisation'>[];
  readonly problems: readonly ImportProblem[];
  /** Rows with anything in them, without the header. */
  readonly count: number;
}

/** Reads every row it can and names, by row and column, whatever it cannot. */
export function readRows(table: Table): ReadFile {
  const [header, ...body] = table;
  const { at, problems } = readHeader(header!);
  const rows: ReadRow[] = [];
  const broken: ReadFile['broken'][number][] = [];
  let count = 0;
  body.forEach((cells, index) => {
    if (cells.every((cell) => cell.trim() === '')) return;
    count++;
    const reader = new RowReader(index + 2, cells, at, header!.length, problems);
    const row = reader.read();
    if (row) rows.push(row);
    else if (reader.organisation) broken.push({ row: index + 2, organisation: reader.organisation });
  });
  return { rows, broken, problems, count };
}

class RowReader {
  private broken = false;

  constructor(
    private readonly row: number,
    private readonly cells: readonly string[],
    private readonly at: ReadonlyMap<Column, number>,
    private readonly width: number,
    private readonly problems: ImportProblem[],
  ) {}

  get organisation(): string | null {
    return this.cell('organisation');
  }

  read(): ReadRow | null {
    if (this.cells.slice(this.width).some((cell) => cell.trim() !== ''))
      this.error(
        null,
        'row_ragged',
        `The row has ${this.cells.length} cells but the header has ${this.width}`,
      );
    const reference = this.parsed('reference', NewService.shape.reference.unwrap());
    const name = this.required('name', NewService.shape.name);
    const organisation = this.required('organisation', NewOrganisation.shape.name);
    const audience = this.mustHave('audience', this.choice('audience', audienceNames));
    const { stage, stageReachedOn } = this.stage();
    const note = this.parsed('note', NewRecord.shape.note.unwrap()) ?? null;
    const row = {
      row: this.row,
      reference: reference ?? null,
      stage,
      hasStage: this.has('stage'),
      stageReachedOn,
      note,
    };
    const transactions = this.has('transactionsAYear')
      ? { transactionsAYear: this.number('transactionsAYear') }
      : {};
    const address = this.has('address') ? this.address() : {};
    if (this.broken || name === null || organisation === null || audience === null) return null;
    return { ...row, name, organisation, audience, ...transactions, ...address };
  }

  private stage(): Pick<ReadRow, 'stage' | 'stageReachedOn'> {
    const typed = plain(this.cell('stage') ?? '');
    const inPhase = phases.has(typed);
    if (inPhase)
      this.warning('stage', 'phase_read_as_in_progress', `${this.cell('stage')} is read as In progress`);
    const none = typed === 'not recorded' || typed === 'not_recorded';
    const stage = inPhase ? 'in_progress' : none ? null : this.choice('stage', stageNames);
    const text = this.cell('stageReachedOn');
    if (text === null) this.explainNothing('stageReachedOn', false);
    const date = text === null ? null : dateIn(text);
    if (text !== null && date === null)
      this.error('stageReachedOn', 'not_a_date', `${text} is not a date, like 2026-03-31 or 31/03/2026`);
    if (date !== null && stage === null && !typed)
      this.error('stageReachedOn', 'date_without_stage', 'There is a date but no stage');
    return { stage, stageReachedOn: date };
  }

  /** An address that is none is said and left out: it neither stops the row nor wipes what is known. */
  private address(): Pick<ReadRow, 'address'> {
    const text = this.cell('address');
    if (text === null) this.explainNothing('address', false);
    if (text === null) return { address: null };
    const address = NewService.shape.address.safeParse(/^www\./i.test(text) ? `https://${text}` : text);
    if (address.success) return { address: address.data };
    this.warning(
      'address',
      'address_left_out',
      'Not a web address, like https://www.gov.uk/example, and left out',
    );
    return {};
  }

  private has(column: Column): boolean {
    return this.at.has(column);
  }

  /** The text of a cell; null where blank or where something stands in for nothing. */
  private cell(column: Column): string | null {
    const index = this.at.get(column);
    const typed = (index === undefined ? '' : (this.cells[index] ?? '')).trim().replace(madeHarmless, '');
    const text = column === 'note' ? typed : typed.replace(/\s*[\r\n]+\s*/g, ' ');
    const nothing =
      text === '' || spreadsheetError.test(text) || (named.has(column) ? noName : standIn).test(text);
    return nothing ? null : text;
  }

  private raw(column: Column): string {
    return (this.cells[this.at.get(column) ?? -1] ?? '').trim();
  }

  /** Says what a cell holds that is no value, once. */
  private explainNothing(column: Column, neededHere: boolean): void {
    const raw = this.raw(column);
    const { label } = columns[column];
    if (spreadsheetError.test(raw))
      this.error(column, 'spreadsheet_error', `${label} holds the error ${raw}`);
    else if (neededHere)
      this.error(column, 'value_missing', `${label} is missing${raw ? `: the cell says ${raw}` : ''}`);
    else if (raw) this.warning(column, 'read_as_blank', `${raw} is read as blank`);
  }

  private mustHave<T>(column: Column, value: T | null): T | null {
    if (value === null && this.cell(column) === null && this.has(column)) this.explainNothing(column, true);
    if (value === null) this.broken = true;
    return value;
  }

  private required<T>(column: Column, schema: z.ZodType<T>): T | null {
    return this.mustHave(column, this.parse(column, schema));
  }

  private parsed<T>(column: Column, schema: z.ZodType<T>): T | null {
    if (this.cell(column) === null) this.explainNothing(column, false);
    return this.parse(column, schema);
  }

  private parse<T>(column: Column, schema: z.ZodType<T>): T | null {
    const text = this.cell(column);
    if (text === null) return null;
    const result = schema.safeParse(text);
    if (result.success) return result.data;
    const [issue] = result.error.issues;
    this.error(column, issue!.code === 'custom' ? 'invalid_value' : issue!.code, issue!.message);
    return null;
  }

  private choice<T>(column: Column, names: ReadonlyMap<string, T>): T | null {
    const text = this.cell(column);
    if (text === null) {
      if (column === 'stage') this.explainNothing(column, false);
      return null;
    }
    const value = names.get(plain(text));
    if (value !== undefined) return value;
    const choices = [...new Set([...names.keys()].filter((name) => !name.includes('_')))].join(', ');
    this.error(column, 'unknown_value', `${text} is not one of: ${choices}`);
    return null;
  }

  private number(column: Column): number | null {
    const text = this.cell(column);
    if (text === null) {
      this.explainNothing(column, false);
      return null;
    }
    const value = numberIn(text);
    if (value === null) this.error(column, 'not_a_number', `${text} is not a whole number of 0 or more`);
    return value;
  }

  private error(column: Column | null, code: string, message: string): void {
    this.broken = true;
    this.say('error', column, code, message);
  }

  private warning(column: Column, code: string, message: string): void {
    this.say('warning', column, code, message);
  }

  private say(
    severity: ImportProblem['severity'],
    column: Column | null,
    code: string,
    message: string,
  ): void {
    const label = column === null ? null : columns[column].label;
    this.problems.push({ row: this.row, column: label, severity, code, message });
  }
}
