import { Injectable } from '@nestjs/common';
import type {
  List,
  NewService,
  Service,
  ServiceChange,
  ServiceQuery,
  ServicesQuery,
} from '@headway/contract';
import { type FirstDays, HeadwayProblem, londonDate, opensBroken } from '@headway/domain';
import { DataSource, type EntityManager } from 'typeorm';
import { type Caller, mustBeAllowed, scopeParameter } from '../platform/caller.js';
import { Changes, audit, notify } from '../platform/changes.js';
import type { ExpectedVersions } from '../platform/if-match.js';
import { mustBeKnown } from '../platform/known.js';
import { followWhoOwes } from '../owed/who-owes.js';
import { claimService, seenServices } from './claim.js';
import { nextReference, referenceRefused, referencesOpenTo } from './reference.js';
import { listServices, oneService } from './service-rows.js';

@Injectable()
export class ServicesService {
  constructor(
    private readonly database: DataSource,
    private readonly changes: Changes,
  ) {}

  async list(caller: Caller, query: ServicesQuery): Promise<List<Service>> {
    const { on, boundaries, asKnownAt, ...filters } = query;
    await mustBeKnown(this.database.manager, asKnownAt);
    const scope = scopeParameter(caller, 'readServices');
    const view = { on: on ?? londonDate(new Date()), boundaries, asKnownAt };
    return listServices(this.database.manager, { filters, scope, view }, query);
  }

  /** As it stands today, or in the past asked for. */
  async one(caller: Caller, key: string, { on, ...past }: ServiceQuery): Promise<Service> {
    await mustBeKnown(this.database.manager, past.asKnownAt);
    const view = { on: on ?? londonDate(new Date()), ...past };
    const scope = scopeParameter(caller, 'readServices');
    const service = await oneService(this.database.manager, key, scope, view);
    if (!service) throw new HeadwayProblem('not_found');
    return service;
  }

  create(caller: Caller, { organisation, reference, ...details }: NewService): Promise<Service> {
    return this.changes.run(caller, async (tx) => {
      const owner = await ownerBySlug(tx, caller, organisation);
      mustBeAllowed(caller, 'createService', owner.id);
      if (reference !== undefined) await mustBeFree(tx, caller, reference, owner);
      const named = reference ?? (await nextReference(tx, owner));
      const [{ id }] = await tx.query(
        `INSERT INTO service (reference, name, audience, description, address, transactions_a_year, owner, opens_on)
         VALUES ($1, $2, $3, $4, $5, $6, $7, coalesce($8::date, '-infinity')) RETURNING id`,
        [
          named,
          details.name,
          details.audience,
          details.description,
          details.address,
          details.transactionsAYear,
          details.owner,
          details.opensOn,
        ],
      );
      await tx.query('INSERT INTO service_ownership (service_id, organisation_id) VALUES ($1, $2)', [
        id,
        owner.id,
      ]);
      const entry = { action: 'service.created', subject: named, organisationId: owner.id, detail: details };
      const owed = await followWhoOwes(tx, [owner.id]);
      await audit(tx, caller, ...owed.entries, entry);
      await notify(tx, ...owed.events, { kind: 'service.changed', subject: named, organisationId: owner.id });
      return (await oneService(tx, id, null))!;
    });
  }

  change(caller: Caller, key: string, expected: ExpectedVersions, change: ServiceChange): Promise<Service> {
    return this.changes.run(caller, async (tx) => {
      const { id, organisationId } = await claimService(tx, caller, 'changeService', key, expected);
      const before = (await oneService(tx, id, null))!;
      const after = { ...before, ...change };
      if (after.opensOn !== before.opensOn) await mustOpenInTime(tx, id, after.opensOn);
      await tx.query(
        `UPDATE service SET name = $2, audience = $3, description = $4, address = $5, transactions_a_year = $6,
           owner = $7, opens_on = coalesce($8::date, '-infinity') WHERE id = $1`,
        [
          id,
          after.name,
          after.audience,
          after.description,
          after.address,
          after.transactionsAYear,
          after.owner,
          after.opensOn,
        ],
      );
      const { reference } = before;
      const was = Object.fromEntries(
        Object.keys(change).map((field) => [field, before[field as keyof Service]]),
      );
      const detail = { before: was, after: change };
      const opens = after.opensOn !== before.opensOn;
      const owed = opens ? await followWhoOwes(tx, [organisationId]) : { entries: [], events: [] };
      const entry = { action: 'service.changed', subject: reference, organisationId, detail };
      await audit(tx, caller, ...owed.entries, entry);
      await notify(tx, ...owed.events, { kind: 'service.changed', subject: reference, organisationId });
      return (await oneService(tx, id, null))!;
    });
  }
}

/** Held until the transaction ends, so that it does not end meanwhile. */
async function ownerBySlug(tx: EntityManager, caller: Caller, slug: string) {
  const [owner] = await tx.query(
    `SELECT id, slug, name, abbreviation, exists_to < 'infinity' AS ended FROM organisation
     WHERE slug = $1 AND ($2::uuid[] IS NULL OR id = ANY ($2)) FOR SHARE`,
    [slug, scopeParameter(caller, 'readOrganisations')],
  );
  if (owner && !owner.ended)
    return owner as { id: string; slug: string; name: string; abbreviation: string | null };
  const [code, message] = owner
    ? ['organisation_ended', 'That organisation has ended. Select the one that took its place']
    : ['unknown_organisation', 'Select the organisation that owns the service'];
  throw new HeadwayProblem('rule_broken', undefined, [{ pointer: '/organisation', code, message }]);
}

/** @throws 409 where a service that the caller sees has it, 422 where it is not theirs to give. */
async function mustBeFree(
  tx: EntityManager,
  caller: Caller,
  reference: string,
  owner: { name: string; abbreviation: string | null },
): Promise<void> {
  const [seen] = await seenServices(tx, caller, [reference]);
  const message = 'There is already a service with this reference';
  if (seen)
    throw new HeadwayProblem('already_exists', message, [
      { pointer: '/reference', code: 'already_exists', message },
    ]);
  const open = await referencesOpenTo(tx, scopeParameter(caller, 'createService'));
  const [taken] = await tx.query('SELECT FROM service WHERE lower(reference) = lower($1)', [reference]);
  if (taken || !open(reference))
    throw new HeadwayProblem('rule_broken', undefined, [
      { pointer: '/reference', ...referenceRefused(owner) },
    ]);
}

/** The first day of each thing that is known of a service. */
async function mustOpenInTime(tx: EntityManager, id: string, opensOn: string | null): Promise<void> {
  const [first]: [FirstDays] = await tx.query(
    `SELECT (SELECT min(effective_on) FROM stage_record r WHERE service_id = $1
         AND NOT EXISTS (SELECT FROM stage_correction x WHERE x.record_id = r.id)) AS record,
       (SELECT min(closed_on) FROM service_closure WHERE service_id = $1) AS closing,
       (SELECT min(due_on) FROM (SELECT DISTINCT ON (stage) due_on FROM target WHERE service_id = $1
         ORDER BY stage, sequence DESC) t) AS target,
       (SELECT min(raised_on) FROM barrier WHERE service_id = $1) AS barrier,
       (SELECT min(closed_on) FROM service_closure WHERE merged_into = $1) AS merged`,
    [id],
  );
  const broken = opensBroken(opensOn, first);
  if (broken) throw new HeadwayProblem('rule_broken', undefined, [{ pointer: '/opensOn', ...broken }]);
}
