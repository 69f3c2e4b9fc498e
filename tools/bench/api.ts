import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** The API in a process of its own, as it runs in production, on a database that there is; it listens when this resolves. */
export async function startedApi(databaseUrl: string, port: number): Promise<ChildProcess> {
  const child = fork(fileURLToPath(new URL('../../apps/api/dist/main.js', import.meta.url)), {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: {
      ...process.env,
      ...{ DATABASE_URL: databaseUrl, PORT: String(port), HOST: '127.0.0.1' },
      ...{ HEADWAY_DEMO: 'on', LOG_LEVEL: 'silent' },
    },
  });
  await once(child, 'message');
  return child;
}

/** Ends it as production does. */
export async function ended(api: ChildProcess): Promise<void> {
  api.disconnect();
  await once(api, 'exit');
}
