import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  type Barrier,
  type BarrierChange,
  type BarrierHistory,
  type BarrierList,
  type BarriersQuery,
  type NewBarrier,
  uuidPattern,
} from '@headway/contract';
import {
  type BarrierDates,
  type BarrierService,
  HeadwayProblem,
  barrierBroken,
  londonDate,
} from '@headway/domain';
import { DataSource, type EntityManager } from 'typeorm';
import { type Caller, mustBeAllowed, scopeParameter } from '../platform/caller.js';
import { Changes } from '../platform/changes.js';
import type { ExpectedVersions } from '../platform/if-match.js';
import { mustBeKnown } from '../platform/known.js';
import { holdReturns } from '../services/claim.js';
import { barriersOf, historyOf, oneBarrier } from './barrier-rows.js';
import { claimBarriers, writeBarriers } from './barrier-writes.js';
import { heldBackOrganisation, heldBackService, heldService } from './held-back.js';

type Find = typeof heldBackService;

/** What holds back a service or a whole organisation. */
@Injectable()
export class BarriersService {
  constructor(
    private readonly database: DataSource,
    private readonly changes: Changes,
  ) {}

  ofService(caller: Caller, key: string, query: BarriersQuery): Promise<BarrierList> {
    return this.list(caller, heldBackService, key, query);
  }

  ofOrganisation(caller: Caller, slug: string, query: BarriersQuery): Promise<BarrierList> {
    return this.list(caller, heldBackOrganisation, slug, query);
  }

  one(caller: Caller, id: string): Promise<Barrier> {
    return seen(this.database.manager, caller, id);
  }

  async history(caller: Caller, id: string): Promise<BarrierHistory> {
    await seen(this.database.manager, caller, id);
    return historyOf(this.database.manager, id);
  }

  raiseForService(caller: Caller, key: string, barrier: NewBarrier): Promise<Barrier> {
    return this.raise(caller, heldBackService, key, barrier);
  }

  raiseForOrganisation(caller: Caller, slug: string, barrier: NewBarrier): Promise<Barrier> {
    return this.raise(caller, heldBackOrganisation, slug, barrier);
  }

  /** @throws 404 missing or not visible, 403 visible but not allowed, 412 changed since it was read, 422. */
  change(caller: Caller, id: string, expected: ExpectedVersions, change: BarrierChange): Promise<Barrier> {
    return this.changes.run(caller, async (tx) => {
      const { organisation } = await seen(tx, caller, id);
      mustBeAllowed(caller, 'changeBarrier', organisation.id);
      await holdReturns(tx, [{ organisationId: organisation.id }]);
      const [claimed] = await claimBarriers(tx, caller, [id], expected);
      if (!claimed) throw new HeadwayProblem('changed_since_read');
      const before = (await oneBarrier(tx, id, null))!;
      const service = await heldService(tx, before.service?.reference ?? null);
      mustKeepToRules({ ...before, ...change }, service, before);
      await writeBarriers(tx, caller, [], [{ before, change }]);
      return (await oneBarrier(tx, id, null))!;
    });
  }

  private async list(
    caller: Caller,
    find: Find,
    key: string,
    { asKnownAt }: BarriersQuery,
  ): Promise<BarrierList> {
    const { manager } = this.database;
    await mustBeKnown(manager, asKnownAt);
    return { items: await barriersOf(manager, await find(manager, caller, key), asKnownAt) };
  }

  private raise(caller: Caller, find: Find, key: string, barrier: NewBarrier): Promise<Barrier> {
    return this.changes.run(caller, async (tx) => {
      const heldBack = await find(tx, caller, key);
      mustBeAllowed(caller, 'changeBarrier', heldBack.organisationId);
      await holdReturns(tx, [heldBack]);
      const service = await heldService(tx, heldBack.column === 'service_id' ? heldBack.subject : null);
      mustKeepToRules({ raisedOn: barrier.raisedOn, resolvedOn: null }, service, null);
      const id = randomUUID();
      await writeBarriers(tx, caller, [{ id, heldBack, barrier, resolvedOn: null }], []);
      return (await oneBarrier(tx, id, null))!;
    });
  }
}

/** @throws 404 missing or not the caller's to see. */
async function seen(database: EntityManager, caller: Caller, id: string): Promise<Barrier> {
  const barrier = uuidPattern.test(id)
    ? await oneBarrier(database, id, scopeParameter(caller, 'readServices'))
    : null;
  if (!barrier) throw new HeadwayProblem('not_found');
  return barrier;
}

function mustKeepToRules(
  dates: BarrierDates,
  service: BarrierService | null,
  before: BarrierDates | null,
): void {
  const broken = barrierBroken(dates, londonDate(new Date()), service, before);
  if (!broken) return;
  const { field, code, message } = broken;
  throw new HeadwayProblem('rule_broken', undefined, [{ pointer: `/${field}`, code, message }]);
}
