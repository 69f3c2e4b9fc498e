import { parseArgs } from 'node:util';
import { governmentRoles, organisationRoles, roles } from '@headway/domain';
import type { EntityManager } from 'typeorm';
import * as z from 'zod';
import { audit, committed } from '../platform/changes.js';
import { UsageError, runCommand } from '../platform/command.js';

const usage =
  'npm run person -- add --email a@b.example --name "A B" --role oversight [--organisation slug]\n' +
  `Roles: ${roles.join(', ')}. ${organisationRoles.join(' and ')} need an organisation.`;

const Options = z
  .object({
    email: z.email('--email must be an email address'),
    name: z.string({ error: '--name is needed' }).trim().min(1, '--name is needed'),
    role: z.enum(roles, { error: `--role must be one of ${roles.join(', ')}` }),
    organisation: z.string().optional(),
  })
  .refine(({ role, organisation }) => organisation || !organisationRoles.includes(role), {
    error: 'This role needs --organisation',
  })
  .refine(({ role, organisation }) => !organisation || !governmentRoles.includes(role), {
    error: 'This role is over all of government and takes no --organisation',
  });

/** Adds a person, or gives one who is here another role. */
async function addPerson(tx: EntityManager, given: z.infer<typeof Options>): Promise<string> {
  const [organisation] = await tx.query('SELECT id, name FROM organisation WHERE slug = $1', [
    given.organisation,
  ]);
  if (given.organisation && !organisation)
    throw new UsageError(`There is no organisation ${given.organisation}`);
  const [person] = await tx.query(
    `INSERT INTO person (email, name) VALUES ($1, $2)
     ON CONFLICT (lower(email)) DO UPDATE SET name = excluded.name RETURNING id`,
    [given.email, given.name],
  );
  await tx.query(
    `INSERT INTO role_grant (person_id, role, organisation_id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`,
    [person.id, given.role, organisation?.id ?? null],
  );
  const detail = { role: given.role, by: 'command line' };
  const entry = {
    action: 'person.granted',
    subject: person.id,
    organisationId: organisation?.id ?? null,
    detail,
  };
  await audit(tx, person, entry);
  return `${given.name} is ${given.role}${organisation ? ` of ${organisation.name}` : ''}`;
}

await runCommand(async (database, log) => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      email: { type: 'string' },
      name: { type: 'string' },
      role: { type: 'string' },
      organisation: { type: 'string' },
    },
  });
  const given = Options.safeParse(values);
  if (positionals[0] !== 'add') throw new UsageError(usage);
  if (!given.success)
    throw new UsageError(`${given.error.issues.map(({ message }) => message).join('\n')}\n${usage}`);
  process.stdout.write(`${await committed(database, log, (tx) => addPerson(tx, given.data))}\n`);
});
