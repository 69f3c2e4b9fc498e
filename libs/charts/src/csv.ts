import type { Table } from './chart.js';

/** What a spreadsheet takes for a formula, also in full-width forms, or would once an apostrophe is taken off. */
const formula = /^'*[=+\-@\t\r\n＝＋－＠]/;

/** A table as a CSV file that spreadsheets open as written: text that looks like a formula stays text. */
export function toCsv(table: Table): string {
  const cell = (value: string | number) => {
    const text = typeof value === 'string' && formula.test(value) ? `'${value}` : String(value);
    return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return [table.columns, ...table.rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}
