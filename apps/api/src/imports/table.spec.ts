import { HeadwayProblem } from '@headway/domain';
import { readTable } from './table.js';

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
    it(`is read with ${what}`, () => expect(readTable(text)).toEqual(rows.map((row) => [...row])));

  it('counts a quoted line break as part of its row', () =>
    expect(readTable('a,b\n"one\ntwo\r\nthree",2\n3,4')).toEqual([
      ['a', 'b'],
      ['one\ntwo\r\nthree', '2'],
      ['3', '4'],
    ]));

  it('counts a blank row as a row', () => {
    const rows = readTable('a,b\n\n,\n1,2\n');
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
        expect(readTable(`${wrapped(mark)}\n1${mark}2${mark}3`)).toEqual([
          ['Service\nname', 'Organisation', 'Audience'],
          ['1', '2', '3'],
        ]));
  });

  it('does not take commas within a quoted header for what parts the columns', () =>
    expect(readTable('"Name, in full, of the service";Audience\nx;y')[1]).toEqual(['x', 'y']));
});

describe('a file that is no table', () => {
  const refusal = (text: string) => {
    try {
      readTable(text);
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

  it('is read up to 20,000 of them', () => expect(readTable(rows(20_000)).length).toBe(20_001));

  it('is refused above, without reading the rest', () => {
    const refused = jasmine.objectContaining({
      errors: [jasmine.objectContaining({ code: 'too_many_rows' })],
    });
    expect(() => readTable(rows(20_001))).toThrow(refused);
  });
});
