import { type Table, toCsv } from '@headway/charts';

/** Hands a table to the person as a file. The mark in front tells Excel that it is UTF-8. */
export function saveTable(document: Document, name: string, table: Table): void {
  const address = URL.createObjectURL(new Blob(['\ufeff', toCsv(table)], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
