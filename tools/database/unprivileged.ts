import { type SpawnOptions, spawnSync } from 'node:child_process';

/** How to run a program that refuses root: what to put before it, and as whom. */
export interface RunAs {
  readonly uid: number | null;
  command(program: string, args: readonly string[]): [string, string[], SpawnOptions];
}

const nobody = 65534;

const asSelf: RunAs = { uid: null, command: (program, args) => [program, [...args], {}] };

const asNobody: RunAs = {
  uid: nobody,
  command: (program, args) => [program, [...args], { uid: nobody, gid: nobody }],
};

/** Still nobody, but let through folders that only root may enter. */
const asNobodyLetThrough: RunAs = {
  uid: nobody,
  command: (program, args) => [
    'setpriv',
    [
      `--reuid=${nobody}`,
      `--regid=${nobody}`,
      '--clear-groups',
      '--inh-caps=+dac_override',
      '--ambient-caps=+dac_override',
      '--',
      program,
      ...args,
    ],
    {},
  ],
};

/**
 * PostgreSQL refuses root, so root runs it as nobody, where nobody can reach the program.
 * @throws where it cannot be reached either way, with what to do instead.
 */
export function runAs(program: string): RunAs {
  if (process.getuid?.() !== 0) return asSelf;
  const way = [asNobody, asNobodyLetThrough].find((as) => {
    const [command, args, options] = as.command(program, ['--version']);
    return spawnSync(command, args, { uid: options.uid, gid: options.gid }).status === 0;
  });
  if (way) return way;
  throw new Error(
    'PostgreSQL does not run as root, and no other user can reach this folder. ' +
      'Run Headway as another user, move it to a folder that others may enter, or set DATABASE_URL.',
  );
}
