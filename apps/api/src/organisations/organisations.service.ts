import { Injectable } from '@nestjs/common';
import type {
  List,
  NewOrganisation,
  Organisation,
  OrganisationChange,
  OrganisationsQuery,
} from '@headway/contract';
import { HeadwayProblem, correctOrganisation, freeSlug } from '@headway/domain';
import { DataSource } from 'typeorm';
import type * as z from 'zod';
import { type Caller, mustBeAllowed, scopeParameter } from '../platform/caller.js';
import { Changes, audit, notify } from '../platform/changes.js';
import type { ExpectedVersions } from '../platform/if-match.js';
import { followWhoOwes } from '../owed/who-owes.js';
import { mustBegin, mustBeVersion, mustBeginBefore, refused } from './corrections.js';
import { organisationHistories, writeHistories } from './histories.js';
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
      const all = await organisationHistories(tx);
      const slug = freeSlug(organisation.name, new Set(all.map((one) => one.slug)));
      mustBegin(organisation, slug, all);
      const parentId = all.find((one) => one.slug === organisation.parent)?.id ?? null;
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

  /** Puts right what was always wrong, and with it the past; what changes from a day on is a reorganisation. */
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
      await mustBeVersion(tx, before.id, expected);
      const all = await organisationHistories(tx);
      const was = all.find((one) => one.slug === slug)!;
      const result = correctOrganisation(change, was, all);
      if ('broken' in result) throw refused(result.broken);
      if (result.history.existsFrom !== was.existsFrom)
        await mustBeginBefore(tx, before, result.history.existsFrom);
      await writeHistories(tx, [result.history]);
      const detail = { before, after: change };
      const entry = { action: 'organisation.changed', subject: slug, organisationId: before.id, detail };
      const returns = await followWhoOwes(tx);
      await audit(tx, caller, entry, ...returns.entries);
      await notify(
        tx,
        { kind: 'organisation.changed', subject: slug, organisationId: before.id },
        ...returns.events,
      );
      return (await oneOrganisation(tx, slug, null))!;
    });
  }
}
