import type { LaidCell } from './laid-out.js';
import { harmless, markNames, markText, notesAreOn, oneTable, usualMarks } from './marks.js';
import { filled } from './published-texts.js';
import type { Mark } from './publication.js';

interface Explained {
  readonly title: string;
  /** Whether anything on the sheet refers to a note. */
  readonly refers: boolean;
  /** Those that stand on the sheet. */
  readonly marks: ReadonlySet<Mark>;
  readonly meanings: Partial<Readonly<Record<Mark, string>>>;
  readonly more: readonly string[];
}

/** What stands above a table: its title, that it is the only one, and all that one needs to know to read it. */
export function explanations({ title, refers, marks, meanings, more }: Explained): LaidCell[] {
  const used = markNames.filter((mark) => marks.has(mark));
  const lines = [
    oneTable,
    ...(refers ? [notesAreOn] : []),
    ...used.map((mark) => `${markText(mark)} means ${harmless(meanings[mark] ?? usualMarks[mark])}`),
    ...more.map((line) => harmless(filled(line, title))),
  ];
  return [{ value: title, style: 'title' }, ...lines.map((value) => ({ value, style: 'text' }) as const)];
}
