import type { Table } from '@headway/charts';

/** A table as a CSV file that spreadsheets open as written: text that looks like a formula stays text. */
export function csvOf(table: Table): string {
  const cell = (value: string | number) => {
    const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
    return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return [table.columns, ...table.rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

/** Hands a text made in the browser to the person as a file. The mark in front tells Excel that it is UTF-8. */
export function saveCsv(document: Document, name: string, csv: string): void {
  const address = URL.createObjectURL(new Blob(['\ufeff', csv], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
