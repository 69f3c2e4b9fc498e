import { cellText, refused } from './texts.js';

/** A title or header: words on one line, one space between them. @throws WorkbookError where there are none. */
export function oneLine(text: string, where: string): string {
  return filled(cellText(text, where).replace(/\s+/g, ' ').trim(), where);
}

/** @throws WorkbookError where a line would be blank. */
export function filled(text: string, where: string): string {
  if (text.trim() === '') throw refused('A line cannot be blank', where);
  return text;
}
