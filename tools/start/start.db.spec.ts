import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from '../database/embedded.ts';
import { placeOf } from '../database/place.ts';
import { postmasterIn } from '../database/postmaster.ts';
import { childrenOf, noProcesses } from '../test/children.ts';

describe('npm start', () => {
  it('starts again what is killed, says so in a sentence, and stops all when it is told to', async () => {
    if (noProcesses) pending(noProcesses);
    const folder = mkdtempSync(join(tmpdir(), 'headway-start-'));
    const port = await freePort();
    const base = `http://localhost:${port}`;
    const headway = spawn(process.execPath, ['tools/start.ts'], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: {
        ...process.env,
        HEADWAY_DATA_DIR: folder,
        PORT: String(port),
        PUBLIC_URL: base,
        DATABASE_URL: '',
      },
    });
    let said = '';
    headway.stdout.on('data', (text) => (said += text));
    const until = async (what: () => boolean | Promise<boolean>) => {
      while (!(await what())) {
        if (headway.exitCode !== null) throw new Error(`It has ended. ${said}`);
        await wait(20);
      }
    };
    const isReady = () =>
      fetch(`${base}/api/health/ready`).then(
        ({ ok }) => ok,
        () => false,
      );
    const data = join((await placeOf(folder)).home, 'postgres');
    const postmaster = () => postmasterIn(data)?.pid ?? 0;
    const api = () => childrenOf(headway.pid!, 'main.js')[0] ?? 0;
    const backend = () => childrenOf(postmaster(), 'headway postgres')[0] ?? 0;
    await until(() => said.includes('Press Ctrl-C to stop.'));
    for (const [victim, sentence] of [
      [postmaster, /PostgreSQL broke off its connections\. It runs again after [\d.]+ seconds\.\n$/],
      [api, /Headway was ended by SIGKILL\. It runs again after [\d.]+ seconds\.\n$/],
      [backend, /PostgreSQL broke off its connections\. It runs again after [\d.]+ seconds\.\n$/],
    ] as const) {
      said = '';
      const [pid, first] = [victim(), api()];
      process.kill(pid, 'SIGKILL');
      await until(() => sentence.test(said));
      await until(isReady);
      expect(victim()).not.toBe(pid);
      if (victim !== api) expect(api()).toBe(first);
    }
    headway.kill('SIGINT');
    const [code] = await once(headway, 'exit');
    expect([code, postmaster(), await isReady()]).toEqual([0, 0, false]);
    rmSync(folder, { recursive: true, force: true });
  }, 300_000);
});
