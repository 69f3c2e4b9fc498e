import type { Attributes } from './xml-reader.js';
import { longer } from './xml-parts.js';

/** The text of a cell: its paragraphs, one a line, in which white space counts only where it is marked. */
export class OdsParagraphs {
  private value = '';
  private paragraphs = 0;
  private inside = 0;
  /** A space that stands only if something follows. */
  private pending = false;
  private atStart = true;

  get text(): string {
    return this.value;
  }

  clear(): void {
    this.value = '';
    this.paragraphs = 0;
  }

  open(name: string, attributes: Attributes): void {
    if (name === 'text:p' || name === 'text:h') {
      this.inside++;
      if (this.paragraphs++ > 0) this.add('\n');
      this.atStart = true;
    } else if (this.inside === 0) return;
    else if (name === 'text:s')
      this.mark(' '.repeat(Math.min(Number(attributes['text:c'] ?? 1) || 0, 100_001)));
    else if (name === 'text:tab') this.mark('\t');
    else if (name === 'text:line-break') this.mark('\n');
  }

  /** A space at the end counts, as it does where most such files come from. */
  close(name: string): void {
    if (name !== 'text:p' && name !== 'text:h') return;
    this.mark('');
    this.inside--;
  }

  piece(text: string): void {
    if (this.inside === 0) return;
    if (!/^ | $| {2}|[\t\n]/.test(text)) return this.mark(text);
    for (const part of text.split(/([ \t\n]+)/)) {
      if (part === '') continue;
      if (/^[ \t\n]/.test(part)) this.pending ||= !this.atStart;
      else this.mark(part);
    }
  }

  private mark(text: string): void {
    if (text !== '' || this.pending) this.add(this.pending ? ` ${text}` : text);
    this.pending = false;
    this.atStart = false;
  }

  private add(text: string): void {
    this.value = longer(this.value, text, 'content.xml');
  }
}
