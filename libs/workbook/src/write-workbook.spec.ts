import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { readWorkbook } from './read-workbook.js';
import { type Cell, type Column, type Workbook } from './tables.js';
import { longestCell } from './texts.js';
import { WorkbookError } from './workbook-error.js';
import { type WorkbookFormat, writeWorkbook } from './write-workbook.js';

const columns: readonly Column[] = [
  { header: 'Service name', type: 'text', width: 40 },
  { header: 'Transactions a year', type: 'number' },
  { header: 'Stage reached on', type: 'date' },
];

function workbook(rows: readonly (readonly Cell[])[], rest: Partial<Workbook> = {}): Workbook {
  const table = { name: 'services', columns, rows };
  return { title: 'Services & stages', language: 'en-GB', sheets: [{ name: 'Services', table }], ...rest };
}

const formats: readonly WorkbookFormat[] = ['ods', 'xlsx'];
const header = columns.map(({ header }) => header);

/** Rows as they are read: without what is blank at their end, and at the end of the sheet. */
function withoutBlankEnds(rows: readonly (readonly string[])[]): string[][] {
  const cut = rows.map((row) => row.slice(0, row.findLastIndex((cell) => cell !== '') + 1));
  return cut.slice(0, cut.findLastIndex((row) => row.length > 0) + 1);
}

async function parts(book: Workbook, format: WorkbookFormat): Promise<Record<string, string>> {
  const bytes = unzipSync(await writeWorkbook(book, format));
  return Object.fromEntries(Object.entries(bytes).map(([name, part]) => [name, strFromU8(part)]));
}

for (const format of formats)
  describe(`what is written as ${format.toUpperCase()}`, () => {
    const back = async (rows: readonly (readonly Cell[])[]) =>
      (await readWorkbook(await writeWorkbook(workbook(rows), format))).rows;

    it('comes back: text, numbers, dates and nothing', async () =>
      expect(
        await back([
          ['Claim a grant', 1200, '2026-03-31'],
          [null, null, null],
          ['', 0.5, '1066-10-14'],
          ['12', -3, 'not yet'],
        ]),
      ).toEqual([
        header,
        ['Claim a grant', '1200', '2026-03-31'],
        [],
        ['', '0.5', '1066-10-14'],
        ['12', '-3', 'not yet'],
      ]));

    const awkward = [
      '=1+1',
      "=cmd|' /C calc'!A0",
      "'=quoted",
      '+44',
      '-5',
      '@here',
      ' before',
      'after ',
      '  ',
      'two  spaces',
      'one\ntwo\n',
      '\n',
      '\ttab\t',
      '_x000D_',
      '_x000D_x000D_',
      '😀 Größe',
      '<&>"\'',
      ']]>',
      '00012',
      '#N/A',
      'TRUE',
      '1E5',
    ];
    for (const text of awkward)
      it(`comes back as written: ${JSON.stringify(text)}`, async () =>
        expect((await back([[text, null, null]]))[1]).toEqual([text]));

    it('comes back whatever text it is', async () => {
      const line = fc.string({ unit: 'grapheme', maxLength: 60 });
      const spaced = fc.string({
        unit: fc.constantFrom(' ', '\n', '\t', "'", '=', 'a', '_x000D_', '&#10;', '\u00a0'),
      });
      // What XML cannot hold at all is another matter.
      const text = fc
        .oneof(line, spaced)
        .filter((one) => !/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/.test(one));
      const rows = fc.array(fc.tuple(text, fc.option(fc.integer()), fc.option(text)), { maxLength: 6 });
      await fc.assert(
        fc.asyncProperty(rows, async (written) => {
          const shown = written.map((row) => row.map((cell) => (cell === null ? '' : String(cell))));
          expect(await back(written)).toEqual(withoutBlankEnds([header, ...shown]));
        }),
        { numRuns: 200 },
      );
    });

    it('has as much text in a cell as it may, and no more', async () => {
      const longest = 'x'.repeat(longestCell);
      expect((await back([[longest, null, null]]))[1]).toEqual([longest]);
      await expectAsync(
        back([
          ['fine', null, null],
          [`${longest}x`, null, null],
        ]),
      ).toBeRejectedWithError(WorkbookError, 'A cell cannot hold so much text');
    });

    it('has line breaks of one kind, and marks where there was what no spreadsheet can hold', async () =>
      expect((await back([['a\r\nb\rc\u0001\ud800', null, null]]))[1]).toEqual(['a\nb\nc\ufffd\ufffd']));

    it('is the same bytes each time', async () => {
      const rows = Array.from({ length: 5000 }, (_, n) => [`Service ${n}`, n, '2026-03-31']);
      const [first, second] = [
        await writeWorkbook(workbook(rows), format),
        await writeWorkbook(workbook(rows), format),
      ];
      expect(Buffer.from(first).equals(Buffer.from(second))).toBeTrue();
      // Every zip says when it was made: at midnight, on the first day that it can say.
      expect([...first.subarray(10, 14)]).toEqual([0, 0, 33, 0]);
    });

    it('says its title and language, and has neither formula, frozen pane, filter nor merged cell', async () => {
      const all = Object.values(await parts(workbook([['=1+1', 1, '2026-03-31']]), format)).join('');
      expect(all).toContain('<dc:title>Services &amp; stages</dc:title>');
      expect(all).toContain('<dc:language>en-GB</dc:language>');
      expect(all).not.toMatch(/<f>|table:formula|<pane|autoFilter|filter-buttons="true"|mergeCell|spanned/);
    });

    const table = workbook([]).sheets[0]!.table;
    const sheet = (name: string, rest: Partial<typeof table> = {}) => ({
      name,
      table: { ...table, ...rest },
    });
    const refused: Record<string, Partial<Workbook>> = {
      'no sheet': { sheets: [] },
      'two sheets of one name': { sheets: [sheet('A', { name: 'a' }), sheet('a', { name: 'b' })] },
      'two tables of one name': { sheets: [sheet('A'), sheet('B')] },
      'a sheet name that is too long': { sheets: [sheet('x'.repeat(32))] },
      'a sheet name with a slash': { sheets: [sheet('a/b')] },
      'a table that is called like a cell': { sheets: [sheet('A', { name: 'AB12' })] },
      'a header twice': { sheets: [sheet('A', { columns: [...columns, columns[0]!] })] },
      'a blank header': { sheets: [sheet('A', { columns: [{ header: ' ', type: 'text' }] })] },
      'a row of another width': { sheets: [sheet('A', { rows: [['a', 1]] })] },
      'a language that is none': { language: 'English' },
    };
    for (const [what, rest] of Object.entries(refused))
      it(`may not have ${what}`, () =>
        expectAsync(writeWorkbook(workbook([], rest), format)).toBeRejectedWithError(WorkbookError));
  });

