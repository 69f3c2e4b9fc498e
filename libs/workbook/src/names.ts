import { placeOf } from './addresses.js';
import { refused } from './texts.js';

/** @throws WorkbookError where a spreadsheet would call the file damaged, or a program would not know its language. */
export function mustBeNamed(
  language: string,
  sheets: readonly { readonly name: string; readonly table: { readonly name: string } | null }[],
): void {
  if (sheets.length === 0) throw refused('A workbook needs a sheet');
  if (!/^[a-z]{2,3}-[A-Z]{2}$/.test(language)) throw refused('A language is written like en-GB', language);
  mustDiffer(sheets.map(({ name }) => name));
  mustDiffer(sheets.flatMap(({ table }) => (table ? [table.name] : [])));
  for (const { name, table } of sheets) {
    if (!isSheetName(name)) throw refused('A sheet cannot have this name', name);
    if (table && !isTableName(table.name)) throw refused('A table cannot have this name', table.name);
  }
}

/** Excel keeps one name for itself. */
function isSheetName(name: string): boolean {
  return (
    /^[^'[\]:*?/\\\p{Cc}\ufffe\uffff]{1,31}$/u.test(name) &&
    name.isWellFormed() &&
    !/^(history|\s+)$/i.test(name)
  );
}

/** Letters, digits and underscores, and nothing that is the address of a cell. */
export function isTableName(name: string): boolean {
  return /^[a-z_][a-z0-9_]{0,99}$/i.test(name) && !placeOf(name) && !/^(r\d*)?(c\d*)?$/i.test(name);
}

/** @throws WorkbookError where two are the same, whatever their case. */
export function mustDiffer(names: readonly string[]): void {
  const seen = new Set<string>();
  for (const name of names) {
    if (seen.has(name.toLowerCase())) throw refused('A name may be used once', name);
    seen.add(name.toLowerCase());
  }
}
