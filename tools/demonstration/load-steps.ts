import type { Client } from 'pg';
import { own } from './load-organisations.ts';
import type { DemonstrationBarrier, DemonstrationClosure, DemonstrationService } from './types.ts';

/** Services with whoever owned them first. */
export async function addServices(client: Client, services: readonly DemonstrationService[]): Promise<void> {
  await client.query(
    `INSERT INTO service (reference, name, audience, description, address, transactions_a_year, owner, opens_on)
     SELECT reference, name, audience, description, address, "transactionsAYear", owner, coalesce("opensOn", '-infinity')
     FROM jsonb_to_recordset($1::jsonb)
       AS given (reference text, name text, audience audience, description text, address text,
         "transactionsAYear" bigint, owner text, "opensOn" date)`,
    [JSON.stringify(services)],
  );
  await own(
    client,
    services.map(({ reference, owners }) => ({
      reference,
      periods: owners.slice(0, 1).map((first) => ({ ...first, toOn: null })),
    })),
  );
}

export async function closeService(
  client: Client,
  reference: string,
  { closedOn, reason, mergedInto, note }: DemonstrationClosure,
): Promise<void> {
  await client.query(
    `INSERT INTO service_closure (service_id, closed_on, reason, merged_into, note)
     SELECT s.id, $2, $3, (SELECT id FROM service WHERE reference = $4), $5 FROM service s WHERE s.reference = $1`,
    [reference, closedOn, reason, mergedInto, note],
  );
}

export async function reopenService(client: Client, reference: string, on: string): Promise<void> {
  await client.query(
    `UPDATE service_closure c SET reopened_on = $2 FROM service s
     WHERE s.id = c.service_id AND s.reference = $1 AND c.reopened_on = 'infinity'`,
    [reference, on],
  );
}

/** Raises a barrier, or brings it to its next state. */
export async function changeBarrier(
  client: Client,
  barrier: DemonstrationBarrier,
  index: number,
): Promise<void> {
  const { id, service, organisation, category, description, raisedOn, by, states } = barrier;
  const { nextAction, nextActionOwner, resolvedOn } = states[index]!;
  if (index === 0)
    await client.query(
      `INSERT INTO barrier (id, service_id, organisation_id, category, description, raised_on, next_action,
         next_action_owner, changed_by)
       SELECT $1, (SELECT id FROM service WHERE reference = $2), (SELECT id FROM organisation WHERE slug = $3),
         $4, $5, $6, $7, $8, id FROM person WHERE email = $9`,
      [id, service, organisation, category, description, raisedOn, nextAction, nextActionOwner, by],
    );
  else
    await client.query(
      `UPDATE barrier SET next_action = $2, next_action_owner = $3, resolved_on = $4, version = version + 1
       WHERE id = $1`,
      [id, nextAction, nextActionOwner, resolvedOn],
    );
}
