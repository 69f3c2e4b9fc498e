import { createServer } from 'node:net';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Role } from '@headway/domain';
import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import type { DataSource } from 'typeorm';
import { createApp } from '../main.js';
import { createToken } from '../people/tokens.service.js';
import { Config } from '../platform/config.js';
import { newLog } from '../platform/log.js';
import { type TestDatabase, testDatabase } from './database.js';

export interface TestApp {
  readonly app: NestFastifyApplication;
  readonly source: DataSource;
  readonly databaseUrl: string;
  /** The lines that the log holds: unless a level is given, those that it does whatever its level. */
  readonly logged: Record<string, unknown>[];
  /** Where it listens; it does so from the first call on. */
  listen(): Promise<string>;
  /** One request, as the holder of a token or as nobody. */
  ask(method: string, url: string, options?: Asked): Promise<LightMyRequestResponse>;
  close(): Promise<void>;
}

export interface Asked {
  readonly token?: string;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
}

/** The whole application, on a database of its own or as a second process would be on another one's. */
export async function testApp(beside?: TestApp, environment: NodeJS.ProcessEnv = {}): Promise<TestApp> {
  const database: TestDatabase = beside
    ? { url: beside.databaseUrl, source: beside.source, drop: async () => undefined }
    : await testDatabase();
  const port = await freePort();
  const logged: Record<string, unknown>[] = [];
  const config = new Config({
    PORT: String(port),
    DATABASE_URL: database.url,
    HEADWAY_DEMO: 'on',
    LOG_LEVEL: 'silent',
    ...environment,
  });
  const app = await createApp(
    config,
    newLog(config.logLevel, { write: (line) => logged.push(JSON.parse(line) as Record<string, unknown>) }),
  );
  await app.getHttpAdapter().getInstance().ready();
  let listening: Promise<unknown> | undefined;
  return {
    app,
    source: database.source,
    databaseUrl: database.url,
    logged,
    listen: async () => {
      listening ??= app.listen(port, 'localhost');
      await listening;
      return `http://localhost:${port}`;
    },
    ask: (method, url, { token, body, headers } = {}) => {
      const asJson = body !== undefined && !Buffer.isBuffer(body) && typeof body !== 'string';
      return app.inject({
        method: method as NonNullable<InjectOptions['method']>,
        url,
        headers: {
          ...(token ? { authorization: `Bearer ${token}` } : {}),
          ...(asJson ? { 'content-type': 'application/json' } : {}),
          ...headers,
        },
        ...(body === undefined ? {} : { payload: asJson ? JSON.stringify(body) : (body as string | Buffer) }),
      });
    },
    close: async () => {
      await app.close();
      await database.drop();
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((found) => {
    const server = createServer().listen(0, 'localhost', () => {
      const { port } = server.address() as { port: number };
      server.close(() => found(port));
    });
  });
}

/** A person with one role, and a token of theirs that may write. */
export async function person(source: DataSource, role: Role | null, organisation?: string): Promise<string> {
  const name = `${role ?? 'nobody'} ${organisation ?? ''}`.trim();
  const email = `${crypto.randomUUID()}@headway.example`;
  const [{ id }] = await source.query('INSERT INTO person (email, name) VALUES ($1, $2) RETURNING id', [
    email,
    name,
  ]);
  if (role)
    await source.query(
      'INSERT INTO role_grant (person_id, role, organisation_id) SELECT $1, $2, (SELECT id FROM organisation WHERE slug = $3)',
      [id, role, organisation ?? null],
    );
  const { token } = await source.transaction((tx) => createToken(tx, id, { name: 'test', write: true }));
  return token;
}

/** An organisation, by its abbreviation; the slug is that in lower case. */
export async function organisation(
  source: Pick<DataSource, 'query'>,
  abbreviation: string,
  parent?: string,
): Promise<string> {
  const slug = abbreviation.toLowerCase();
  await source.query(
    `INSERT INTO organisation (slug, name, abbreviation, kind, parent_id)
     VALUES ($1, $2, $3, 'ministerial_department', (SELECT id FROM organisation WHERE slug = $4))`,
    [slug, `Department ${abbreviation}`, abbreviation, parent ?? null],
  );
  return slug;
}

/** A service without records. */
export async function service(
  source: Pick<DataSource, 'query'>,
  reference: string,
  owner: string,
): Promise<string> {
  const [{ id }] = await source.query(
    `WITH new AS (
       INSERT INTO service (reference, name, audience) VALUES ($1, $2, 'external') RETURNING id
     ), owned AS (
       INSERT INTO service_ownership (service_id, organisation_id)
       SELECT new.id, organisation.id FROM new, organisation WHERE slug = $3
     ) SELECT id FROM new`,
    [reference, `Service ${reference}`, owner],
  );
  return id as string;
}
