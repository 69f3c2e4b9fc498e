import { join, resolve } from 'node:path';
import { type Database, embeddedDatabase } from './embedded.ts';

export interface ChosenDatabase extends Database {
  readonly embedded: boolean;
}

/** Where Headway keeps what is its own: `HEADWAY_DATA_DIR`. */
export function dataFolder(): string {
  return process.env['HEADWAY_DATA_DIR'] ?? '.data';
}

/** Everything that Headway logs, start after start; the heads of the audit trail among it. */
export function logFile(): string {
  return join(resolve(dataFolder()), 'headway.log');
}

/** The database of `DATABASE_URL`, else one of Headway's own in `HEADWAY_DATA_DIR`. */
export async function chosenDatabase(
  say: (text: string) => void,
  stop?: AbortSignal,
): Promise<ChosenDatabase> {
  const url = process.env['DATABASE_URL'];
  if (url) return { url, embedded: false, release: async () => undefined };
  return { ...(await embeddedDatabase(dataFolder(), say, stop)), embedded: true };
}

/** Demonstration data comes with the embedded database unless switched off, and with another if switched on. */
export function demonstrationWanted(embedded: boolean): boolean {
  return (process.env['HEADWAY_DEMO'] ?? (embedded ? 'on' : 'off')) === 'on';
}
