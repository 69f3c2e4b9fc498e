import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { unzipSync, zipSync } from 'fflate';
import { anyPublication, everything } from '../publications.fixture.js';
import { type WorkbookFormat, writePublication } from '../write-workbook.js';
import { contentBreaks } from './breaks-content.fixture.js';
import { lookBreaks } from './breaks-look.fixture.js';
import { structureBreaks } from './breaks-structure.fixture.js';
import { changed } from './broken-files.fixture.js';
import { checkWorkbook, rules } from './check-workbook.js';

const breaks = { ...structureBreaks, ...contentBreaks, ...lookBreaks };

describe('the rules', () => {
  it('are each broken below', () =>
    expect(Object.keys(breaks).toSorted()).toEqual(rules.map(({ name }) => name).toSorted()));

  it('are told in the README, word for word', async () => {
    const readme = await readFile(new URL('../../README.md', import.meta.url), 'utf8');
    const told = [...readme.matchAll(/^\| `([a-z0-9-]+)` +\| (.*?) +\|$/gm)].map(([, name, says]) => [
      name,
      says,
    ]);
    expect(told).toEqual(rules.map(({ name, says }) => [name, says]));
  });
});

for (const format of ['ods', 'xlsx'] satisfies WorkbookFormat[])
  describe(`a publication as ${format.toUpperCase()}`, () => {
    let good: Uint8Array;
    beforeAll(async () => (good = await writePublication(everything, format)));
    const broken = async (bytes: Uint8Array) => (await checkWorkbook(bytes, format)).map(({ rule }) => rule);

    it('keeps every rule', async () => expect(await checkWorkbook(good, format)).toEqual([]));

    it('keeps every rule, whatever it holds', async () =>
      fc.assert(
        fc.asyncProperty(anyPublication, async (publication) =>
          expect(await checkWorkbook(await writePublication(publication, format), format)).toEqual([]),
        ),
        { numRuns: 60 },
      ));

    it('keeps every rule, however long and alike its rows', async () => {
      const columns = Array.from(
        { length: 15 },
        (_, n) => ({ header: `Share ${n}`, type: 'share' }) as const,
      );
      const rows = Array.from({ length: 6000 }, () => columns.map(() => null));
      const sheets = [{ name: 'Long', title: 'Long', notes: ['agencies'], columns, rows }];
      expect(await broken(await writePublication({ ...everything, sheets }, format))).toEqual([]);
    });

    it('keeps every rule when it is taken apart and put together again', async () =>
      expect(await broken(await changed(good, []))).toEqual([]));

    for (const [rule, { [format]: ways }] of Object.entries(breaks))
      for (const [n, changes] of ways.entries())
        it(`breaks ${rule} when it is changed (${n + 1} of ${ways.length})`, async () =>
          expect(await broken(await changed(good, changes))).toContain(rule));

    it('breaks timeless where a part bears the time that it was made', async () =>
      expect(await broken(zipSync(unzipSync(good), { mtime: '2026-12-31T12:00:00' }))).toEqual(['timeless']));

    it('says where a rule is broken', async () => {
      const title = format === 'ods' ? /table:style-name="title"/g : /<c r="A1" s="\d+"/;
      const part = format === 'ods' ? 'content.xml' : 'xl/worksheets/sheet1.xml';
      const plain = format === 'ods' ? 'table:style-name="text"' : '<c r="A1" s="0"';
      expect((await checkWorkbook(await changed(good, [[part, title, plain]]), format))[0]).toEqual({
        ...{ rule: 'title-in-a1', sheet: 'Cover', cell: 'A1' },
        message: 'The title is not bold and larger',
      });
    });
  });
