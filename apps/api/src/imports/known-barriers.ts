import { type Barrier, uuidPattern } from '@headway/contract';
import { can } from '@headway/domain';
import type { EntityManager } from 'typeorm';
import { holdBarriers, seenBarriers } from '../barriers/barrier-rows.js';
import { heldBackServices } from '../barriers/held-back.js';
import { type Caller, scopeParameter } from '../platform/caller.js';
import { claimedServices } from '../services/claim.js';
import { knownOrganisations } from './known.js';
import type { ReadBarrier } from './read-barriers.js';
import type { KnownBarriers, NamedHeldBack } from './row-barriers.js';

/**
 * What the rows of a file may be about, as far as the caller may see it. A row without an id may mean any
 * barrier of what it names. With `hold` their rows are locked until the transaction ends.
 */
export async function knownBarriers(
  tx: EntityManager,
  caller: Caller,
  rows: readonly ReadBarrier[],
  hold: boolean,
): Promise<KnownBarriers> {
  const organisations = await knownOrganisations(tx, scopeParameter(caller, 'readOrganisations'));
  const withoutId = rows.filter(({ barrierId }) => barrierId === null);
  const references = new Set(withoutId.flatMap(({ reference }) => reference ?? []));
  const services = await heldBackServices(tx, caller, [...references]);
  const whole = withoutId.some(({ reference }) => reference === null) ? organisations : [];
  const keys = {
    ids: rows.flatMap(({ barrierId }) => (barrierId && uuidPattern.test(barrierId) ? [barrierId] : [])),
    heldBack: [...services, ...whole].map(({ id }) => id),
  };
  if (hold) await holdBarriers(tx, keys);
  const barriers = await seenBarriers(tx, keys, scopeParameter(caller, 'readServices'));
  return {
    ...{ organisations, barriers },
    services: await named(tx, caller, new Set([...references, ...referencesOf(barriers)]), hold),
    mayChange: (id) => can(caller, 'changeBarrier', id),
  };
}

function referencesOf(barriers: readonly Barrier[]): string[] {
  return barriers.flatMap(({ service }) => service?.reference ?? []);
}

/** With what the dates of their barriers are held to. */
async function named(
  tx: EntityManager,
  caller: Caller,
  references: ReadonlySet<string>,
  hold: boolean,
): Promise<NamedHeldBack[]> {
  const services = await heldBackServices(tx, caller, [...references]);
  const ids = services.map(({ id }) => id);
  if (hold) await tx.query('SELECT FROM service WHERE id = ANY ($1) ORDER BY id FOR SHARE', [ids]);
  const names = await namesOf(tx, ids);
  const seen = services.map(({ id, subject: reference, organisationId }) => ({
    id,
    reference,
    organisationId,
  }));
  const facts = await claimedServices(tx, seen);
  return services.map((service, index) => ({
    ...service,
    name: names.get(service.id)!,
    service: facts[index]!,
  }));
}

async function namesOf(tx: EntityManager, ids: readonly string[]): Promise<Map<string, string>> {
  const services: { id: string; name: string }[] = await tx.query(
    'SELECT id, name FROM service WHERE id = ANY ($1)',
    [ids],
  );
  return new Map(services.map(({ id, name }) => [id, name]));
}
