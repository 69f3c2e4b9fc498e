import { pulseSuppressed } from '@headway/domain';
import { columnOf, listOf, reviewOf, tableOf } from './review.fixture';
import { tableShown } from './shown-table';

const shown = (table = tableOf(), said: readonly string[] = []) =>
  tableShown(table, reviewOf(), new Set(said));

describe('a table of a review, as its page sets it', () => {
  it('writes values as every form does, with what is blank and what was revised marked', () => {
    expect(shown().rows.map(({ cells }) => cells.map(({ text }) => text))).toEqual([
      ['Cabinet Office', '1,200', '15.3%', '[z]'],
      ['Department for Transport', '30 [r]', '40.0%', '+2.5'],
      ['Driver and Vehicle Licensing Agency', '12', '[x]', '-1.0'],
    ]);
  });

  it('numbers its notes as the files do, and explains the marks that it has and no others', () => {
    const table = shown();
    expect(table.columns.map(({ header }) => header)).toEqual([
      ...['Organisation', 'Services', 'Live [note\u00a01]', 'Change (points)'],
    ]);
    expect(table.remarks).toEqual([
      '[note\u00a01] Of the services that have a stage recorded.',
      '[note\u00a02] A department’s figures include those of its agencies.',
      '[r] Revised: another value was published before.',
      '[x] Not available.',
      '[z] Not applicable.',
    ]);
  });

  it('marks what is not told, and says why', () => {
    const rows = [
      { key: 'dvla', level: 0, cells: ['DVLA', null, 40], revised: [], suppressed: ['services'] },
    ];
    const table = shown(tableOf({ rows }));
    expect(table.rows[0]!.cells.map(({ text }) => text).slice(0, 3)).toEqual(['DVLA', '[c]', '40.0%']);
    expect(table.remarks).toContain(`[c] ${pulseSuppressed}`);
  });

  it('writes a margin without saying up or down', () => {
    const columns = [columnOf('answer'), columnOf('margin', { type: 'margin', unit: 'percentage points' })];
    const rows = [{ key: 'live', level: 0, cells: ['Live', 2.1], revised: [], suppressed: [] }];
    const table = shown(tableOf({ columns, rows }));
    expect(table.columns[1]).toEqual(jasmine.objectContaining({ header: 'Margin (points)', numeric: true }));
    expect(table.rows[0]!.cells[1]!.text).toBe('2.1');
  });

  it('says a note of every figure once, and not again over each', () => {
    const quarter = (key: string) => columnOf(key, { type: 'share', unit: '%', notes: ['shares'] });
    const columns = [columnOf('organisation'), quarter('before'), quarter('now')];
    const table = shown(tableOf({ columns, rows: [], notes: [] }));
    expect(table.columns.map(({ header }) => header)).toEqual(['Organisation', 'Before', 'Now']);
    expect(table.remarks).toEqual(['[note\u00a01] Of the services that have a stage recorded.']);
  });

  it('leaves the whole that a row is part of to its place beneath it', () => {
    const columns = [columnOf('organisation'), columnOf('part_of'), columnOf('services', { type: 'number' })];
    const rows = [
      { key: 'dvla', level: 1, cells: ['DVLA', 'Transport', 12], revised: ['services'], suppressed: [] },
    ];
    const table = shown(tableOf({ columns, rows }));
    expect(table.columns.map(({ key }) => key)).toEqual(['organisation', 'services']);
    expect(table.rows[0]!.cells.map(({ text }) => text)).toEqual(['DVLA', '12 [r]']);
  });

  it('says a line of its own, unless the page says it already', () => {
    const table = tableOf({ lines: ['Said above.', 'Said here.'] });
    expect(shown(table, ['Said above.']).remarks).toContain('Said here.');
    expect(shown(table, ['Said above.']).remarks).not.toContain('Said above.');
  });

  it('says the unit where the heading does not', () => {
    const columns = [
      columnOf('service'),
      columnOf('slippage', { type: 'number', unit: 'days' }),
      columnOf('transactions', { type: 'number', unit: 'transactions' }),
      columnOf('services', { type: 'number', unit: 'services' }),
    ];
    expect(shown(tableOf({ columns, rows: [] })).columns.map(({ header }) => header)).toEqual([
      ...['Service', 'Slippage (days)', 'Transactions', 'Services'],
    ]);
  });

  it('folds a long list, says how much of it is in the files, and leaves figures open', () => {
    expect([shown().list, shown().folded]).toEqual([false, false]);
    expect([shown(listOf(30)).list, shown(listOf(30)).folded]).toEqual([true, false]);
    const long = shown(listOf(200, 412));
    expect([long.folded, long.size]).toEqual([true, 'the first 200 of 412 rows']);
    expect(long.remarks[0]).toBe(
      'These are the first 200 of 412 rows. The files to download hold all of them.',
    );
    expect(shown(listOf(1)).size).toBe('1 row');
  });

  it('is a file of all its columns, values as they are, and none where the page has only the first rows', () => {
    const { name, table } = shown().file!;
    expect(name).toBe('headway-review-2026-27-Q2-revision-2-organisations.csv');
    expect(table().rows[1]).toEqual(['Department for Transport', 30, 'r', 40, 2.5]);
    expect(shown(listOf(30, 412)).file).toBeNull();
  });

  it('names every cell but the first by its column, for where they stand beneath each other', () => {
    expect(shown(listOf(1)).rows[0]!.cells.map(({ heads, label }) => [heads, label])).toEqual([
      [true, null],
      [true, 'Service'],
      [false, 'Stage'],
      [false, 'Since'],
    ]);
  });
});
