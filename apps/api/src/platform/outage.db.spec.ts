import { createServer, connect, type Server, type Socket } from 'node:net';
import { organisation, person } from '../testing/app.js';
import { testDatabase } from '../testing/database.js';
import { createApp } from '../main.js';
import { Config } from './config.js';

/** A way to a database that can be cut and mended. */
async function bridge(to: URL) {
  const sockets = new Set<Socket>();
  const listen = (port: number) =>
    new Promise<Server>((ready) => {
      const server = createServer((socket) => {
        const far = connect(Number(to.port), to.hostname);
        for (const end of [socket, far]) {
          sockets.add(end);
          end.on('error', () => undefined).on('close', () => (socket.destroy(), far.destroy()));
        }
        socket.pipe(far).pipe(socket);
      }).listen(port, '127.0.0.1', () => ready(server));
    });
  let server = await listen(0);
  const { port } = server.address() as { port: number };
  return {
    port,
    cut: async () => {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
    mend: async () => {
      server = await listen(port);
    },
  };
}

describe('while the database is away', () => {
  it('answers 503 with Retry-After, stays alive, and is back by itself', async () => {
    const database = await testDatabase();
    const url = new URL(database.url);
    const way = await bridge(new URL(database.url));
    url.host = `127.0.0.1:${way.port}`;
    await organisation(database.source, 'DWP');
    const token = await person(database.source, 'digital_lead', 'dwp');
    const app = await createApp(
      new Config({ DATABASE_URL: url.href, HEADWAY_DEMO: 'on', LOG_LEVEL: 'silent' }),
    );
    await app.getHttpAdapter().getInstance().ready();
    const get = (path: string) =>
      app.inject({ method: 'GET', url: path, headers: { authorization: `Bearer ${token}` } });
    expect((await get('/api/services')).statusCode).toBe(200);
    await way.cut();
    for (const path of ['/api/services', '/api/portfolio', '/api/health/ready', '/api/session']) {
      const answer = await get(path);
      expect([answer.statusCode, answer.headers['retry-after']]).withContext(path).toEqual([503, '5']);
      expect(answer.json().code).toBe('unavailable');
    }
    expect((await get('/api/health/live')).statusCode).toBe(200);
    await way.mend();
    expect((await get('/api/health/ready')).statusCode).toBe(200);
    expect((await get('/api/services')).statusCode).toBe(200);
    await app.close();
    await way.cut();
    await database.drop();
  }, 60_000);
});
