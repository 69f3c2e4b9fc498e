import { type TestDatabase, testDatabase } from '../testing/database.js';

describe('a statement on a connection', () => {
  let database: TestDatabase;
  beforeAll(async () => void (database = await testDatabase()));
  afterAll(() => database.drop());

  /** One connection, so that what it keeps can be looked at. */
  const alone = (work: (query: (text: string, values?: unknown[]) => Promise<unknown[]>) => Promise<void>) =>
    database.source.transaction((tx) => work((text, values) => tx.query(text, values) as Promise<unknown[]>));
  const kept = 'SELECT statement FROM pg_prepared_statements';

  it('is planned once where it comes again and again, and answers the same', () =>
    alone(async (query) => {
      const often = 'SELECT $1::integer + 41 AS answer';
      for (let n = 0; n < 5; n++) expect(await query(often, [n])).toEqual([{ answer: n + 41 }]);
      expect(await query(kept)).toContain({ statement: often });
    }));

  it('is not kept where it is rare, or takes no values', () =>
    alone(async (query) => {
      const [rare, plain] = ['SELECT $1::integer + 42 AS answer', 'SELECT 43 AS answer'];
      for (let n = 0; n < 2; n++) await query(rare, [n]);
      for (let n = 0; n < 5; n++) await query(plain);
      const statements = (await query(kept)) as { statement: string }[];
      expect(statements.filter(({ statement }) => [rare, plain].includes(statement))).toEqual([]);
    }));

  it('says what is wrong with it as any other', () =>
    alone(async (query) => {
      const divided = 'SELECT 1 / $1::integer AS answer';
      for (let n = 1; n < 5; n++) await query(divided, [n]);
      await query('SAVEPOINT before');
      await expectAsync(query(divided, [0])).toBeRejectedWithError(/division by zero/);
      await query('ROLLBACK TO SAVEPOINT before');
    }));
});
