import { Injectable } from '@nestjs/common';
import type {
  List,
  NewOrganisation,
  Organisation,
  OrganisationChange,
  OrganisationsQuery,
} from '@headway/contract';
import { HeadwayProblem, freeSlug } from '@headway/domain';
import { DataSource, type EntityManager } from 'typeorm';
import type * as z from 'zod';
import { type Caller, mustBeAllowed, scopeParameter } from '../platform/caller.js';
import { Changes, audit, notify } from '../platform/changes.js';
import type { ExpectedVersions } from '../platform/if-match.js';
import { listOrganisations, oneOrganisation } from './organisation-rows.js';

const treeLock = 4_143_239;

@Injectable()
export class OrganisationsService {
  constructor(
    private readonly database: DataSource,
    private readonly changes: Changes,
  ) {}

  list(caller: Caller, query: z.infer<typeof OrganisationsQuery>): Promise<List<Organisation>> {
    const scope = scopeParameter(caller, 'readOrganisations');
    return listOrganisations(this.database.manager, { scope, ...query });
  }

  async one(caller: Caller, slug: string): Promise<Organisation> {
    const scope = scopeParameter(caller, 'readOrganisations');
    const organisation = await oneOrganisation(this.database.manager, slug, scope);
    if (!organisation) throw new HeadwayProblem('not_found');
    return organisation;
  }

  create(caller: Caller, organisation: NewOrganisation): Promise<Organisation> {
    return this.changes.run(caller, async (tx) => {
      await holdTree(tx);
      await mustBeUnused(tx, organisation.name, organisation.abbreviation, null);
      const parentId = await parentIdOf(tx, organisation.parent, null);
      const slug = await newSlug(tx, organisation.name);
      const [{ id }] = await tx.query(
        `INSERT INTO organisation (slug, name, abbreviation, kind, parent_id, exists_from)
         VALUES ($1, $2, $3, $4, $5, coalesce($6::date, '-infinity')) RETURNING id`,
        [
          slug,
          organisation.name,
          organisation.abbreviation,
          organisation.kind,
          parentId,
          organisation.existsFrom,
        ],
      );
      const entry = {
        action: 'organisation.created',
        subject: slug,
        organisationId: id,
        detail: organisation,
      };
      await audit(tx, caller, entry);
      await notify(tx, { kind: 'organisation.changed', subject: slug, organisationId: id });
      return (await oneOrganisation(tx, slug, null))!;
    });
  }

  change(
    caller: Caller,
    slug: string,
    expected: ExpectedVersions,
    change: OrganisationChange,
  ): Promise<Organisation> {
    return this.changes.run(caller, async (tx) => {
      await holdTree(tx);
      const before = await oneOrganisation(tx, slug, scopeParameter(caller, 'readOrganisations'));
      if (!before) throw new HeadwayProblem('not_found');
      mustBeAllowed(caller, 'changeOrganisation', before.id);
      const after = { ...before, parent: before.parent?.slug ?? null, ...change };
      await mustBeUnused(tx, after.name, after.abbreviation, before.id);
      const [[changed]] = await tx.query(
        `UPDATE organisation SET version = version + 1, name = $3, abbreviation = $4, kind = $5, parent_id = $6,
           exists_from = coalesce($7::date, '-infinity')
         WHERE id = $1 AND ($2::integer[] IS NULL OR version = ANY ($2)) RETURNING id`,
        [
          before.id,
          expected,
          after.name,
          after.abbreviation,
          after.kind,
          await parentIdOf(tx, after.parent, before.id),
          after.existsFrom,
        ],
      );
      if (!changed) throw new HeadwayProblem('changed_since_read');
      const detail = { before, after: change };
      const entry = { action: 'organisation.changed', subject: slug, organisationId: before.id, detail };
      await audit(tx, caller, entry);
      await notify(tx, { kind: 'organisation.changed', subject: slug, organisationId: before.id });
      return (await oneOrganisation(tx, slug, null))!;
    });
  }
}

/** One change of the tree of organisations at a time, so that two together cannot make a loop. */
async function holdTree(tx: EntityManager): Promise<void> {
  await tx.query('SELECT pg_advisory_xact_lock($1)', [treeLock]);
}

function broken(pointer: string, code: string, message: string): HeadwayProblem {
  return new HeadwayProblem('rule_broken', undefined, [{ pointer, code, message }]);
}

async function mustBeUnused(
  tx: EntityManager,
  name: string,
  abbreviation: string | null,
  except: string | null,
) {
  const [taken] = await tx.query(
    `SELECT lower(name) = lower($1) AS by_name FROM organisation
     WHERE (lower(name) = lower($1) OR lower(abbreviation) = lower($2)) AND id IS DISTINCT FROM $3`,
    [name, abbreviation, except],
  );
  if (!taken) return;
  throw new HeadwayProblem('already_exists', undefined, [
    taken.by_name
      ? {
          pointer: '/name',
          code: 'already_exists',
          message: 'There is already an organisation with this name',
        }
      : {
          pointer: '/abbreviation',
          code: 'already_exists',
          message: 'There is already an organisation with this abbreviation',
        },
  ]);
}

async function parentIdOf(
  tx: EntityManager,
  slug: string | null,
  child: string | null,
): Promise<string | null> {
  if (slug === null) return null;
  const [parent] = await tx.query(
    `SELECT id, id IN (SELECT organisations_below($2::uuid)) AS below FROM organisation WHERE slug = $1`,
    [slug, child],
  );
  if (!parent) throw broken('/parent', 'unknown_organisation', 'Select an organisation that it is part of');
  if (child && parent.below)
    throw broken('/parent', 'part_of_itself', 'An organisation cannot be part of itself or of one below it');
  return parent.id as string;
}

async function newSlug(tx: EntityManager, name: string): Promise<string> {
  const taken: { slug: string }[] = await tx.query('SELECT slug FROM organisation');
  return freeSlug(name, new Set(taken.map(({ slug }) => slug)));
}
