import type { OwnedService, Ownership } from '@headway/domain';
import type { EntityManager } from 'typeorm';
import { ownershipOf, writeOwnership } from '../services/ownership-rows.js';
import type { StoredHistory } from './histories.js';

/** Services with whose they were when, by slug; in the order of their references. */
export async function withOwners<S extends { readonly id: string; readonly reference: string }>(
  tx: EntityManager,
  services: readonly S[],
  organisations: readonly StoredHistory[],
): Promise<(S & { readonly periods: Ownership[] })[]> {
  const owned = await ownershipOf(
    tx,
    services.map(({ id }) => id),
  );
  const slugs = new Map(organisations.map(({ id, slug }) => [id, slug]));
  return services
    .map((service) => ({
      ...service,
      periods: owned
        .get(service.id)!
        .map((period) => ({ ...period, organisation: slugs.get(period.organisation)! })),
    }))
    .toSorted((a, b) => (a.reference < b.reference ? -1 : 1));
}

/** The ids behind slugs and references. */
interface Ids {
  readonly organisationIds: ReadonlyMap<string, string>;
  readonly serviceIds: ReadonlyMap<string, string>;
}

/** Writes whose services are when. */
export async function writeOwners(
  tx: EntityManager,
  services: readonly OwnedService[],
  { organisationIds, serviceIds }: Ids,
): Promise<void> {
  const owned = services.map(({ reference, periods }) => {
    const byId = periods.map((one) => ({ ...one, organisation: organisationIds.get(one.organisation)! }));
    return [serviceIds.get(reference)!, byId] as const;
  });
  await tx.query('UPDATE service SET version = version + 1 WHERE id = ANY ($1)', [owned.map(([id]) => id)]);
  await writeOwnership(tx, new Map(owned));
}
