import { WorkbookError } from './workbook-error.js';
import { broken } from './zip-directory.js';

/** What a tag says beside its name. */
export type Attributes = ReadonlyMap<string, string>;

/** What a reader of XML is told, in the order of the document; names are as written, prefix included. */
export interface XmlHandler {
  open(name: string, attributes: Attributes): void;
  /** A piece of text; one run of text may come as several. */
  text(text: string): void;
  close(name: string): void;
}

const longestTag = 256 * 1024;
const deepest = 256;
const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', apos: "'", quot: '"' };
const none: Attributes = new Map();

/**
 * Reads XML in UTF-8 as it comes, and keeps nothing but the tag it is in. A document type is refused, so
 * that there are no entities but the five that XML has, and nothing outside the file is ever asked for.
 */
export class XmlReader {
  private readonly decoder = new TextDecoder('utf-8', { fatal: true });
  private rest = '';
  private readonly path: string[] = [];
  private begun = false;

  constructor(private readonly handler: XmlHandler) {}

  /** @throws WorkbookError where the text is not well-formed. */
  push(bytes: Uint8Array): void {
    this.take(this.decode(bytes, true), false);
  }

  end(): void {
    this.take(this.decode(new Uint8Array(0), false), true);
    if (!this.begun || this.path.length > 0 || this.rest.trim() !== '') throw broken();
  }

  private decode(bytes: Uint8Array, stream: boolean): string {
    try {
      return this.decoder.decode(bytes, { stream });
    } catch {
      throw broken('The file is damaged: its text is not UTF-8');
    }
  }

  private take(more: string, last: boolean): void {
    const text = this.rest + more;
    let at = 0;
    while (at < text.length) {
      const next = text[at] === '<' ? this.markup(text, at) : this.characters(text, at, last);
      if (next === at) break;
      at = next;
    }
    this.rest = text.slice(at);
    if (this.rest.length > longestTag) throw broken();
  }

  /** Text up to the next tag, or all but what may be half an entity or half a line break. */
  private characters(text: string, at: number, last: boolean): number {
    let end = text.indexOf('<', at);
    if (end === -1) {
      end = text.length;
      const ampersand = text.lastIndexOf('&');
      if (!last && ampersand >= at && !text.includes(';', ampersand)) end = ampersand;
      else if (!last && text.endsWith('\r')) end--;
    }
    const found = text.slice(at, end);
    if (this.path.length > 0) this.handler.text(plainText(found));
    else if (found.trim() !== '') throw broken();
    return end;
  }

  /** One tag, comment or the like; the same place where its end has not come yet. */
  private markup(text: string, at: number): number {
    if (text.startsWith('<!--', at)) return after(text, '-->', at + 4, at);
    if (text.startsWith('<![CDATA[', at)) {
      const end = after(text, ']]>', at + 9, at);
      if (end > at) this.handler.text(text.slice(at + 9, end - 3).replace(/\r\n?/g, '\n'));
      return end;
    }
    // Only a whole '<!--' or '<![CDATA[' can be told from a document type.
    if (text.startsWith('<!', at) && text.length < at + 9) return at;
    if (text.startsWith('<!', at))
      throw new WorkbookError('unsafe', 'The file has a document type of its own, which is never needed');
    if (text.startsWith('<?', at)) return after(text, '?>', at + 2, at);
    const end = tagEnd(text, at);
    if (end === -1) return at;
    this.tag(text.slice(at + 1, end));
    return end + 1;
  }

  private tag(tag: string): void {
    if (tag.startsWith('/')) return this.close(tag.slice(1).trimEnd());
    const empty = tag.endsWith('/');
    const name = /^[^\s/]+/.exec(tag)?.[0];
    if (!name || (this.path.length === 0 && this.begun)) throw broken();
    this.begun = true;
    this.path.push(name);
    if (this.path.length > deepest) throw broken();
    this.handler.open(name, attributesOf(tag.slice(name.length, empty ? -1 : undefined)));
    if (empty) this.close(name);
  }

  private close(name: string): void {
    if (this.path.pop() !== name) throw broken();
    this.handler.close(name);
  }
}

function after(text: string, mark: string, from: number, at: number): number {
  const end = text.indexOf(mark, from);
  return end === -1 ? at : end + mark.length;
}

/** Where a tag ends: a > in a value does not end it. */
function tagEnd(text: string, at: number): number {
  for (let from = at + 1; ;) {
    const end = text.indexOf('>', from);
    if (end === -1) return -1;
    const quote = /["']/.exec(text.slice(from, end));
    if (!quote) return end;
    const closing = text.indexOf(quote[0], from + quote.index + 1);
    if (closing === -1) return -1;
    from = closing + 1;
  }
}

/** Attributes one after another; sticky, so that no tag makes it look at a place twice. */
function attributesOf(text: string): Attributes {
  if (text.trim() === '') return none;
  const next = /\s+([^\s=]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y;
  const attributes = new Map<string, string>();
  let end = 0;
  for (let found = next.exec(text); found; found = next.exec(text)) {
    const [, name, double, single] = found;
    if (attributes.has(name!)) throw broken();
    attributes.set(name!, plainText((double ?? single)!.replace(/\s/g, ' ')));
    end = next.lastIndex;
  }
  if (text.slice(end).trim() !== '') throw broken();
  return attributes;
}

function plainText(text: string): string {
  const lines = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  return lines.includes('&') ? lines.replace(/&([^;&]{0,20};?)/g, (_, name: string) => entity(name)) : lines;
}

function entity(name: string): string {
  if (!name.endsWith(';')) throw broken();
  const [, hexadecimal, decimal] = /^#(?:x([0-9a-f]{1,6})|(\d{1,7}));$/i.exec(name) ?? [];
  const code = hexadecimal ? parseInt(hexadecimal, 16) : decimal ? Number(decimal) : null;
  if (code !== null && code > 0 && code <= 0x10ffff) return String.fromCodePoint(code);
  const sign = entities[name.slice(0, -1)];
  if (sign === undefined) throw broken();
  return sign;
}
