import { HeadwayProblem } from '@headway/domain';
import { decode } from './decode.js';

const text = 'Reference,Service name\r\nTŷ-1,Café – naïve £5\r\n';
const utf16be = (of: string) => Buffer.from(of, 'utf16le').swap16();
const bytes = (...all: number[]) => Buffer.from(all);

describe('a file of text', () => {
  const cases = [
    ['UTF-8', Buffer.from(text), 'utf-8'],
    ['UTF-8 with a mark', Buffer.concat([bytes(0xef, 0xbb, 0xbf), Buffer.from(text)]), 'utf-8'],
    ['UTF-16 little-endian with a mark', Buffer.from(`\ufeff${text}`, 'utf16le'), 'utf-16le'],
    ['UTF-16 little-endian without a mark', Buffer.from(text, 'utf16le'), 'utf-16le'],
    ['UTF-16 big-endian with a mark', utf16be(`\ufeff${text}`), 'utf-16be'],
    ['UTF-16 big-endian without a mark', utf16be(text), 'utf-16be'],
  ] as const;
  for (const [what, file, encoding] of cases)
    it(`is read as ${what}, the mark left out`, () => expect(decode(file)).toEqual({ text, encoding }));

  it('is read as UTF-16 by its mark even where hardly any of it is Latin', () => {
    const korean = '\ufeff서비스,이름,기관\n';
    expect(decode(Buffer.from(korean, 'utf16le'))).toEqual({ text: korean.slice(1), encoding: 'utf-16le' });
  });

  it('is read as Windows-1252 where it is not UTF-8, with its own quotes and euro', () =>
    expect(decode(bytes(0x43, 0x61, 0x66, 0xe9, 0x20, 0x92, 0x80, 0x20, 0x96, 0xa3))).toEqual({
      text: 'Café ’€ –£',
      encoding: 'windows-1252',
    }));

  it('is read as Windows-1252 where one late byte is not UTF-8', () => {
    const late = Buffer.concat([Buffer.from(text.repeat(100)), bytes(0xe9)]);
    expect(decode(late).encoding).toBe('windows-1252');
  });

  it('may begin with the letters PK', () =>
    expect(decode(Buffer.from('PK,Service name\n')).encoding).toBe('utf-8'));

  it('may be a mark and nothing else', () => expect(decode(bytes(0xef, 0xbb, 0xbf)).text).toBe(''));
});

describe('a file that is no text', () => {
  const cases = [
    ['empty', bytes(), 'file_empty'],
    ['NUL only', bytes(0, 0, 0, 0), 'file_not_text'],
    ['text with a NUL', Buffer.from('Reference,Service name\nA,B\0\n'), 'file_not_text'],
    ['UTF-16 with a NUL', Buffer.from('\ufeffReference\0', 'utf16le'), 'file_not_text'],
    ['marked as UTF-8 but is not', bytes(0xef, 0xbb, 0xbf, 0x61, 0xe9, 0x62), 'file_broken'],
    [
      'UTF-16 cut in the middle of a character',
      Buffer.from('\ufeffab', 'utf16le').subarray(0, 5),
      'file_broken',
    ],
    ['UTF-16 with half a pair', Buffer.from('\ufeffab\ud800', 'utf16le'), 'file_broken'],
  ] as const;
  for (const [what, file, code] of cases)
    it(`is refused where ${what}, as a whole`, () => {
      const refuse = () => decode(file);
      expect(refuse).toThrowError(HeadwayProblem);
      try {
        refuse();
      } catch (error) {
        const problem = error as HeadwayProblem;
        expect(problem.code).toBe('file_has_errors');
        expect(problem.errors).toEqual([{ pointer: '', code, message: problem.detail! }]);
      }
    });
});