describe('an XLSX workbook as written', () => {
  it('marks its table, from the header to its last row', async () => {
    const all = await parts(
      workbook([
        ['a', 1, null],
        ['b', 2, null],
      ]),
      'xlsx',
    );
    expect(all['xl/tables/table1.xml']).toContain('name="services" displayName="services" ref="A1:C3"');
    expect(all['xl/tables/table1.xml']).toContain('<tableColumn id="2" name="Transactions a year"/>');
    const empty = await parts(workbook([]), 'xlsx');
    expect(empty['xl/tables/table1.xml']).toContain('ref="A1:C2"');
  });

  it('has text that looks like a formula stay text when somebody edits it', async () => {
    const all = await parts(workbook([['=1+1', 1, '2026-03-31']]), 'xlsx');
    expect(all['xl/styles.xml']!.match(/<xf [^>]*quotePrefix="1"/g)?.length).toBe(1);
    const styles = all['xl/styles.xml']!.split('<cellXfs')[1]!.match(/<xf [^>]*>/g)!;
    const quoted = styles.findIndex((style) => style.includes('quotePrefix'));
    expect(all['xl/worksheets/sheet1.xml']).toContain(`<c r="A2" s="${quoted}" t="s">`);
    expect(all['xl/worksheets/sheet1.xml']).toContain('<c r="C2" s="4"><v>46112</v></c>');
  });

  it('has every part named where parts are listed', async () => {
    const all = await parts(workbook([]), 'xlsx');
    const listed = [...all['[Content_Types].xml']!.matchAll(/PartName="\/([^"]+)"/g)].map(([, name]) => name);
    expect(
      Object.keys(all)
        .filter((name) => !/\.rels$|^\[/.test(name))
        .toSorted(),
    ).toEqual(listed.toSorted() as string[]);
  });
});

describe('an ODS workbook as written', () => {
  it('begins with its kind, as it is', async () => {
    const bytes = await writeWorkbook(workbook([]), 'ods');
    expect(strFromU8(bytes.subarray(30, 84))).toBe('mimetypeapplication/vnd.oasis.opendocument.spreadsheet');
  });

  it('marks its table, from the header to its last row', async () => {
    const all = await parts(workbook([['a', 1, null]]), 'ods');
    expect(all['content.xml']).toContain(
      '<table:database-range table:name="services" table:target-range-address="Services.A1:Services.C2" table:contains-header="true"/>',
    );
    const spaced = workbook([], { sheets: [{ name: 'All services', table: workbook([]).sheets[0]!.table }] });
    expect((await parts(spaced, 'ods'))['content.xml']).toContain(`"'All services'.A1:'All services'.C1"`);
  });

  it('has every part listed in its manifest', async () => {
    const all = await parts(workbook([]), 'ods');
    const listed = [...all['META-INF/manifest.xml']!.matchAll(/full-path="([^"]+)"/g)].map(
      ([, name]) => name!,
    );
    expect(listed).toEqual(jasmine.arrayWithExactContents(['/', 'content.xml', 'meta.xml', 'styles.xml']));
  });
});
