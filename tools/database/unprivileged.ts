import { type SpawnOptions, spawnSync } from 'node:child_process';

/** How to run a program that refuses root: what to put before it, as whom, and who then owns its files. */
export interface RunAs {
  readonly owner: number | null;
  command(program: string, args: readonly string[]): [string, string[], SpawnOptions];
}

const nobody = 65534;

const asSelf: RunAs = { owner: null, command: (program, args) => [program, [...args], { cwd: '/' }] };

export const asNobody: RunAs = {
  owner: nobody,
  command: (program, args) => [program, [...args], { cwd: '/', uid: nobody, gid: nobody }],
};

/** A user namespace in which root goes by the name of nobody: its files stay reachable, its powers are gone. */
const asRenamedRoot: RunAs = {
  owner: 0,
  command: (program, args) => [
    'unshare',
    ['--user', `--map-user=${nobody}`, `--map-group=${nobody}`, '--', program, ...args],
    { cwd: '/' },
  ],
};

/** The first way, if any, by which a program that refuses root can run and reach its home. */
export function runAs(program: string, home: string): RunAs | null {
  if (process.getuid?.() !== 0) return asSelf;
  const works = (as: RunAs, ...tried: string[]) => {
    const [command, args, { uid, gid }] = as.command(tried[0]!, tried.slice(1));
    return spawnSync(command, args, { cwd: '/', uid, gid }).status === 0;
  };
  const reached = (as: RunAs) => works(as, program, '--version') && works(as, 'test', '-x', home);
  return [asNobody, asRenamedRoot].find(reached) ?? null;
}
