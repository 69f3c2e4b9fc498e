import type { Client } from 'pg';
import { demonstration } from './demonstration.ts';
import { loadFacts } from './load-facts.ts';
import { loadOrganisations, reorganise } from './load-organisations.ts';
import { grantRoles, loadPeople } from './load-people.ts';
import { addServices, changeBarrier, closeService, reopenService } from './load-steps.ts';
import { loadPulse } from './load-pulse.ts';
import type { Demonstration } from './types.ts';

/** Loads the demonstration into a database that holds nothing yet; one transaction. Says whether it did. */
export async function loadDemonstration(client: Client, today: string): Promise<boolean> {
  const { rows } = await client.query('SELECT FROM organisation UNION ALL SELECT FROM person LIMIT 1');
  if (rows.length > 0) return false;
  const all = demonstration(today);
  await client.query('BEGIN');
  await knowFrom(client, '-infinity');
  await loadOrganisations(client, all.organisations);
  await loadPeople(client, all.people);
  await addServices(
    client,
    all.services.filter(({ addedAt }) => addedAt === null),
  );
  for (const { at, run } of stepsOf(client, all)) {
    await knowFrom(client, at);
    await run();
  }
  await grantRoles(client, all.people);
  await loadFacts(client, all);
  await loadPulse(client, all.pulse, today);
  await client.query('COMMIT');
  await client.query('ANALYZE');
  return true;
}

/** What the database keeps of what was known counts from this instant on, until the next. */
async function knowFrom(client: Client, instant: string): Promise<void> {
  await client.query(`SELECT set_config('headway.known_now', $1, true)`, [instant]);
}

interface Step {
  readonly at: string;
  readonly run: () => Promise<void>;
}

/** All that changed what there is, in the order in which it was entered. */
function stepsOf(client: Client, { services, reorganisations, barriers }: Demonstration): readonly Step[] {
  const added = services.flatMap((service): Step[] =>
    service.addedAt === null ? [] : [{ at: service.addedAt, run: () => addServices(client, [service]) }],
  );
  const closed = services.flatMap(({ reference, closures }) =>
    closures.flatMap((closure): Step[] => {
      const { at, reopened } = closure;
      const closing = { at, run: () => closeService(client, reference, closure) };
      return reopened
        ? [closing, { at: reopened.at, run: () => reopenService(client, reference, reopened.on) }]
        : [closing];
    }),
  );
  const held = barriers.flatMap((barrier) =>
    barrier.states.map((state, index): Step => ({
      at: state.at,
      run: () => changeBarrier(client, barrier, index),
    })),
  );
  const made = reorganisations.map((one): Step => ({ at: one.at, run: () => reorganise(client, one) }));
  return [...made, ...added, ...closed, ...held].toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}
