import type { Mark } from './publication.js';

/** What marks mean where a publication does not say more. */
export const usualMarks: Readonly<Record<Mark, string>> = {
  x: 'not available',
  z: 'not applicable',
  c: 'suppressed, because it could tell something about a person',
  r: 'revised',
};

export const markNames = Object.keys(usualMarks) as Mark[];

export const markText = (mark: Mark): string => `[${mark}]`;
export const noteText = (number: number): string => `[note ${number}]`;

/** Marks and references to notes, wherever they stand in a text. */
export const anyMark = /\[([xzcr])\]/g;
export const anyNote = /\[note (\d+)\]/gi;

/** A text without its references to notes. */
export function withoutNotes(text: string): string {
  return text.replace(/ ?\[note \d+\]/gi, '');
}

/** What somebody wrote that happens to look like a mark or a reference, in round brackets, so that it is none. */
export function harmless(text: string): string {
  return text.includes('[') ? text.replace(/\[([xzcr]|note \d+)\]/gi, '($1)') : text;
}

export const oneTable = 'This worksheet contains one table';
export const notesAreOn = 'Some cells refer to notes, which are on the worksheet Notes';
export const frontSheets = { cover: 'Cover', contents: 'Contents', notes: 'Notes' } as const;
