import { Archive } from './archive.js';
import { defaultLimits } from './limits.js';
import { readOds } from './read-ods.js';
import { readXlsx } from './read-xlsx.js';
import { ods, xlsx } from './workbooks.fixture.js';

/** How a read of a large file ends, and what share of its bytes came out of compression until then. */
async function ending(
  bytes: Uint8Array,
  read: typeof readXlsx,
  limits: Partial<typeof defaultLimits>,
  whole: number,
): Promise<[code: string, share: number]> {
  const all = { ...defaultLimits, ...limits };
  const archive = await Archive.open(bytes, all);
  const end = await read(archive, all, null).then(
    ({ rows }) => `${rows.length} rows`,
    (error: { code: string }) => error.code,
  );
  return [end, archive.inflated / whole];
}

describe('a sheet of 100,000 rows', () => {
  const numbers = Array.from({ length: 100_000 }, (_, n) => n + 1);
  const inXlsx = numbers
    .map((n) => `<row r="${n}"><c r="A${n}" t="str"><v>Service ${n}</v></c></row>`)
    .join('');
  const inOds = numbers
    .map(
      (n) =>
        `<table:table-row><table:table-cell office:value-type="string"><text:p>Service ${n}</text:p></table:table-cell></table:table-row>`,
    )
    .join('');

  const few = { rows: 20_001 };

  it('is refused at the first row too many, and the rest is never inflated', async () => {
    const [inX, shareOfX] = await ending(xlsx(inXlsx), readXlsx, few, inXlsx.length);
    expect([inX, shareOfX < 0.25]).toEqual(['too_many_rows', true]);
    const [inO, shareOfO] = await ending(ods(inOds), readOds, few, inOds.length);
    expect([inO, shareOfO < 0.25]).toEqual(['too_many_rows', true]);
  });

  it('is read to its end where it may be', async () =>
    expect((await ending(xlsx(inXlsx), readXlsx, {}, 1))[0]).toBe('100000 rows'));
});

describe('a sheet of too much', () => {
  it('has more cells than may be, in rows and columns that may', async () => {
    const row = `<row>${'<c t="str"><v>a</v></c>'.repeat(100)}</row>`;
    expect((await ending(xlsx(row.repeat(101)), readXlsx, { cells: 10_000 }, 1))[0]).toBe('too_many_cells');
    expect((await ending(xlsx(row.repeat(100)), readXlsx, { cells: 10_000 }, 1))[0]).toBe('100 rows');
  });

  it('has a cell of more text than a spreadsheet takes', async () => {
    for (const length of [100_001, 3_000_000]) {
      const text = 'a'.repeat(length);
      const inXlsx = `<row><c t="str"><v>${text}</v></c></row>`;
      expect((await ending(xlsx(inXlsx), readXlsx, {}, 1))[0]).toBe('too_large');
      const inOds = `<table:table-row><table:table-cell><text:p>${text}</text:p></table:table-cell></table:table-row>`;
      expect((await ending(ods(inOds), readOds, {}, 1))[0]).toBe('too_large');
    }
    const spaces =
      '<table:table-row><table:table-cell><text:p><text:s text:c="900000000"/></text:p></table:table-cell></table:table-row>';
    expect((await ending(ods(spaces), readOds, {}, 1))[0]).toBe('too_large');
  });
});
