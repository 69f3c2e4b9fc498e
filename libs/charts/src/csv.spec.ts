import { toCsv } from './csv.js';

describe('a table as CSV', () => {
  it('has a line for the headings and one for each row', () => {
    expect(toCsv({ columns: ['Organisation', 'Services'], rows: [['Cabinet Office', 12]] })).toBe(
      'Organisation,Services\r\nCabinet Office,12\r\n',
    );
  });

  it('quotes what would break a row, and disarms what would run as a formula', () => {
    expect(toCsv({ columns: ['a'], rows: [['x, "y"'], ['=1+1'], [-3]] })).toBe(
      'a\r\n"x, ""y"""\r\n\'=1+1\r\n-3\r\n',
    );
  });

  it('disarms full-width signs too, and what an apostrophe alone holds back', () => {
    expect(toCsv({ columns: ['a'], rows: [['＝1+1'], ["'=1+1"], ["'tis"]] })).toBe(
      "a\r\n'＝1+1\r\n''=1+1\r\n'tis\r\n",
    );
  });
});
