// What is served is a copy of what was built, in a folder that is named after its sources and never changes. So nothing
// that builds, tests or runs a command pulls a file from under a server. Runs on Node 20 and up.
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';

const libraries = ['domain', 'contract', 'charts', 'workbook'];
const settings = ['package.json', 'package-lock.json', 'nx.json', 'tsconfig.base.json'];
const built = /(^|\/)(dist|node_modules|\.angular)$/;
/** Of no use to a server. */
const besides = /\.(spec|fixture)\.\w+$|\.d\.ts$|\.map$|\.tsbuildinfo$/;

/** The folder for a copy of what these sources make. */
export function copyFor(root) {
  const hash = createHash('sha256');
  const sources = ['apps/api', 'apps/web', 'libs', 'tools'].flatMap((folder) => filesIn(join(root, folder)));
  for (const file of [...settings.map((name) => join(root, name)), ...sources])
    hash
      .update(`${relative(root, file)}\0`)
      .update(readFileSync(file))
      .update('\0');
  return join(root, 'dist', hash.digest('hex').slice(0, 16));
}

function filesIn(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return built.test(entry.name) ? [] : filesIn(path);
      return /\.spec\.\w+$/.test(entry.name) ? [] : [path];
    });
}

/** Copies what was built; whoever looks sees the whole copy or none. */
export function makeCopy(root, copy) {
  const making = `${copy}.${process.pid}`;
  const parts = [
    'package.json',
    'tools',
    'apps/web/dist/browser',
    ...['apps/api', ...libraries.map((name) => `libs/${name}`)].flatMap((project) => [
      `${project}/package.json`,
      `${project}/dist`,
    ]),
  ];
  rmSync(making, { recursive: true, force: true });
  for (const part of parts)
    cpSync(join(root, part), join(making, part), {
      recursive: true,
      filter: (path) => part.startsWith('apps/web') || !besides.test(path),
    });
  // So that a library is found in the copy before it is found where it is built.
  for (const name of libraries) {
    const link = join(making, 'node_modules/@headway', name);
    mkdirSync(dirname(link), { recursive: true });
    if (process.platform === 'win32') cpSync(join(making, 'libs', name), link, { recursive: true });
    else symlinkSync(`../../libs/${name}`, link);
  }
  if (existsSync(copy)) rmSync(making, { recursive: true, force: true });
  else renameSync(making, copy);
}

const noteFolder = (root) => join(root, 'dist', 'in-use');

/** Notes that a process runs from a copy, until this one ends. */
export function noteUse(root, pid, use) {
  const note = join(noteFolder(root), String(pid));
  mkdirSync(noteFolder(root), { recursive: true });
  writeFileSync(note, JSON.stringify(use));
  process.on('exit', () => rmSync(note, { force: true }));
}

/** The copies that living processes run from. */
function uses(root) {
  if (!existsSync(noteFolder(root))) return [];
  return readdirSync(noteFolder(root)).flatMap((pid) => {
    const note = join(noteFolder(root), pid);
    try {
      const use = JSON.parse(readFileSync(note, 'utf8'));
      if (runsFrom(pid, use.copy)) return [use];
      rmSync(note, { force: true });
    } catch {
      // It ended, and took its note with it.
    }
    return [];
  });
}

/** Whether a process lives and has this folder in its command: the number of one that ended may by now be another's. */
export function runsFrom(pid, folder) {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(folder);
    return process.kill(Number(pid), 0);
  } catch {
    return false;
  }
}

/** The copy that a server of this folder runs from; undefined where none runs. */
export function servedCopy(root) {
  return uses(root).find(({ serves, copy }) => serves && existsSync(copy))?.copy;
}

/** Deletes the copies that nobody runs from any more, but for one. */
export function clearAwayCopies(root, kept) {
  const used = new Set([kept, ...uses(root).map(({ copy }) => copy)]);
  for (const name of readdirSync(join(root, 'dist'))) {
    const path = join(root, 'dist', name);
    if (/^[0-9a-f]{16}$/.test(name) && !used.has(path)) rmSync(path, { recursive: true, force: true });
  }
}
