import { DataSource } from 'typeorm';
import { databaseOptions, migrate } from '../platform/database.js';

/** Wrong use of a command, said to the person who typed it. */
export class UsageError extends Error {}

/** Runs a command on the database of `DATABASE_URL`; an error is one line and exit code 1. */
export async function runCommand(command: (database: DataSource) => Promise<void>): Promise<void> {
  const database = new DataSource(databaseOptions(process.env['DATABASE_URL'] ?? ''));
  try {
    await database.initialize();
    await migrate(database);
    await command(database);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  } finally {
    if (database.isInitialized) await database.destroy();
  }
}
