import { parseArgs } from 'node:util';
import { committed } from '../platform/changes.js';
import { UsageError, runCommand } from '../platform/command.js';
import { createToken } from './tokens.service.js';

/** Prints a new token of a person and nothing else. */
await runCommand(async (database, log) => {
  const { values } = parseArgs({
    options: { email: { type: 'string' }, write: { type: 'boolean', default: false } },
  });
  if (!values.email) throw new UsageError('npm run token -- --email a@b.example [--write]');
  const [person] = await database.query('SELECT id FROM person WHERE lower(email) = lower($1)', [
    values.email,
  ]);
  if (!person) throw new UsageError(`There is nobody with the address ${values.email}`);
  const token = { name: 'Made on the command line', write: values.write };
  const { token: secret } = await committed(database, log, (tx) => createToken(tx, person.id, token));
  process.stdout.write(`${secret}\n`);
});
