import { HeadwayProblem } from '@headway/domain';
import { type Workbook, writeWorkbook } from '@headway/workbook';
import { brief } from './imports.fixture.js';
import { readCsv, readFile } from './table.js';

describe('a table', () => {
  const cases = [
    [
      'commas',
      'a,b\n1,2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'semicolons',
      'a;b\n1;2,5',
      [
        ['a', 'b'],
        ['1', '2,5'],
      ],
    ],
    [
      'tabs',
      'a\tb\n1\t2;3,4',
      [
        ['a', 'b'],
        ['1', '2;3,4'],
      ],
    ],
    ['one column', 'a\n1', [['a'], ['1']]],
    [
      'lines as Windows ends them',
      'a,b\r\n1,2\r\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'lines as old Macs ended them',
      'a,b\r1,2\r',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a mark at the start',
      '\ufeffa,b\n1,2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'quotes within quotes',
      'a,b\n"say ""hi""",2',
      [
        ['a', 'b'],
        ['say "hi"', '2'],
      ],
    ],
    [
      'delimiters within quotes',
      'a,b\n"1,2",3',
      [
        ['a', 'b'],
        ['1,2', '3'],
      ],
    ],
    ['rows of other lengths', 'a,b\n1\n1,2,3', [['a', 'b'], ['1'], ['1', '2', '3']]],
    [
      'spaces kept',
      'a, b\n 1,2 ',
      [
        ['a', ' b'],
        [' 1', '2 '],
      ],
    ],
    ['a header and nothing more', 'a,b', [['a', 'b']]],
  ] as const;
  for (const [what, text, rows] of cases)
    it(`is read with ${what}`, () => expect(readCsv(text)).toEqual(rows.map((row) => [...row])));

  it('counts a quoted line break as part of its row', () =>
    expect(readCsv('a,b\n"one\ntwo\r\nthree",2\n3,4')).toEqual([
      ['a', 'b'],
      ['one\ntwo\r\nthree', '2'],
      ['3', '4'],
    ]));

  it('counts a blank row as a row', () => {
    const rows = readCsv('a,b\n\n,\n1,2\n');
    expect(rows.length).toBe(4);
    expect(rows[3]).toEqual(['1', '2']);
  });

  describe('with a header wrapped over lines', () => {
    const wrapped = (mark: string) => [`"Service\nname"`, 'Organisation', 'Audience'].join(mark);
    for (const [what, mark] of [
      ['commas', ','],
      ['semicolons', ';'],
      ['tabs', '\t'],
    ] as const)
      it(`is read with ${what}`, () =>
        expect(readCsv(`${wrapped(mark)}\n1${mark}2${mark}3`)).toEqual([
          ['Service\nname', 'Organisation', 'Audience'],
          ['1', '2', '3'],
        ]));
  });

  it('does not take commas within a quoted header for what parts the columns', () =>
    expect(readCsv('"Name, in full, of the service";Audience\nx;y')[1]).toEqual(['x', 'y']));
});

describe('a file that is no table', () => {
  const refusal = (text: string) => {
    try {
      readCsv(text);
      return null;
    } catch (error) {
      return error instanceof HeadwayProblem
        ? (error.errors ?? []).map(({ code, message }) => [code, message])
        : error;
    }
  };

  const broken = [
    ['is never closed', 'a,b\n1,2\n"3,4\n5,6\n'],
    ['stands within a cell', 'a,b\n1,2\n3 "x" y,4\n'],
    ['is followed by something', 'a,b\n1,2\n"3"x,4\n'],
  ] as const;
  for (const [what, text] of broken)
    it(`is refused, by row, where a quotation mark ${what}`, () =>
      expect(refusal(text)).toEqual([
        ['quotes_broken', 'Row 3 cannot be read: a quotation mark is not closed'],
      ]));

  for (const text of ['', '\ufeff', '\n1,2', ',,\n1,2,3', ' \t \nx'])
    it(`is refused for want of a header: ${JSON.stringify(text)}`, () =>
      expect(refusal(text)).toEqual([['header_missing', 'The first row must name the columns']]));
});

describe('a file with very many rows', () => {
  const rows = (count: number) => `Reference\n${'T-1\n'.repeat(count)}`;

  it('is read up to 20,000 of them', () => expect(readCsv(rows(20_000)).length).toBe(20_001));

  it('is refused above, without reading the rest', () => {
    const refused = jasmine.objectContaining({
      errors: [jasmine.objectContaining({ code: 'too_many_rows' })],
    });
    expect(() => readCsv(rows(20_001))).toThrow(refused);
  });
});

describe('a file of any kind', () => {
  const columns = ['Reference', 'Service name'].map((header) => ({ header, type: 'text' as const }));
  const sheet = (name: string, rows: string[][]) => ({
    name,
    table: { name: name.toLowerCase(), columns, rows },
  });
  const book = (...sheets: Workbook['sheets']) => ({ title: 'Services', language: 'en-GB', sheets });
  const code = async (bytes: Buffer) =>
    readFile(bytes).then(
      () => 'read',
      (error: HeadwayProblem) => error.errors![0]!.code,
    );

  for (const format of ['ods', 'xlsx'] as const)
    it(`is read as ${format} by its bytes, its text as it is`, async () => {
      const bytes = Buffer.from(await writeWorkbook(book(sheet('Services', [['T-1', "'=x"]])), format));
      const { rows, apostrophes, findings } = await readFile(bytes);
      expect(rows).toEqual([
        ['Reference', 'Service name'],
        ['T-1', "'=x"],
      ]);
      expect([apostrophes, findings]).toEqual([false, []]);
    });

  it('is read as text where it is no workbook, and says where it is in doubt', async () => {
    expect(await readFile(Buffer.from('Reference\nT-1'))).toEqual(
      jasmine.objectContaining({ rows: [['Reference'], ['T-1']], apostrophes: true, findings: [] }),
    );
    const { findings } = await readFile(Buffer.from('Caf\u00e9', 'latin1'));
    expect(brief(findings)).toEqual(['1 null warning read_as_windows_1252']);
  });

  it('says which sheets of a workbook it does not read', async () => {
    const bytes = Buffer.from(await writeWorkbook(book(sheet('Services', []), sheet('Notes', [])), 'ods'));
    const { findings } = await readFile(bytes);
    expect(brief(findings)).toEqual(['1 null warning other_sheets_left_out']);
    expect(findings[0]!.message).toBe('Only the sheet Services is read, not Notes');
  });

  it('may be a workbook of 20,000 rows, and of no more', async () => {
    const rows = (count: number) => Array.from({ length: count }, (_, n) => [`T-${n}`, 'x']);
    const bytes = async (count: number) =>
      Buffer.from(await writeWorkbook(book(sheet('Services', rows(count))), 'xlsx'));
    expect((await readFile(await bytes(20_000))).rows.length).toBe(20_001);
    expect(await code(await bytes(20_001))).toBe('too_many_rows');
  });

  it('is refused with what is wrong with it', async () => {
    const old = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Buffer.from('Workbook', 'utf16le')];
    expect(await code(Buffer.from(old))).toBe('file_old_workbook');
    expect(await code(Buffer.from([0x50, 0x4b, 0x03, 0x04, 0x14, 0x00]))).toBe('file_broken');
    expect(await code(Buffer.from(await writeWorkbook(book(sheet('S', [])), 'ods')).subarray(0, -5))).toBe(
      'file_broken',
    );
  });
});
