import { dateColumn, numberColumn, rowOf, textColumn } from './pack-columns.js';
import { fileTable, packName } from './pack-file.js';

const columns = [
  textColumn('organisation', 'Organisation'),
  numberColumn('slippage', 'Slippage', 'days'),
  dateColumn('target', 'Target'),
];

describe('a table of a pack as a file', () => {
  it('holds values as they are, with the unit in the heading and nothing where there is nothing', () => {
    expect(fileTable({ columns, rows: [rowOf('co', ['Cabinet Office', 12, null])] })).toEqual({
      columns: ['Organisation', 'Slippage (days)', 'Target'],
      rows: [['Cabinet Office', 12, '']],
    });
  });

  it('says beside a column which of its values were revised, where any was', () => {
    const rows = [
      { ...rowOf('co', ['Cabinet Office', 12, null]), revised: ['slippage'] },
      rowOf('ho', ['Home Office', 0, '2026-09-30']),
    ];
    expect(fileTable({ columns, rows })).toEqual({
      columns: ['Organisation', 'Slippage (days)', 'Revised: Slippage', 'Target'],
      rows: [
        ['Cabinet Office', 12, 'r', ''],
        ['Home Office', 0, '', '2026-09-30'],
      ],
    });
  });

  it('marks what is not told, which is not the same as what is not there', () => {
    const rows = [{ ...rowOf('co', ['Cabinet Office', null, null]), suppressed: ['slippage'] }];
    expect(fileTable({ columns, rows }).rows).toEqual([['Cabinet Office', '[c]', '']]);
  });

  it('is named after its quarter and revision', () => {
    expect(packName({ quarter: { id: '2026-27-Q2' }, revision: 1 })).toBe(
      'headway-review-2026-27-Q2-revision-1',
    );
  });
});
