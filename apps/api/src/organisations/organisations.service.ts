import { Injectable } from '@nestjs/common';
import type {
  List,
  NewOrganisation,
  Organisation,
  OrganisationChange,
  OrganisationsQuery,
} from '@headway/contract';
import { type CalendarDate, HeadwayProblem, formatDate, freeSlug, partOfItself } from '@headway/domain';
import { DataSource, type EntityManager } from 'typeorm';
import type * as z from 'zod';
import { type Caller, mustBeAllowed, scopeParameter } from '../platform/caller.js';
import { Changes, audit, notify } from '../platform/changes.js';
import type { ExpectedVersions } from '../platform/if-match.js';
import { organisationHistories } from './histories.js';
import { holdTree } from './hold-tree.js';
import { listOrganisations, oneOrganisation } from './organisation-rows.js';

@Injectable()
export class OrganisationsService {
  constructor(
    private readonly database: DataSource,
    private readonly changes: Changes,
  ) {}

  list(caller: Caller, query: z.infer<typeof OrganisationsQuery>): Promise<List<Organisation>> {
    const scope = scopeParameter(caller, 'readOrganisations');
    const { ended, ...page } = query;
    return listOrganisations(this.database.manager, { scope, ended: ended === 'true', ...page });
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

  /** Puts a mistake right as if it had never been made; what changes from a day on is a reorganisation. */
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
      if (before.existsTo !== null && after.existsFrom !== null && after.existsFrom >= before.existsTo)
        throw broken(
          '/existsFrom',
          'begins_after_it_ends',
          'It must exist from a date before the one it ended on',
        );
      if (change.existsFrom && change.existsFrom > (before.existsFrom ?? ''))
        await mustHaveHadNothing(tx, before.id, change.existsFrom);
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
          await parentIdOf(tx, after.parent, before),
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

function broken(pointer: string, code: string, message: string): HeadwayProblem {
  return new HeadwayProblem('rule_broken', undefined, [{ pointer, code, message }]);
}

/** An organisation that is said to begin later cannot have had services of which something was recorded before. */
async function mustHaveHadNothing(tx: EntityManager, id: string, existsFrom: CalendarDate): Promise<void> {
  const [{ first }] = await tx.query(
    `SELECT min(r.effective_on)::text AS first FROM service_ownership w
     JOIN stage_record r ON r.service_id = w.service_id AND r.effective_on >= w.from_on AND r.effective_on < w.to_on
     WHERE w.organisation_id = $1 AND r.effective_on < $2::date`,
    [id, existsFrom],
  );
  if (first === null) return;
  const words = `It must exist from the first record of its services, ${formatDate(first as string)}, or before`;
  throw broken('/existsFrom', 'begins_after_first_record', words);
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

/** One that goes on; and one that it is part of already, whatever became of that. */
async function parentIdOf(
  tx: EntityManager,
  slug: string | null,
  child: Organisation | null,
): Promise<string | null> {
  if (slug === null) return null;
  const [parent] = await tx.query(
    `SELECT id, exists_to < 'infinity' AS ended FROM organisation WHERE slug = $1`,
    [slug],
  );
  if (!parent) throw broken('/parent', 'unknown_organisation', 'Select an organisation that it is part of');
  if (slug === child?.parent?.slug) return parent.id as string;
  if (parent.ended)
    throw broken('/parent', 'organisation_ended', 'That organisation has ended. Select another one');
  if (child && (await wouldBePartOfItself(tx, child.slug, slug)))
    throw broken('/parent', 'part_of_itself', 'An organisation cannot be part of itself or of one below it');
  return parent.id as string;
}

/** On any day since it last became part of another, which is what a correction changes. */
async function wouldBePartOfItself(tx: EntityManager, slug: string, parent: string): Promise<boolean> {
  const after = (await organisationHistories(tx)).map((one) =>
    one.slug === slug ? { ...one, periods: one.periods.with(-1, { ...one.periods.at(-1)!, parent }) } : one,
  );
  return partOfItself(after, [slug]) !== null;
}

async function newSlug(tx: EntityManager, name: string): Promise<string> {
  const taken: { slug: string }[] = await tx.query('SELECT slug FROM organisation');
  return freeSlug(name, new Set(taken.map(({ slug }) => slug)));
}
