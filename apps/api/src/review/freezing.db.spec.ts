import { setTimeout as wait } from 'node:timers/promises';
import { type TestApp, person, testApp } from '../testing/app.js';
import { Freezing } from './freezing.js';
import { close } from './review.fixture.js';

describe('freezing what was closed', () => {
  let headway: TestApp;
  const until = async (done: () => Promise<boolean> | boolean) => {
    while (!(await done())) await wait(50);
  };
  const frozen = async () => {
    const rows: { id: string }[] = await headway.source.query(
      'SELECT quarter_id AS id FROM quarter_snapshot ORDER BY 1',
    );
    return rows.map(({ id }) => id);
  };

  const failures = ({ logged }: TestApp) =>
    logged.filter(({ msg }) => msg === 'could not freeze a quarter; it is tried again').length;

  beforeEach(async () => {
    headway = await testApp(undefined, { LOG_LEVEL: 'error' });
    await person(headway.source, 'oversight');
  }, 60_000);
  afterEach(() => headway.close());

  it('is tried again where somebody was writing since before the closing', async () => {
    const writer = headway.source.createQueryRunner();
    await writer.startTransaction();
    await writer.query('SELECT pg_current_xact_id()');
    await close(headway.source, '2025-26-Q2');
    headway.app.get(Freezing).closed('2025-26-Q2');
    await until(() => failures(headway) > 0);
    expect(await frozen()).toEqual([]);
    await writer.commitTransaction();
    await writer.release();
    await until(async () => (await frozen()).length > 0);
  }, 60_000);

  it('goes on at the start with the rest where one fails, and then with that one', async () => {
    const { source } = headway;
    await close(source, '2023-24-Q1');
    await close(source, '2025-26-Q2');
    await source.query(
      `ALTER TABLE quarter_snapshot ADD CONSTRAINT for_now CHECK (quarter_id <> '2023-24-Q1')`,
    );
    const other = await testApp(headway, { LOG_LEVEL: 'error' });
    await until(async () => (await frozen()).length > 0);
    expect(await frozen()).toEqual(['2025-26-Q2']);
    expect(failures(other)).toBeGreaterThan(0);
    await source.query('ALTER TABLE quarter_snapshot DROP CONSTRAINT for_now');
    await until(async () => (await frozen()).length > 1);
    await other.close();
  }, 60_000);

  it('is not waited for at the end, while it is to be tried again', async () => {
    const { source } = headway;
    await close(source, '2025-26-Q2');
    await source.query('ALTER TABLE quarter_snapshot ADD CONSTRAINT for_good CHECK (false)');
    const other = await testApp(headway, { LOG_LEVEL: 'error' });
    await until(() => failures(other) > 0);
    const failed = failures(other);
    await other.close();
    expect(failures(other)).toBe(failed);
    expect(await frozen()).toEqual([]);
  }, 60_000);
});
