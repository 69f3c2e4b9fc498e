import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { UsageError, runCommand } from '../platform/command.js';
import { type Verdict, verify } from './verify.js';

/** Says whether the audit trail is what was written; exit code 1 where it is not. */
await runCommand(async (database) => {
  const { values } = parseArgs({ options: { log: { type: 'string' } } });
  const usual = process.env['HEADWAY_LOG'];
  const log = values.log ?? (usual && existsSync(usual) ? usual : null);
  if (log !== null && !existsSync(log)) throw new UsageError(`There is no log ${log}`);
  const verdict = await verify(database, log);
  process.stdout.write(told(verdict, log));
  if (verdict.broken.length > 0) process.exitCode = 1;
});

function told({ chains, entries, heads, unreadable, broken }: Verdict, log: string | null): string {
  const lines = [
    `Read ${many(entries, 'entry', 'entries')} in ${many(chains, 'chain', 'chains')} of the audit trail.`,
    log === null
      ? 'There is no log to hold them against: a chain whose end was written anew would not be found. Name one with --log.'
      : `Held ${many(heads, 'head', 'heads')} that the log ${log} names against them.`,
    ...(unreadable ? [`${many(unreadable, 'line', 'lines')} of the log about heads cannot be read.`] : []),
    ...broken.map(({ chain, position, why }) => `${chain}, entry ${position}: ${why}`),
    broken.length === 0
      ? 'Nothing has been changed.'
      : `${many(broken.length, 'chain is', 'chains are')} not what was written. The first break of each is above.`,
  ];
  return `${lines.join('\n')}\n`;
}

function many(count: number, one: string, more: string): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? one : more}`;
}
