import { strFromU8, unzipSync } from 'fflate';
import fc from 'fast-check';
import { harmless } from './marks.js';
import type { Publication, PublishedCell, PublishedColumn, PublishedSheet } from './publication.js';
import { anyPublication, awkwardTexts, everything } from './publications.fixture.js';
import { readWorkbook } from './read-workbook.js';
import { WorkbookError } from './workbook-error.js';
import { type WorkbookFormat, writePublication } from './write-workbook.js';

const formats = ['ods', 'xlsx'] as const satisfies readonly WorkbookFormat[];

/** Every sheet as it is read, by its name. */
async function read(
  publication: Publication,
  format: WorkbookFormat,
): Promise<Record<string, readonly (readonly string[])[]>> {
  const bytes = await writePublication(publication, format);
  const { sheetNames } = await readWorkbook(bytes);
  const sheets = await Promise.all(
    sheetNames.map(async (sheet) => [sheet, (await readWorkbook(bytes, { sheet })).rows] as const),
  );
  return Object.fromEntries(sheets);
}

const text: PublishedColumn = { header: 'Service', type: 'text' };
const count: PublishedColumn = { header: 'Live', type: 'number', unit: 'services' };

function publication(sheet: Partial<PublishedSheet>, rest: Partial<Publication> = {}): Publication {
  const all = { name: 'Table', title: 'A table', notes: ['used'], columns: [text], rows: [['a']], ...sheet };
  return { title: 'All', language: 'en-GB', cover: [], notes: { used: 'One.' }, sheets: [all], ...rest };
}

describe('a publication', () => {
  it('holds the same in both formats, whatever it holds', async () =>
    fc.assert(
      fc.asyncProperty(anyPublication, async (any) =>
        expect(await read(any, 'ods')).toEqual(await read(any, 'xlsx')),
      ),
      { numRuns: 50 },
    ));
});

