import { SaxesParser } from 'saxes';
import { WorkbookError, broken, tooLong } from './workbook-error.js';

/** What a tag says beside its name. */
export type Attributes = Readonly<Record<string, string>>;

/** What a reader of XML is told, in the order of the document; names are as written, prefix included. */
export interface XmlHandler {
  open(name: string, attributes: Attributes): void;
  /** A piece of text; one run of text may come as several. */
  text(text: string): void;
  close(name: string): void;
}

const longest = 256 * 1024;
const deepest = 256;

/**
 * Reads XML in UTF-8 as it comes, and keeps nothing but the tag or text it is in. A document type is refused,
 * so that there are no entities but the five that XML has, and nothing outside the file is ever asked for.
 */
export class XmlReader {
  private readonly decoder = new TextDecoder('utf-8', { fatal: true });
  private readonly parser = new SaxesParser();
  private depth = 0;
  /** Where the tag or text begins that is not whole yet, and what has come of it. */
  private begun = 0;
  private rest = '';

  /** `part` is what a text too long is said to stand in. */
  constructor(
    private readonly part: string,
    handler: XmlHandler,
  ) {
    this.tell(handler);
    this.refuse();
  }

  /** @throws WorkbookError where the text is not well-formed. */
  push(bytes: Uint8Array): void {
    this.take(this.decode(bytes, true));
  }

  end(): void {
    this.take(this.decode(new Uint8Array(0), false));
    this.parser.close();
  }

  private decode(bytes: Uint8Array, stream: boolean): string {
    try {
      return this.decoder.decode(bytes, { stream });
    } catch {
      throw broken('The file is damaged: its text is not UTF-8');
    }
  }

  /** The parser keeps what is not whole however long it is: what goes on and on is refused here. */
  private take(text: string): void {
    const before = this.begun;
    this.parser.write(text);
    this.rest = (this.rest + text).slice(this.begun - before);
    if (this.rest.length <= longest) return;
    if (this.rest.startsWith('<!DOCTYPE')) throw documentType();
    throw this.rest.includes('<') ? broken() : tooLong(this.part);
  }

  private tell(handler: XmlHandler): void {
    const { parser } = this;
    parser.on('opentag', ({ name, attributes }) => {
      this.begun = parser.position;
      if (++this.depth > deepest) throw broken();
      handler.open(name, attributes);
    });
    parser.on('text', (text) => {
      // The sign that begins the next tag is read already.
      this.begun = parser.position - 1;
      if (this.depth > 0) handler.text(text);
    });
    parser.on('cdata', (text) => {
      this.begun = parser.position;
      handler.text(text);
    });
    parser.on('closetag', ({ name }) => {
      this.begun = parser.position;
      this.depth--;
      handler.close(name);
    });
    for (const aside of ['xmldecl', 'processinginstruction', 'comment'] as const)
      parser.on(aside, () => void (this.begun = parser.position));
  }

  private refuse(): void {
    this.parser.on('doctype', () => {
      throw documentType();
    });
    this.parser.on('error', ({ message }) => {
      // What else begins with <! is a declaration out of its place.
      throw /doctype|incorrect syntax/.test(message) ? documentType() : broken();
    });
  }
}

function documentType(): WorkbookError {
  return new WorkbookError('unsafe', 'The file has a document type of its own, which is never needed');
}
