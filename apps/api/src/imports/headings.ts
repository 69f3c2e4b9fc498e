import {
  type ColumnChoice,
  type ImportColumn,
  type ImportHeading,
  knownAtHeading,
  neededColumns,
} from '@headway/contract';
import { columnLetters } from '@headway/workbook';
import { columnLabelled, columnNamed, plain } from './columns.js';
import { type Finding, type SheetColumn, sheetColumns } from './findings.js';
import { freeColumns, suggestions } from './similarity.js';
import type { Table } from './table.js';

const mostSamples = 3;
const longestSample = 80;
const longestHeading = 300;

export interface Header {
  /** Where each column stands, from 0. */
  readonly at: ReadonlyMap<ImportColumn | 'knownAt', number>;
  readonly headings: readonly ImportHeading[];
  readonly findings: readonly Finding[];
}

/** What the headings of earlier files were said to stand for, by their plain text. */
export type Remembered = ReadonlyMap<string, ImportColumn | null>;

/**
 * Which column stands where, and what the header leaves out or repeats. What was chosen for this file goes
 * first, then the headings of our own downloads, then what was chosen for earlier files, then other names.
 */
export function readHeader(
  table: Table,
  chosen: ColumnChoice = {},
  remembered: Remembered = new Map(),
): Header {
  const choice = new Map(Object.entries(chosen).map(([heading, column]) => [plain(heading), column]));
  const read = headingsOf(table).map((heading) => ({
    heading,
    ...(knownAtNamed(heading) ?? meaning(heading, choice, remembered)),
  }));
  const { at, findings } = placed(read, neededColumns);
  const unknown = read.flatMap(({ heading, by }) => (heading && by === null ? [heading] : []));
  const likely = suggestions([...new Set(unknown)], freeColumns(at.keys()));
  const headings = read.flatMap(({ heading, column, by }, index) =>
    heading === '' || column === 'knownAt'
      ? []
      : [
          {
            heading,
            letter: columnLetters(index + 1),
            samples: samplesOf(table, index),
            column,
            by,
            suggestion: by === null ? (likely.get(heading) ?? null) : null,
          },
        ],
  );
  return { at, headings, findings };
}

/** The column that Headway itself puts into its downloads; nobody chooses what it means. */
export function knownAtNamed(heading: string): { readonly column: 'knownAt'; readonly by: 'name' } | null {
  return plain(heading) === plain(knownAtHeading) ? { column: 'knownAt', by: 'name' } : null;
}

/** The headings of a table, as one would type them, and no longer than a choice for them may be. */
export function headingsOf(table: Table): string[] {
  return table[0]!.map((cell) => cell.trim().replace(/\s+/g, ' ').slice(0, longestHeading).trimEnd());
}

/** Where each column stands by what the headings mean, and which of them are left out, repeated or missing. */
export function placed<C extends SheetColumn>(
  read: readonly { heading: string; column: C | null; by: ImportHeading['by'] }[],
  needed: readonly C[],
): { at: Map<C, number>; findings: Finding[] } {
  const at = new Map<C, number>();
  const findings: Finding[] = [];
  const say = (
    severity: Finding['severity'],
    index: number | null,
    column: string,
    code: string,
    message: string,
  ) =>
    findings.push({
      row: 1,
      column,
      severity,
      code,
      message,
      cell: index === null ? null : `${columnLetters(index + 1)}1`,
    });
  read.forEach(({ heading, column, by }, index) => {
    if (column === null) {
      if (heading && by === null)
        say('warning', index, heading, 'column_kept_aside', `The column ${heading} is not read`);
    } else if (at.has(column))
      say('error', index, heading, 'column_repeated', `There are two columns for ${sheetColumns[column]}`);
    else at.set(column, index);
  });
  for (const column of needed)
    if (!at.has(column)) {
      const label = sheetColumns[column];
      say('error', null, label, 'column_missing', `There is no column named ${label}`);
    }
  return { at, findings };
}

function meaning(
  heading: string,
  choice: Remembered,
  remembered: Remembered,
): Pick<ImportHeading, 'column' | 'by'> {
  const key = plain(heading);
  if (choice.has(key)) return { column: choice.get(key)!, by: 'choice' };
  const own = columnLabelled(heading);
  if (own) return { column: own, by: 'name' };
  if (remembered.has(key)) return { column: remembered.get(key)!, by: 'remembered' };
  const named = columnNamed(heading);
  return { column: named, by: named && 'name' };
}

/** Enough of what stands in a column to tell what it is. */
function samplesOf(table: Table, index: number): string[] {
  const found = new Set<string>();
  for (const row of table.slice(1, 1000)) {
    const text = (row[index] ?? '').trim().replace(/\s+/g, ' ');
    if (text) found.add(text.length > longestSample ? `${text.slice(0, longestSample)}…` : text);
    if (found.size === mostSamples) break;
  }
  return [...found];
}
