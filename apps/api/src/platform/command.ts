import { DataSource } from 'typeorm';
import { databaseOptions, migrate } from './database.js';
import { toDescriptor, toFile } from './log-destination.js';
import { type Log, newLog } from './log.js';

/** Wrong use of a command, said to the person who typed it. */
export class UsageError extends Error {}

/**
 * Runs a command on the database of `DATABASE_URL`, with the log of `HEADWAY_LOG`, a file to append to,
 * so that standard output stays the command's own. An error is one line and exit code 1.
 */
export async function runCommand(command: (database: DataSource, log: Log) => Promise<void>): Promise<void> {
  const database = new DataSource(databaseOptions(process.env['DATABASE_URL'] ?? ''));
  try {
    await database.initialize();
    await migrate(database);
    const file = process.env['HEADWAY_LOG'];
    await command(database, newLog('warn', file ? toFile(file) : toDescriptor(2)));
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  } finally {
    if (database.isInitialized) await database.destroy();
  }
}
