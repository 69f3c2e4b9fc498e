import { brief, csv, fileOf, fileWith } from './imports.fixture.js';
import { readRows } from './read-rows.js';
import { readCsv } from './table.js';

const header = ['Service name', 'Organisation', 'Audience', 'Note'];
const read = (...rows: string[][]) => readRows(fileOf(readCsv(csv(header, ...rows))));

describe('the rows of a file', () => {
  it('carry the number that the spreadsheet shows, past quoted line breaks and blank rows', () => {
    const file = read(
      ['A', 'Treasury', 'external', 'one\ntwo\nthree'],
      [''],
      ['', ' ', '', ''],
      ['B', 'Treasury', 'internal', ''],
      ['C', 'Treasury', 'nobody', ''],
    );
    expect(file.rows.map(({ row, name }) => [row, name])).toEqual([
      [2, 'A'],
      [5, 'B'],
    ]);
    expect(brief(file.findings)).toEqual(['6 Audience error unknown_value']);
    expect(file.count).toBe(3);
  });

  it('may be shorter than the header', () => {
    const file = read(['A', 'Treasury', 'external']);
    expect([file.rows.length, file.findings]).toEqual([1, []]);
  });

  it('may have empty cells beyond the header', () => {
    const file = read(['A', 'Treasury', 'external', '', '', ' ']);
    expect([file.rows.length, file.findings]).toEqual([1, []]);
  });

  it('may not have anything beyond the header', () => {
    const file = read(['A', 'Treasury', 'external', '', 'x']);
    expect([file.rows.length, brief(file.findings)]).toEqual([0, ['2 null error row_ragged']]);
    expect(file.findings[0]!.message).toBe(
      'The row has 5 cells but the header has 4: the cell in column E has no heading',
    );
  });

  it('are kept by what tells their service where something is broken', () =>
    expect(read(['A', 'Treasury', '', '']).broken).toEqual([
      { row: 2, reference: null, name: 'A', organisation: 'Treasury' },
    ]));

  it('have all their problems said at once', () =>
    expect(brief(read(['', '', 'both', 'x'.repeat(4001)]).findings)).toEqual([
      '2 Service name error value_missing',
      '2 Organisation error value_missing',
      '2 Audience error unknown_value',
      '2 Note error too_big',
    ]));

  it('are not blamed one by one for a column that the file does not have', () => {
    const file = readRows(fileOf(readCsv('Service name,Organisation\nA,Treasury\nB,Treasury')));
    expect(brief(file.findings)).toEqual(['1 Audience error column_missing']);
    expect([file.rows, file.count]).toEqual([[], 2]);
  });

  it('may be none', () => {
    const file = read();
    expect([file.rows, file.findings, file.count]).toEqual([[], [], 0]);
  });

  it('tell what is blank from what the file has no column for', () => {
    const [without] = read(['A', 'Treasury', 'external', '']).rows;
    expect([without!.address, without!.transactionsAYear, [...without!.blank]]).toEqual([
      null,
      null,
      ['note'],
    ]);
    const [blank] = fileWith({ 'Service address': '', 'Transactions a year': '-' }).rows;
    expect([blank!.address, blank!.transactionsAYear]).toEqual([null, null]);
    expect([...blank!.blank]).toEqual(['address', 'transactionsAYear']);
  });

  it('have one line in each cell but the note and the description', () => {
    const [described] = fileWith({ Description: 'one\r\ntwo', 'Senior responsible owner': 'A\nB' }).rows;
    expect([described!.description, described!.owner]).toEqual(['one\ntwo', 'A B']);
    const file = read(['Claim\n a grant', 'The\r\nTreasury', 'ex\nternal', 'one\ntwo']);
    expect(brief(file.findings)).toEqual(['2 Audience error unknown_value']);
    const [row] = read(['Claim\n a grant', 'The\r\nTreasury', 'external', 'one\ntwo']).rows;
    expect([row!.name, row!.organisation, row!.note]).toEqual(['Claim a grant', 'The Treasury', 'one\ntwo']);
  });
});

describe('the organisation of a row', () => {
  it('is a name that an organisation can have', () => {
    expect(brief(fileWith({ Organisation: 'x'.repeat(200) }).findings)).toEqual([]);
    expect(brief(fileWith({ Organisation: 'x'.repeat(201) }).findings)).toEqual([
      '2 Organisation error too_big',
    ]);
    expect(brief(fileWith({ Organisation: 'Trea\u0007sury' }).findings)).toEqual([
      '2 Organisation error invalid_value',
    ]);
  });
});

describe('text made harmless for spreadsheets', () => {
  // As the export writes it, and as it is.
  const cases = [
    ["'=SUM(A1)", '=SUM(A1)'],
    ["'+44 line", '+44 line'],
    ["'-40 payments", '-40 payments'],
    ["'@home", '@home'],
    ["''=x", "'=x"],
    ["'''@x", "''@x"],
    ["'Tis the season", "'Tis the season"],
    ["O'Neill", "O'Neill"],
    ['=SUM(A1)', '=SUM(A1)'],
  ] as const;
  for (const [written, name] of cases)
    it(`${written} is read back as ${name}`, () => {
      const { rows, findings } = fileWith({ 'Service name': written });
      expect([rows[0]?.name, findings]).toEqual([name, []]);
    });

  it('is no such text in a workbook, where an apostrophe is an apostrophe', () => {
    const rows = [header, ["'=SUM(A1)", 'Treasury', 'external', '']];
    expect(readRows(fileOf(rows, { apostrophes: false })).rows[0]!.name).toBe("'=SUM(A1)");
  });

  it('is read back in the organisation too', () =>
    expect(fileWith({ Organisation: "'@Home" }).rows[0]!.organisation).toBe('@Home'));
});

describe('formulas in a file', () => {
  const rows = [
    [...header, 'Cost'],
    ['A', 'Treasury', 'external', '2', '3'],
    ['B', 'Treasury', 'external', '4', '5'],
  ];
  const formulas = (...all: [column: number, count: number, rows: number[]][]) =>
    fileOf(rows, { formulas: all.map(([column, count, rows]) => ({ column, count, rows })) });

  it('are errors by row, column and cell, and what else is wrong is said too', () => {
    const file = readRows(formulas([4, 2, [2, 3]]));
    expect(brief(file.findings)).toEqual([
      '1 Cost warning column_kept_aside',
      '2 Note error formula',
      '3 Note error formula',
    ]);
    expect(file.findings[1]!.message).toBe('D2 holds a formula. Paste its value instead');
  });

  it('are counted past the first 20 of a column', () => {
    const { findings } = readRows(formulas([4, 200, [2, 3]]));
    expect(findings.at(-1)!.message).toBe('198 more cells of this column hold formulas');
  });

  it('are nobody’s business in a column that is not read', () =>
    expect(brief(readRows(formulas([5, 2, [2, 3]])).findings)).toEqual(['1 Cost warning column_kept_aside']));
});
