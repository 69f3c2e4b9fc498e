import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { databaseOptions, migrate } from '../platform/database.js';

export interface TestDatabase {
  readonly url: string;
  readonly source: DataSource;
  drop(): Promise<void>;
}

/** A database of its own for one spec file, migrated and empty, on the server of `TEST_DATABASE_URL`. */
export async function testDatabase(): Promise<TestDatabase> {
  const server = process.env['TEST_DATABASE_URL'];
  if (!server) throw new Error('TEST_DATABASE_URL is not set: run these specs by npm test');
  const name = `headway_${randomUUID().replaceAll('-', '')}`;
  await administer(server, `CREATE DATABASE ${name}`);
  const url = new URL(server);
  url.pathname = name;
  const source = await new DataSource(databaseOptions(url.href)).initialize();
  await migrate(source);
  return {
    url: url.href,
    source,
    drop: async () => {
      await source.destroy();
      await administer(server, `DROP DATABASE ${name} WITH (FORCE)`);
    },
  };
}

async function administer(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(statement);
  await client.end();
}
