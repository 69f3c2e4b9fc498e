import { brief, csv, fileWith } from './imports.fixture.js';
import { readRows } from './read-rows.js';
import { readTable } from './table.js';

const header = ['Service name', 'Organisation', 'Audience', 'Note'];
const read = (...rows: string[][]) => readRows(readTable(csv(header, ...rows)));

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
    expect(brief(file.problems)).toEqual(['6 Audience error unknown_value']);
    expect(file.count).toBe(3);
  });

  it('may be shorter than the header', () => {
    const file = read(['A', 'Treasury', 'external']);
    expect([file.rows.length, file.problems]).toEqual([1, []]);
  });

  it('may have empty cells beyond the header', () => {
    const file = read(['A', 'Treasury', 'external', '', '', ' ']);
    expect([file.rows.length, file.problems]).toEqual([1, []]);
  });

  it('may not have anything beyond the header', () => {
    const file = read(['A', 'Treasury', 'external', '', 'x']);
    expect([file.rows.length, brief(file.problems)]).toEqual([0, ['2 null error row_ragged']]);
    expect(file.problems[0]!.message).toBe('The row has 5 cells but the header has 4');
  });

  it('have at least their organisation kept where something else is broken', () =>
    expect(read(['A', 'Treasury', '', '']).broken).toEqual([{ row: 2, organisation: 'Treasury' }]));

  it('have all their problems said at once', () =>
    expect(brief(read(['', '', 'both', 'x'.repeat(4001)]).problems)).toEqual([
      '2 Service name error value_missing',
      '2 Organisation error value_missing',
      '2 Audience error unknown_value',
      '2 Note error too_big',
    ]));

  it('are not blamed one by one for a column that the file does not have', () => {
    const file = readRows(readTable('Service name,Organisation\nA,Treasury\nB,Treasury'));
    expect(brief(file.problems)).toEqual(['1 Audience error column_missing']);
    expect([file.rows, file.count]).toEqual([[], 2]);
  });

  it('may be none', () => {
    const file = read();
    expect([file.rows, file.problems, file.count]).toEqual([[], [], 0]);
  });

  it('leave out what the file has no column for, and hold null where a cell is blank', () => {
    const [without] = read(['A', 'Treasury', 'external', '']).rows;
    expect(without).not.toEqual(jasmine.objectContaining({ address: null }));
    expect('address' in without! || 'transactionsAYear' in without!).toBeFalse();
    const [blank] = fileWith({ 'Service address': '', 'Transactions a year': '' }).rows;
    expect([blank!.address, blank!.transactionsAYear]).toEqual([null, null]);
  });

  it('have one line in each cell but the note', () => {
    const file = read(['Claim\n a grant', 'The\r\nTreasury', 'ex\nternal', 'one\ntwo']);
    expect(brief(file.problems)).toEqual(['2 Audience error unknown_value']);
    const [row] = read(['Claim\n a grant', 'The\r\nTreasury', 'external', 'one\ntwo']).rows;
    expect([row!.name, row!.organisation, row!.note]).toEqual(['Claim a grant', 'The Treasury', 'one\ntwo']);
  });
});

describe('the organisation of a row', () => {
  it('is a name that an organisation can have', () => {
    expect(brief(fileWith({ Organisation: 'x'.repeat(200) }).problems)).toEqual([]);
    expect(brief(fileWith({ Organisation: 'x'.repeat(201) }).problems)).toEqual([
      '2 Organisation error too_big',
    ]);
    expect(brief(fileWith({ Organisation: 'Trea\u0007sury' }).problems)).toEqual([
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
      const { rows, problems } = fileWith({ 'Service name': written });
      expect([rows[0]?.name, problems]).toEqual([name, []]);
    });

  it('is read back in the organisation too', () =>
    expect(fileWith({ Organisation: "'@Home" }).rows[0]!.organisation).toBe('@Home'));
});
