import pg from 'pg';

export interface Watch {
  /** Resolves once the connection is lost: PostgreSQL stopped, or broke off all connections to recover. */
  readonly lost: Promise<void>;
  readonly isLost: boolean;
  end(): Promise<void>;
}

/** Notices by a connection of its own that a database goes away. It counts as a user, so nobody else stops it. */
export async function watchDatabase(url: string): Promise<Watch> {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'headway start',
    connectionTimeoutMillis: 2_000,
  });
  const state = { isLost: false };
  const lost = new Promise<void>((resolve) => {
    client.on('error', () => resolve());
    client.on('end', () => resolve());
  }).then(() => void (state.isLost = true));
  await client.connect();
  return Object.assign(state, { lost, end: () => client.end() });
}
