import { escaped } from './texts.js';
import { main } from './write-xlsx-package.js';

/** Texts are kept once each, and cells name them by number. */
export class SharedTexts {
  private readonly numbers = new Map<string, number>();
  private uses = 0;

  numberOf(text: string): number {
    this.uses++;
    const known = this.numbers.get(text);
    if (known !== undefined) return known;
    this.numbers.set(text, this.numbers.size);
    return this.numbers.size - 1;
  }

  *xml(): Generator<string> {
    yield `<sst xmlns="${main}" count="${this.uses}" uniqueCount="${this.numbers.size}">`;
    for (const text of this.numbers.keys()) {
      const spaced = /^\s|\s$|\n/.test(text) ? ' xml:space="preserve"' : '';
      yield `<si><t${spaced}>${kept(text)}</t></si>`;
    }
    yield '</sst>';
  }
}

/** What looks like a character in code is none. */
export function kept(text: string): string {
  return escaped(text.includes('_x') ? text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_') : text);
}
