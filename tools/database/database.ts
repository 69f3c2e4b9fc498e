import { type Database, embeddedDatabase } from './embedded.ts';

export interface ChosenDatabase extends Database {
  readonly embedded: boolean;
}

/** The database of `DATABASE_URL`, else one of Headway's own in `HEADWAY_DATA_DIR`. */
export async function chosenDatabase(say: (text: string) => void): Promise<ChosenDatabase> {
  const url = process.env['DATABASE_URL'];
  if (url) return { url, embedded: false, release: async () => undefined };
  return { ...(await embeddedDatabase(process.env['HEADWAY_DATA_DIR'] ?? '.data', say)), embedded: true };
}

/** Demonstration data comes with the embedded database unless switched off, and with another if switched on. */
export function demonstrationWanted(embedded: boolean): boolean {
  return (process.env['HEADWAY_DEMO'] ?? (embedded ? 'on' : 'off')) === 'on';
}
