import { Injectable } from '@nestjs/common';
import type { ImportMapping, ImportMappingList, NewImportMapping } from '@headway/contract';
import { HeadwayProblem } from '@headway/domain';
import { DataSource, type EntityManager } from 'typeorm';
import type { Caller } from '../platform/caller.js';
import { Changes, audit } from '../platform/changes.js';
import { forget, homesOf, mappingsOf, remember } from './mapping-rows.js';

/** What the headings of an organisation's files stand for: asked once, remembered for everybody who imports for it. */
@Injectable()
export class MappingsService {
  constructor(
    private readonly database: DataSource,
    private readonly changes: Changes,
  ) {}

  async list(caller: Caller): Promise<ImportMappingList> {
    const { manager } = this.database;
    return { items: await mappingsOf(manager, await homesOf(manager, caller)) };
  }

  remember(caller: Caller, { organisation, columns }: NewImportMapping): Promise<ImportMapping> {
    return this.changes.run(caller, async (tx) => {
      const home = await homeOf(tx, caller, organisation);
      await remember(tx, caller, home, columns);
      await audit(tx, caller, {
        action: 'import.columns_remembered',
        subject: 'services',
        organisationId: home,
        detail: { columns },
      });
      const [mapping] = await mappingsOf(tx, [home]);
      return mapping!;
    });
  }

  forget(caller: Caller, organisation: string | undefined): Promise<void> {
    return this.changes.run(caller, async (tx) => {
      const home = await homeOf(tx, caller, organisation);
      await forget(tx, home);
      const detail = {};
      await audit(tx, caller, {
        action: 'import.columns_forgotten',
        subject: 'services',
        organisationId: home,
        detail,
      });
    });
  }
}

/** One of the caller's own, by slug, or the first of them. @throws 404 where it is none of theirs. */
async function homeOf(
  tx: EntityManager,
  caller: Caller,
  organisation: string | null | undefined,
): Promise<string | null> {
  const homes = await homesOf(tx, caller);
  if (organisation === undefined) return homes[0]!;
  const [known] =
    organisation === null
      ? [{ id: null }]
      : await tx.query('SELECT id FROM organisation WHERE slug = $1', [organisation]);
  if (!known || !homes.includes(known.id)) throw new HeadwayProblem('not_found');
  return known.id as string | null;
}
