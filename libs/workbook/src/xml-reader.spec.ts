import type { WorkbookError } from './workbook-error.js';
import { XmlReader } from './xml-reader.js';

const nothing = () => undefined;

/** What a reader is told of a text, however it is cut into pieces. */
function told(xml: string | Uint8Array, pieces = 1): string {
  const said: string[] = [];
  let text = '';
  const flush = () => {
    if (text) said.push(JSON.stringify(text));
    text = '';
  };
  const reader = new XmlReader('a.xml', {
    open: (name, attributes) => {
      flush();
      said.push(
        `<${name}${Object.entries(attributes)
          .map(([key, value]) => ` ${key}=${JSON.stringify(value)}`)
          .join('')}`,
      );
    },
    text: (piece) => void (text += piece),
    close: (name) => {
      flush();
      said.push(`${name}>`);
    },
  });
  const bytes = typeof xml === 'string' ? new TextEncoder().encode(xml) : xml;
  const size = Math.ceil(bytes.length / pieces);
  for (let at = 0; at < bytes.length; at += size) reader.push(bytes.subarray(at, at + size));
  reader.end();
  return said.join(' ');
}

describe('XML', () => {
  const document = `\ufeff<?xml version="1.0"?>\r\n<!-- a > b --><x:a  one="1 &gt; 0" two='"'><b/>5 &lt; 6\r\n&#x1F600;&#65;é<![CDATA[<&>\r]]></x:a >\n`;
  const meaning = `<x:a one="1 > 0" two="\\"" <b b> "5 < 6\\n😀Aé<&>\\n" x:a>`;

  it('is told as elements, attributes and text', () => expect(told(document)).toBe(meaning));

  it('is the same wherever its bytes are cut', () => {
    const { length } = new TextEncoder().encode(document);
    for (let pieces = 2; pieces <= length; pieces++) expect(told(document, pieces)).toBe(meaning);
  });

  it('has line breaks in attributes read as spaces, but for those that are written out', () =>
    expect(told('<a b="1\r\n2&#10;3"/>')).toBe('<a b="1 2\\n3" a>'));

  const broken = {
    'a tag that does not close': '<a><b></a>',
    'an end that does not come': '<a>',
    'half a tag': '<a></a',
    'two roots': '<a/><b/>',
    'text outside the root': '<a/>text',
    'nothing at all': '',
    'an attribute without quotes': '<a b=c/>',
    'an attribute twice': '<a b="1" b="2"/>',
    'an entity of its own': '<a>&own;</a>',
    'a bare ampersand': '<a>this & that</a>',
    'a tag without a name': '< a/>',
    'a character that does not exist': '<a>&#x110000;</a>',
    'tags too deep': '<a>'.repeat(300) + '</a>'.repeat(300),
    'a character that XML has no way to write': '<a>\u0001</a>',
    'the end of marked text outside of it': '<a>]]></a>',
    'bytes that are not UTF-8': new Uint8Array([0x3c, 0x61, 0x3e, 0xff, 0x3c, 0x2f, 0x61, 0x3e]),
  };
  for (const [what, xml] of Object.entries(broken))
    it(`with ${what} is broken`, () =>
      expect(() => told(xml)).toThrowMatching((error) => (error as WorkbookError).code === 'broken'));

  for (const xml of [
    '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
    '<a/><!ELEMENT a ANY>',
    '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>',
    '<a/><!DOCTYPE a>',
    `<?xml version="1.0"?>\n<!DOCTYPE a [${'<!ENTITY b "c">'.repeat(30_000)}`,
  ])
    it(`with a document type is refused: ${xml.slice(0, 30)}`, () =>
      expect(() => told(xml)).toThrowMatching((error) => (error as WorkbookError).code === 'unsafe'));

  /** After how many bytes a document is refused that goes on and on with the same, and why. */
  function endless(begin: string, more: string): [bytes: number, code: string, where: string | null] {
    const reader = new XmlReader('a.xml', { open: nothing, text: nothing, close: nothing });
    const piece = new TextEncoder().encode(more.repeat(10_000 / more.length));
    reader.push(new TextEncoder().encode(begin));
    for (let bytes = 0; bytes < 1_000_000; bytes += piece.length)
      try {
        reader.push(piece);
      } catch (error) {
        const { code, where } = error as WorkbookError;
        return [bytes, code, where];
      }
    return [Infinity, 'never', null];
  }

  const goOn = {
    'a tag': ['<a ', 'x'],
    'the name of a tag': ['<a>text<', 'x'],
    'a value': ['<a b="', 'x>'],
    'an end': ['<a></', 'x'],
    'a comment': ['<a><!--', 'x>'],
    'marked text': ['<a><![CDATA[', 'x>'],
    'an instruction': ['<a><?x ', 'x>'],
    'an entity': ['<a>&', 'x<'],
    text: ['<a><b/>', 'x'],
    'text after an end': ['<a><b>x</b>', 'x'],
    'text after a comment': ['<a>text<!-- x -->', 'x&gt;'],
  } as const;
  for (const [what, [begin, more]] of Object.entries(goOn))
    it(`never keeps ${what} that goes on and on`, () => {
      const [bytes, code, where] = endless(begin, more);
      expect([code, where]).toEqual(what.startsWith('text') ? ['too_large', 'a.xml'] : ['broken', null]);
      expect(bytes).toBeLessThan(300_000);
    });

  const pieces = {
    tags: '<b/>',
    comments: '<!---->',
    instructions: '<?x y?>',
    'pieces of marked text': '<![CDATA[x]]>',
  };
  for (const [what, more] of Object.entries(pieces))
    it(`may have ${what} that go on and on`, () => expect(endless('<a>', more)[1]).toBe('never'));
});
