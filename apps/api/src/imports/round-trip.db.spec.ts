import { readWorkbook } from '@headway/workbook';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { type World, awkward, savedAs, squared, summary, typeOf, world, year } from './round-trip.fixture.js';
import { type Table, readCsv } from './table.js';

const formats = ['csv', 'ods', 'xlsx'] as const;
const references = awkward.map((_, index) => `F-${index}`);

describe('a download that is uploaded again', () => {
  let here: World;

  beforeAll(async () => {
    here = await world();
  }, 60_000);
  afterAll(() => here.headway.close());

  const rowsAs = async (format: 'ods' | 'xlsx') =>
    (await readWorkbook((await here.download(format)).rawPayload)).rows;

  for (const format of formats) {
    it(`as ${format} is unchanged, all of it, whatever it was said to be`, async () => {
      const file = await here.download(format);
      expect(file.headers['content-type']).toContain(typeOf(format));
      expect(file.headers['content-disposition']).toMatch(
        new RegExp(`^attachment; filename="headway-services-[-0-9]+\\.${format}"$`),
      );
      const said = format === 'csv' ? 'application/vnd.ms-excel' : 'text/csv';
      for (const type of [typeOf(format), said])
        expect(summary(await here.upload(file.rawPayload, type))).toEqual([0, 0, awkward.length, 0, []]);
    });

    it(`as ${format} says what is missing, and leaves it alone`, async () => {
      const some = await here.download(format, '?stage=live&stage=in_progress');
      const report = await here.upload(some.rawPayload, typeOf(format), 'apply');
      expect(summary(report)).toEqual([0, 0, 2, awkward.length - 2, []]);
      const missing = report.missingServices.map(({ reference }) => reference);
      expect(missing).toEqual(jasmine.arrayWithExactContents(references.slice(2)));
      expect(summary(await here.upload((await here.download(format)).rawPayload, typeOf(format)))[2]).toBe(
        awkward.length,
      );
    });
  }

  it('has the same cells in every format, with an apostrophe before formulas in CSV alone', async () => {
    const [ods, xlsx] = [await rowsAs('ods'), await rowsAs('xlsx')];
    expect(xlsx).toEqual(ods);
    const withInstant = readCsv((await here.download('csv')).rawPayload.toString());
    expect(withInstant[0]!.at(-1)).toBe('Known at');
    const csv = withInstant.map((row) => row.slice(0, -1));
    const harmless = (rows: Table) =>
      rows.map((row) => row.map((cell) => (/^'*[=+\-@]/.test(cell) ? `'${cell}` : cell)));
    const lines = (rows: Table) => rows.map((row) => row.map((cell) => cell.replaceAll('\r\n', '\n')));
    expect(lines(csv)).toEqual(harmless(squared(ods)));
  });

  it('has every column, in words that a person would write', async () => {
    const rows = squared(await rowsAs('xlsx'));
    const row = (reference: string) =>
      Object.fromEntries(
        rows.find(([first]) => first === reference)!.map((cell, index) => [rows[0]![index]!, cell]),
      );
    expect(row('F-0')).toEqual({
      Reference: 'F-0',
      'Service name': "=cmd|' /C calc'!A0",
      Organisation: 'Department DWP',
      Audience: 'External',
      Stage: 'Live',
      'Stage reached on': '2024-03-31',
      'Redesign under way': 'Yes',
      'Front office': 'Live',
      'Middle office': '',
      'Back office': 'In progress',
      'Live by': '',
      'Redesigned by': '',
      'Transactions a year': '',
      'Service address': '',
      'Senior responsible owner': "=cmd|' /C calc'!A0",
      Description: "=cmd|' /C calc'!A0\nand more",
      'Opens on': '',
      Note: '',
      Evidence: 'https://www.gov.uk/claim',
    });
    // What was corrected no longer counts, and of two dates the last is in force.
    expect(row('F-1')).toEqual(
      jasmine.objectContaining({
        Stage: 'In progress',
        'Redesign under way': 'No',
        'Live by': `${year + 2}-03-31`,
      }),
    );
    expect(row('F-2')).toEqual(
      jasmine.objectContaining({
        Stage: '',
        'Redesign under way': '',
        'Transactions a year': '1234567',
        'Opens on': '2020-04-01',
      }),
    );
  });

  it('keeps to its filters and its date, and to who asks', async () => {
    const file = await here.download('xlsx', '?q=F-0&on=2024-01-01');
    expect(file.headers['content-disposition']).toContain('headway-services-2024-01-01.xlsx');
    const { rows } = await readWorkbook(file.rawPayload);
    expect(rows.slice(1).map((row) => [row[0], row[4]])).toEqual([['F-0', '']]);
    expect((await here.headway.ask('GET', '/api/services.ods', {})).statusCode).toBe(401);
  });

  it('with a formula is refused, cell by cell', async () => {
    const parts = unzipSync(await savedAs('ods', squared(await rowsAs('ods'))));
    const content = strFromU8(parts['content.xml']!);
    const text = '<table:table-cell table:style-name="text" office:value-type="string"><text:p>External';
    expect(content).toContain(text);
    parts['content.xml'] = strToU8(content.replace(text, text.replace(' ', ' table:formula="of:=[.A1]" ')));
    const report = await here.upload(Buffer.from(zipSync(parts)), typeOf('ods'), 'apply');
    expect(report.problems).toEqual([
      jasmine.objectContaining({
        row: 2,
        column: 'Audience',
        cell: 'D2',
        severity: 'error',
        code: 'formula',
      }),
    ]);
  });

  for (const type of ['application/vnd.ms-excel.sheet.macroEnabled.12', typeOf('xlsx')])
    it(`is refused where it may hold macros: ${type}`, async () => {
      const parts = unzipSync((await here.download('xlsx')).rawPayload);
      const types = strFromU8(parts['[Content_Types].xml']!);
      parts['[Content_Types].xml'] = strToU8(types.replace('sheet.main', 'sheet.macroEnabled.main'));
      const report = await here.upload(Buffer.from(zipSync(parts)), type);
      expect(report).toEqual(
        jasmine.objectContaining({
          code: 'file_has_errors',
          errors: [jasmine.objectContaining({ code: 'file_has_macros' })],
        }),
      );
    });
});
