import { Patience } from './connection.js';

describe('how long a connection waits for an answer', () => {
  const after = (...texts: string[]) => {
    const patience = new Patience(5_000);
    for (const text of texts) patience.hear(text);
    return patience.milliseconds;
  };

  it('is longer than a statement may take, and less than the ten seconds of a request', () =>
    expect(after('SELECT 1')).toBe(8_000));

  it('goes by what a transaction allows its statements, to its very end', () => {
    for (const text of [
      `SET LOCAL statement_timeout = '60s'`,
      `BEGIN; SET LOCAL statement_timeout TO 60000`,
    ]) {
      expect(after(text)).toBe(63_000);
      expect(after(text, 'SELECT 1', 'COMMIT')).toBe(63_000);
      expect(after(text, 'ROLLBACK TO SAVEPOINT one', 'SELECT 1')).toBe(63_000);
      for (const end of ['COMMIT', 'ROLLBACK', ' end']) expect(after(text, end, 'SELECT 1')).toBe(8_000);
    }
  });

  it('goes by what a session allows, until that is reset', () => {
    const set = `SET statement_timeout = '2min'`;
    expect(after(set, 'COMMIT', 'SELECT 1')).toBe(123_000);
    expect(after(set, 'RESET statement_timeout')).toBe(8_000);
  });

  it('is without end where a statement may take any time', () =>
    expect(after('SET LOCAL statement_timeout = 0', 'CREATE INDEX')).toBeNull());
});
