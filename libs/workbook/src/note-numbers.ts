import { noteText } from './marks.js';
import { refused } from './texts.js';

/** Notes by the number that each got when it was first referred to. */
export class NoteNumbers {
  private readonly numbers = new Map<string, number>();

  constructor(private readonly notes: Readonly<Record<string, string>>) {}

  /** The text with its references after it. @throws WorkbookError where there is no such note. */
  after(text: string, keys: readonly string[] = [], where = text): string {
    return [text, ...new Set(keys.map((key) => noteText(this.numberOf(key, where))))].join(' ');
  }

  /** Those that were referred to, in the order of their numbers. */
  get used(): (readonly [number: number, text: string])[] {
    return [...this.numbers].map(([key, number]) => [number, this.notes[key]!] as const);
  }

  private numberOf(key: string, where: string): number {
    if (!Object.hasOwn(this.notes, key)) throw refused(`There is no note ${key}`, where);
    const known = this.numbers.get(key) ?? this.numbers.size + 1;
    this.numbers.set(key, known);
    return known;
  }
}