for (const format of formats)
  describe(`a publication written as ${format.toUpperCase()}`, () => {
    const rows = async (sheet: Partial<PublishedSheet>) => (await read(publication(sheet), format))['Table']!;

    it('has its sheets in order, and says on each what one needs to read it', async () => {
      const sheets = await read(everything, format);
      expect(Object.keys(sheets)).toEqual([
        'Cover',
        'Contents',
        'Notes',
        'By organisation',
        'Services',
        'Signals',
      ]);
      expect(sheets['Contents']!.slice(3)).toEqual([
        ['Cover', 'Services & stages, Q3 2026-27'],
        ['Notes', 'Notes'],
        ['By organisation', 'Services by organisation'],
        ['Services', 'Every service'],
        ['Signals', 'Signals'],
      ]);
      expect(sheets['By organisation']).toEqual([
        ['Services by organisation [note 1]'],
        ['This worksheet contains one table'],
        ['Some cells refer to notes, which are on the worksheet Notes'],
        ['[x] means not available'],
        ['[z] means not applicable'],
        ['[c] means suppressed, because it could tell something about a person'],
        ['[r] means revised since revision 1'],
        ['Ordered by name.'],
        [
          ...[
            'Organisation',
            'Services (number)',
            'Revised: Services (number)',
            'Live or beyond (%) [note 2]',
          ],
          ...['Change since last year (percentage points)', 'Days to sign off (days)', 'Last return'],
        ],
        ['Department for Examples [note 3]', '1234', '[z]', '0.153', '-2.5', '3.25', '2026-12-31'],
        ['Home Office', '98765', '[r]', '1', '[c]', '0', '2026-11-30'],
        ['HM Treasury', '0', '[z]', '[x]', '0.1', '12', '[z]'],
      ]);
    });

    it('has the notes that are used, numbered as they come up, and no others', async () =>
      expect((await read(everything, format))['Notes']!.slice(3)).toEqual([
        ['[note 1]', 'A department’s figures include its agencies’.'],
        ['[note 2]', 'Shares are of services that have a stage recorded.'],
        ['[note 3]', 'Two departments merged in the quarter.'],
      ]));

    it('has text as it is written, but for what looks like a mark', async () => {
      const written = awkwardTexts.map((one) => harmless(one).replace('\r', '\n'));
      expect((await rows({ rows: awkwardTexts.map((one) => [one]) })).slice(4)).toEqual(
        written.map((one) => [one]),
      );
      expect(written.filter((one) => !awkwardTexts.includes(one))).toEqual([
        '\n=1+1',
        '(x)',
        'Claims (note 7)',
      ]);
    });

    it('marks what stands for a revised value too', async () => {
      const found = await rows({
        columns: [text, count],
        rows: [
          ['a', { mark: 'x', revised: true }],
          ['b', 1],
        ],
      });
      expect(found.slice(-2)).toEqual([
        ['a', '[x]', '[r]'],
        ['b', '1', '[z]'],
      ]);
    });

    it('has no [z] beside values that are all revised', async () => {
      const found = await rows({ columns: [text, count], rows: [['a', { value: 1, revised: true }]] });
      expect(found.slice(2)).toEqual([
        ['Some cells refer to notes, which are on the worksheet Notes'],
        ['[r] means revised'],
        ['Service', 'Live (services)', 'Revised: Live (services)'],
        ['a', '1', '[r]'],
      ]);
    });

    it('says that there is nothing to list, and why a value is missing', async () => {
      expect((await rows({ rows: [] })).slice(3)).toEqual([
        ['[z] means not applicable'],
        ['There is nothing to list'],
        ['Service'],
        ['[z]'],
      ]);
      const why: PublishedCell = { mark: 'c', notes: ['used'] };
      expect((await rows({ columns: [text, count], rows: [['a', why]] })).at(-1)).toEqual([
        'a',
        '[c] [note 1]',
      ]);
    });

    it('is the same bytes each time', async () =>
      fc.assert(
        fc.asyncProperty(anyPublication, async (any) => {
          const [first, second] = [await writePublication(any, format), await writePublication(any, format)];
          expect(Buffer.from(first).equals(Buffer.from(second))).toBeTrue();
        }),
        { numRuns: 20 },
      ));

    const refused: Record<string, Publication> = {
      'no table': publication({}, { sheets: [] }),
      'no note that is used': publication({ notes: [] }),
      'a note that there is none of': publication({ notes: ['other'] }),
      'a note named like what every object has': publication({ notes: ['toString'] }),
      'a number that refers to a note': publication({
        columns: [count],
        rows: [[{ value: 1, notes: ['used'] }]],
      }),
      'text in a column of numbers': publication({ columns: [count], rows: [['many']] }),
      'a number in a column of text': publication({ rows: [[1]] }),
      'a number without an end': publication({ columns: [count], rows: [[Infinity]] }),
      'a number of more digits than are kept': publication({ columns: [count], rows: [[1e15]] }),
      'a date that is none': publication({
        columns: [{ header: 'On', type: 'date' }],
        rows: [['31/12/2026']],
      }),
      'a row of another width': publication({ rows: [['a', 'b']] }),
      'no column': publication({ columns: [], rows: [] }),
      'two columns of one name': publication({ columns: [text, { ...text, header: 'service ' }], rows: [] }),
      'a blank header': publication({ columns: [{ header: ' ', type: 'text' }] }),
      'a header that is too long': publication({ columns: [{ header: 'x'.repeat(256), type: 'text' }] }),
      'a unit with brackets': publication({ columns: [{ ...count, unit: '(a)' }], rows: [] }),
      'a blank title': publication({}, { title: ' ' }),
      'a blank line': publication({ lines: [''] }),
      'a second cover': publication({ name: 'COVER' }),
      'a sheet that Excel keeps for itself': publication({ name: 'History' }),
      'a link that runs a program': publication({}, { cover: [{ text: 'a', link: 'javascript:alert(1)' }] }),
      'a language that is none': publication({}, { language: 'English' }),
    };
    for (const [what, one] of Object.entries(refused))
      it(`may not have ${what}`, () =>
        expectAsync(writePublication(one, format)).toBeRejectedWithError(WorkbookError));
  });

describe('the parts of a publication as XLSX', () => {
  it('has every part named where parts are listed, and a high enough row for all lines of a text', async () => {
    const parts = unzipSync(await writePublication(publication({ rows: [['word '.repeat(40)]] }), 'xlsx'));
    const listed = [...strFromU8(parts['[Content_Types].xml']!).matchAll(/PartName="\/([^"]+)"/g)];
    expect(
      Object.keys(parts)
        .filter((name) => !/\.rels$|^\[/.test(name))
        .toSorted(),
    ).toEqual(listed.map(([, name]) => name!).toSorted());
    const [, height] = /<row r="5" ht="([\d.]+)"/.exec(strFromU8(parts['xl/worksheets/sheet4.xml']!))!;
    expect(Number(height)).toBeGreaterThanOrEqual(5 * 15);
  });
});
