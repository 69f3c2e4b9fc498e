import pg from 'pg';
import { DataSource } from 'typeorm';
import { databaseOptions, migrate } from '../../apps/api/dist/platform/database.js';
import { londonDate } from '../../libs/domain/dist/index.js';
import { loadDemonstration } from '../demonstration/load.ts';

/** Brings a database up to date, with the demonstration if wished; says whether that was loaded just now. */
export async function prepare(url: string, { demonstration }: { demonstration: boolean }): Promise<boolean> {
  const source = await new DataSource(databaseOptions(url)).initialize();
  try {
    await migrate(source);
  } finally {
    await source.destroy();
  }
  if (!demonstration) return false;
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await loadDemonstration(client, londonDate(new Date()));
  } finally {
    await client.end();
  }
}
