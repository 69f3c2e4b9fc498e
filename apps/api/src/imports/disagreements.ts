import type { NewerInHeadway } from '@headway/contract';
import { instantWords } from '@headway/domain';
import { address } from '@headway/workbook';
import type { LastChange } from './changes-since.js';
import { type Finding, type SheetColumn, sayTo, sheetColumns } from './findings.js';
import type { Disagreement } from './merge-cell.js';

const shownAtMost = 500;

/** What a row comes to, with the cells in which it and Headway do not agree. */
interface Compared<C extends SheetColumn> {
  readonly row: { readonly row: number };
  readonly known: { readonly id: string } | null;
  readonly newer: readonly Disagreement<C>[];
  readonly both: readonly Disagreement<C>[];
}

type LastChanges<C> = (ids: readonly string[]) => Promise<(id: string, column: C) => LastChange>;

/** What Headway knows better than a file, with who changed it; what was changed in both is said as an error. */
export async function agreementOf<C extends SheetColumn, R extends Compared<C>>(
  rows: readonly R[],
  nameOf: (row: R) => { readonly reference: string | null; readonly name: string },
  at: ReadonlyMap<SheetColumn, number>,
  findings: Finding[],
  lastChanges: LastChanges<C>,
): Promise<{ newer: NewerInHeadway[]; newerCount: number }> {
  const cells = (which: 'newer' | 'both') =>
    rows.flatMap((row) => row[which].map((disagreement) => ({ row, disagreement })));
  const [newer, both] = [cells('newer'), cells('both')];
  const shown = newer.slice(0, shownAtMost);
  const ids = new Set([...shown, ...both].map(({ row }) => row.known!.id));
  const lastChange = await lastChanges([...ids]);
  for (const { row, disagreement } of both)
    sayTo(findings, row.row.row)(
      'error',
      disagreement.column,
      'changed_in_both',
      bothWords(disagreement, lastChange(row.known!.id, disagreement.column)),
    );
  return {
    newer: shown.map(({ row, disagreement: { column, file, now } }) => {
      const index = at.get(column);
      return {
        row: row.row.row,
        column: sheetColumns[column],
        cell: index === undefined ? null : address(row.row.row, index + 1),
        ...nameOf(row),
        file,
        now,
        ...lastChange(row.known!.id, column),
      };
    }),
    newerCount: newer.length,
  };
}

function bothWords({ file, now, base }: Disagreement<SheetColumn>, { by, at }: LastChange): string {
  const who = by ?? 'Somebody';
  const when = at ? ` (${instantWords(at)})` : '';
  return `You changed ${quoted(base)} to ${quoted(file)}, and ${who} changed it to ${quoted(now)}${when}. Put what is right here, or save what the file says over it`;
}

function quoted(text: string | null): string {
  if (text === null) return 'nothing';
  return text.length > 100 ? `\u201c${text.slice(0, 100)}…\u201d` : `\u201c${text}\u201d`;
}
