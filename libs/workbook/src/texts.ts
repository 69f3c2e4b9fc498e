import { WorkbookError } from './workbook-error.js';

export const longestCell = 32_767;

/**
 * Text as both formats can hold it: lines end in a line feed, and what XML has no way to write is replaced.
 * @throws WorkbookError where it is longer than a cell may be.
 */
export function cellText(text: string, where: string): string {
  const clean = text
    .replace(/\r\n?/g, '\n')
    .toWellFormed()
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd');
  if (clean.length > longestCell) throw refused('A cell cannot hold so much text', where);
  return clean;
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export function escaped(text: string): string {
  return /[&<>"]/.test(text) ? text.replace(/[&<>"]/g, (sign) => escapes[sign]!) : text;
}

/** Whether a spreadsheet would take the text for a formula if somebody typed it; wide forms count where they are typed. */
export function looksLikeFormula(text: string): boolean {
  return /^(\s*[=+\-@＝＋－＠]|[\t\r\n])/.test(text);
}

export function refused(message: string, where: string | null = null): WorkbookError {
  return new WorkbookError('cannot_be_written', message, where);
}
