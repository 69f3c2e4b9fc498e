import type { FoundCell, FoundFile, FoundSheet, FoundTable } from './found.js';
import { address } from '../addresses.js';

/** A place where a file does not keep a rule; `sheet` is null where the whole file does not. */
export interface Breach {
  readonly rule: string;
  readonly sheet: string | null;
  readonly cell?: string;
  readonly message: string;
}

export type Finding = Omit<Breach, 'rule'>;

/** What every publication must keep: its name, the rule in words, and a look for where a file does not. */
export interface Rule {
  readonly name: string;
  readonly says: string;
  readonly find: (file: FoundFile) => Iterable<Finding>;
}

/** What is wrong with a sheet, and at which cell, where it is one. */
type Found = string | { readonly at: FoundCell; readonly message: string };

/** A rule of each sheet by itself. */
export function onSheets(name: string, says: string, find: (sheet: FoundSheet) => Iterable<Found>): Rule {
  return {
    name,
    says,
    *find({ sheets }) {
      for (const sheet of sheets)
        for (const found of find(sheet))
          yield typeof found === 'string'
            ? { sheet: sheet.name, message: found }
            : { sheet: sheet.name, cell: at(found.at), message: found.message };
    },
  };
}

/** A rule of each marked table. */
export function onTables(
  name: string,
  says: string,
  find: (sheet: FoundSheet, table: FoundTable) => Iterable<Found>,
): Rule {
  return onSheets(name, says, function* (sheet) {
    for (const table of sheet.tables) yield* find(sheet, table);
  });
}

/** A rule of each cell that holds something: a message where it is not kept. */
export function onCells(
  name: string,
  says: string,
  find: (cell: FoundCell, sheet: FoundSheet) => string | false,
): Rule {
  return onSheets(name, says, function* (sheet) {
    for (const cell of sheet.cells) {
      const message = find(cell, sheet);
      if (message) yield { at: cell, message };
    }
  });
}

function at({ row, column }: FoundCell): string {
  return address(row, column);
}
