import { HeadwayProblem } from '@headway/domain';
import { writeWorkbook } from '@headway/workbook';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { csv } from './imports.fixture.js';
import { readBarriersFile, readServicesFile } from './read-in-process.js';

const megabyte = 1024 * 1024;
const header = ['Reference', 'Service name', 'Organisation', 'Audience'];

const read = (bytes: Buffer | string, limits?: Parameters<typeof readServicesFile>[3]) =>
  readServicesFile(Buffer.from(bytes), undefined, new Map(), limits);

/** The code of what keeps a file from being read. */
async function refusal(bytes: Buffer | string, limits?: Parameters<typeof readServicesFile>[3]) {
  return read(bytes, limits).then(
    () => 'read',
    (error: unknown) => (error instanceof HeadwayProblem ? error.errors![0]!.code : error),
  );
}

/** A workbook of one row, with its sheet written over. */
async function workbookWith(change: (sheet: string) => string): Promise<Buffer> {
  const columns = header.map((heading) => ({ header: heading, type: 'text' as const }));
  const table = { name: 'services', columns, rows: [['T-1', 'A', 'HMT', 'external']] };
  const book = { title: 'Services', language: 'en-GB', sheets: [{ name: 'Services', table }] };
  const parts = unzipSync(await writeWorkbook(book, 'xlsx'));
  const name = Object.keys(parts).find((part) => part.endsWith('sheet1.xml'))!;
  parts[name] = strToU8(change(strFromU8(parts[name]!)));
  return Buffer.from(zipSync(parts));
}

describe('a file that is read in a process of its own', () => {
  it('is what it would be here, maps and sets included', async () => {
    const file = await read(csv(header, ['T-1', 'Claim', 'HMT', 'external'], ['T-2', '', 'HMT', 'x']));
    expect(file.rows.map(({ reference, blank }) => [reference, blank])).toEqual([['T-1', new Set()]]);
    expect([...file.at]).toEqual([
      ['reference', 0],
      ['name', 1],
      ['organisation', 2],
      ['audience', 3],
    ]);
    expect(file.found).toEqual({ error: 2, warning: 0 });
  });

  it('may be one of barriers', async () => {
    const file = await readBarriersFile(
      Buffer.from('Category,Barrier,Raised on\nfunding,None left,2026-01-31'),
    );
    expect(file.rows.map(({ said }) => said.description)).toEqual(['None left']);
  });

  it('has as many findings as are read, and counts the rest', async () => {
    const rows = Array.from({ length: 1_500 }, (_, n) => [`T-${n}`, '', 'HMT', 'external']);
    const { findings, found } = await read(csv(header, ...rows));
    expect([findings.length, found]).toEqual([1_000, { error: 1_500, warning: 0 }]);
  });
});

describe('a file made to take much', () => {
  const hostile: readonly (readonly [what: string, code: string, bytes: () => Buffer])[] = [
    ['19 MB of commas', 'too_many_columns', () => Buffer.alloc(19 * megabyte, ',')],
    ['19 MB of line ends', 'too_many_rows', () => Buffer.alloc(19 * megabyte, '\n')],
    ['19 MB of lines', 'too_many_rows', () => Buffer.alloc(19 * megabyte, 'a,b\n')],
    ['19 MB of quotation marks', 'cell_too_long', () => Buffer.alloc(19 * megabyte, '"')],
    ['one cell of 19 MB', 'cell_too_long', () => Buffer.alloc(19 * megabyte, 'x')],
    [
      '65,000 headings',
      'too_many_columns',
      () => Buffer.from(Array.from({ length: 65_000 }, (_, n) => `heading ${n}`).join(',')),
    ],
    [
      'more cells than a million',
      'too_many_cells',
      () => Buffer.from(Array.from({ length: 2_100 }, () => ','.repeat(500)).join('\n')),
    ],
  ];
  for (const [what, code, bytes] of hostile)
    it(`is refused as what it is, and takes nothing here: ${what}`, async () => {
      const file = bytes();
      const before = process.memoryUsage().rss;
      expect(await refusal(file)).toBe(code);
      expect((process.memoryUsage().rss - before) / megabyte).toBeLessThan(100);
    });

  it('is refused as a workbook too, by its columns', async () => {
    const cell = (at: string) =>
      workbookWith((sheet) =>
        sheet.replace('</sheetData>', `<row r="3"><c r="${at}3" t="str"><v>x</v></c></row></sheetData>`),
      );
    expect(await refusal(await cell('SS'))).toBe('too_many_columns');
    expect(await refusal(await cell('ZZZZZZZZZZZZ'))).toBe('file_broken');
  });

  it('is refused where tags stand in tags without end', async () => {
    const deep = await workbookWith((sheet) => sheet.replace('</sheetData>', '<row>'.repeat(100_000)));
    expect(await refusal(deep)).toBe('file_broken');
  });

  it('may have 512 long headings, none of which is known', async () => {
    const headings = Array.from({ length: 512 }, (_, n) => `${'heading '.repeat(60)}${n}`);
    const { headings: read512 } = await read(csv(headings));
    expect([read512.length, read512[0]!.heading.length]).toEqual([512, 300]);
  });

  it('is refused where it takes more memory or time than a file may', async () => {
    const rows = Array.from({ length: 20_000 }, (_, n) => [`T-${n}`, 'Claim', 'HMT', 'external']);
    const large = csv(header, ...rows);
    expect(await refusal(large, { memory: 16 })).toBe('file_too_complex');
    expect(await refusal(large, { time: 1 })).toBe('file_too_complex');
  });
});
