import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The environment in which Node, PostgreSQL and the browser all believe that it is this instant now, like
 * `2028-02-29T12:00Z`. It must be in the future: a browser throws cookies away that have run out by its own clock, and
 * what an earlier run left in a cache would be from later.
 */
export function onAnotherDay(instant: string): Readonly<Record<string, string>> {
  const ahead = Math.round((Date.parse(instant) - Date.now()) / 1000);
  if (!(ahead > 0)) throw new Error(`--on=${instant} is not an instant to come, like --on=2028-02-29T12:00Z`);
  if (process.platform !== 'linux') throw new Error('--on works on Linux only: it preloads a library.');
  const folder = mkdtempSync(join(tmpdir(), 'headway-day-'));
  chmodSync(folder, 0o755);
  const library = join(folder, 'another-day.so');
  const source = fileURLToPath(new URL('another-day.c', import.meta.url));
  const { status, error, stderr } = spawnSync(
    'cc',
    ['-shared', '-fPIC', '-O2', '-o', library, source, '-ldl'],
    {
      encoding: 'utf8',
    },
  );
  if (error) throw new Error('--on needs a C compiler: apt-get install gcc libc6-dev', { cause: error });
  if (status !== 0) throw new Error(`The library of another day could not be compiled:\n${stderr}`);
  return { LD_PRELOAD: library, CLOCK_AHEAD_BY: String(ahead) };
}
