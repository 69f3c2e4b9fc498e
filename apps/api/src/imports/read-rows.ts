import {
  type ColumnChoice,
  type ImportColumn,
  type ImportHeading,
  NewOrganisation,
  NewRecord,
  NewService,
} from '@headway/contract';
import {
  type Audience,
  type Office,
  type Stage,
  type TargetStage,
  audienceLabels,
  audiences,
  offices,
  stageLabels,
  stages,
} from '@headway/domain';
import { plain } from './columns.js';
import { eachRow } from './file-rows.js';
import type { Finding } from './findings.js';
import { type Header, type Remembered, readHeader } from './headings.js';
import { saidOnce } from './known-at.js';
import type { RowCells } from './row-cells.js';
import type { FileTable } from './table.js';

/** One row as read. A field is null where its cell is blank, and where the file has no such column. */
export interface ReadRow {
  readonly row: number;
  /** The instant that the row is of; null where the file does not say. */
  readonly knownAt: string | null;
  readonly reference: string | null;
  readonly name: string;
  readonly organisation: string;
  readonly audience: Audience;
  readonly stage: Stage | null;
  readonly stageReachedOn: string | null;
  /** Whether the date puts right since when the stage has been in force. */
  readonly correctsDate: boolean;
  readonly redesignUnderWay: boolean | null;
  readonly offices: Readonly<Record<Office, Stage | null>>;
  readonly evidenceUrl: string | null;
  readonly note: string | null;
  readonly targets: Readonly<Record<TargetStage, string | null>>;
  readonly transactionsAYear: number | null;
  readonly address: string | null;
  readonly owner: string | null;
  readonly description: string | null;
  readonly opensOn: string | null;
  /** Columns that the file has and this row leaves blank. */
  readonly blank: ReadonlySet<ImportColumn>;
}

/** A row that cannot be read, by what tells at least which service it may be about. */
export interface BrokenRow {
  readonly row: number;
  readonly reference: string | null;
  readonly name: string | null;
  readonly organisation: string | null;
}

/** All of a file: the rows that can be read, and of the others at least whose they are. */
export interface ReadFile {
  readonly rows: readonly ReadRow[];
  readonly broken: readonly BrokenRow[];
  readonly findings: readonly Finding[];
  readonly headings: readonly ImportHeading[];
  readonly at: Header['at'];
  /** Rows with anything in them, without the header. */
  readonly count: number;
}

const stageNames = namesOf(stages, stageLabels);
const audienceNames = namesOf(audiences, audienceLabels);
const phases = new Set(['discovery', 'alpha', 'beta', 'private beta', 'public beta']);
const notRecorded = new Set(['not recorded', 'not_recorded']);
const stageColumns: ReadonlySet<ImportColumn> = new Set(['stage', ...offices]);
const yesNo = new Map([
  ...['yes', 'y', 'true'].map((name) => [name, true] as const),
  ...['no', 'n', 'false'].map((name) => [name, false] as const),
]);

/** What choices go by: their names and, in small letters, their labels. */
export function namesOf<T extends string>(
  all: readonly T[],
  labels: Readonly<Record<T, string>>,
): Map<string, T> {
  return new Map(all.flatMap((one) => [one, labels[one].toLowerCase()].map((name) => [name, one] as const)));
}

/** Reads every row it can and names, by row and column, whatever it cannot. */
export function readRows(file: FileTable, chosen?: ColumnChoice, remembered?: Remembered): ReadFile {
  const { at, headings, findings: ofHeader } = readHeader(file.rows, chosen, remembered);
  const findings = [...file.findings, ...ofHeader];
  const rows: ReadRow[] = [];
  const broken: BrokenRow[] = [];
  const columns = [...at.keys()].filter((column) => column !== 'knownAt');
  const count = eachRow(file, at, findings, (number, row) => {
    const read = readRow(number, row, columns, file.knownAt);
    if (read) rows.push(read);
    else {
      const [reference, name, organisation] = [
        row.text('reference'),
        row.text('name'),
        row.text('organisation'),
      ];
      broken.push({ row: number, reference, name, organisation });
    }
  });
  return { rows, broken, findings: saidOnce(findings), headings, at, count };
}

function readRow(
  number: number,
  cells: RowCells,
  columns: readonly ImportColumn[],
  knownAt: string | null,
): ReadRow | null {
  const reference = cells.optional('reference', NewService.shape.reference.unwrap());
  const name = cells.required('name', NewService.shape.name);
  const organisation = cells.required('organisation', NewOrganisation.shape.name);
  const audience = cells.requiredChoice('audience', audienceNames);
  const stage = readStage(cells, 'stage');
  const row = {
    row: number,
    knownAt: cells.instant('knownAt') ?? knownAt,
    reference,
    stage,
    stageReachedOn: reachedOn(cells, stage),
    correctsDate: false,
    redesignUnderWay: cells.choice('redesignUnderWay', yesNo),
    offices: {
      frontOffice: readStage(cells, 'frontOffice'),
      middleOffice: readStage(cells, 'middleOffice'),
      backOffice: readStage(cells, 'backOffice'),
    },
    targets: { live: cells.date('liveBy'), redesigned: cells.date('redesignedBy') },
    transactionsAYear: cells.number('transactionsAYear'),
    address: webAddress(cells, 'address'),
    owner: cells.optional('owner', NewService.shape.owner.unwrap()),
    description: cells.optional('description', NewService.shape.description.unwrap()),
    opensOn: cells.date('opensOn'),
    note: cells.optional('note', NewRecord.shape.note.unwrap()),
    evidenceUrl: webAddress(cells, 'evidenceUrl'),
    blank: new Set(columns.filter((column) => saysNothing(cells, column))),
  };
  if (cells.broken || name === null || organisation === null || audience === null) return null;
  return { ...row, name, organisation, audience };
}

/** What is recorded stays, so that nothing is recorded is no more than a blank says. */
function saysNothing(cells: RowCells, column: ImportColumn): boolean {
  const text = cells.text(column);
  return text === null || (stageColumns.has(column) && notRecorded.has(plain(text)));
}

function readStage(cells: RowCells, column: ImportColumn): Stage | null {
  const text = cells.text(column);
  const typed = plain(text ?? '');
  if (notRecorded.has(typed)) return null;
  if (!phases.has(typed)) return cells.choice(column, stageNames);
  cells.warning(column, 'phase_read_as_in_progress', `${text} is read as In progress`);
  return 'in_progress';
}

function reachedOn(cells: RowCells, stage: Stage | null): string | null {
  const date = cells.date('stageReachedOn');
  if (date !== null && stage === null && cells.text('stage') === null)
    cells.error('stageReachedOn', 'date_without_stage', 'There is a date but no stage');
  return date;
}

/** An address that is none is said and left out: it neither stops the row nor wipes what is known. */
function webAddress(cells: RowCells, column: 'address' | 'evidenceUrl'): string | null {
  const text = cells.text(column);
  if (text === null) return cells.optional(column, NewService.shape.address.unwrap());
  const address = NewService.shape.address.safeParse(/^www\./i.test(text) ? `https://${text}` : text);
  if (address.success) return address.data;
  cells.warning(
    column,
    'address_left_out',
    'Not a web address, like https://www.gov.uk/example, and left out',
  );
  return null;
}
