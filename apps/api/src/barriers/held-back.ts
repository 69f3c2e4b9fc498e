import { type BarrierService, HeadwayProblem } from '@headway/domain';
import type { EntityManager } from 'typeorm';
import { type Caller, scopeParameter } from '../platform/caller.js';
import { claimedServices, seenServices } from '../services/claim.js';

/** What a barrier is about: a service, or a whole organisation. */
export interface HeldBack {
  readonly column: 'service_id' | 'organisation_id';
  readonly id: string;
  /** What it is called in the audit trail and in events: a reference, or a slug. */
  readonly subject: string;
  readonly organisationId: string;
}

/** A service by uuid or reference. @throws 404 missing or not the caller's to see. */
export async function heldBackService(
  database: EntityManager,
  caller: Caller,
  key: string,
): Promise<HeldBack> {
  const [service] = await heldBackServices(database, caller, [key]);
  if (!service) throw new HeadwayProblem('not_found');
  return service;
}

/** Those of the services named, by uuid or reference, that the caller may see. */
export async function heldBackServices(
  database: EntityManager,
  caller: Caller,
  keys: readonly string[],
): Promise<HeldBack[]> {
  const services = await seenServices(database, caller, keys);
  return services.map(({ id, reference, organisationId }) => ({
    column: 'service_id',
    id,
    subject: reference,
    organisationId,
  }));
}

/** What a barrier's dates are held to: its service, held until the transaction ends; null for an organisation's. */
export async function heldService(
  tx: EntityManager,
  reference: string | null,
): Promise<BarrierService | null> {
  if (reference === null) return null;
  const services = await tx.query(
    `SELECT id, reference, '' AS "organisationId" FROM service WHERE reference = $1 FOR SHARE`,
    [reference],
  );
  return (await claimedServices(tx, services))[0]!;
}

/** An organisation by its slug. @throws 404 missing or not the caller's to see. */
export async function heldBackOrganisation(
  database: EntityManager,
  caller: Caller,
  slug: string,
): Promise<HeldBack> {
  const [organisation] = await database.query(
    'SELECT id FROM organisation WHERE slug = $1 AND ($2::uuid[] IS NULL OR id = ANY ($2))',
    [slug, scopeParameter(caller, 'readOrganisations')],
  );
  if (!organisation) throw new HeadwayProblem('not_found');
  return { column: 'organisation_id', id: organisation.id, subject: slug, organisationId: organisation.id };
}
