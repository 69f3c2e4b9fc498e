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
import { type BarrierDates, HeadwayProblem, barrierBroken, londonDate } from '@headway/domain';
import { DataSource, type EntityManager } from 'typeorm';
import { type Caller, mustBeAllowed, scopeParameter } from '../platform/caller.js';
import { Changes, audit, notify } from '../platform/changes.js';
import type { ExpectedVersions } from '../platform/if-match.js';
import { mustBeKnown } from '../platform/known.js';
import { barriersOf, historyOf, oneBarrier } from './barrier-rows.js';
import { type HeldBack, heldBackOrganisation, heldBackService } from './held-back.js';

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
      await claim(tx, caller, id, expected);
      const before = (await oneBarrier(tx, id, null))!;
      const after = { ...before, ...change };
      mustKeepToRules(after);
      await tx.query(
        `UPDATE barrier SET category = $2, description = $3, next_action = $4, next_action_owner = $5,
           raised_on = $6, resolved_on = $7 WHERE id = $1`,
        [
          id,
          after.category,
          after.description,
          after.nextAction,
          after.nextActionOwner,
          after.raisedOn,
          after.resolvedOn,
        ],
      );
      const was = Object.fromEntries(
        Object.keys(change).map((field) => [field, before[field as keyof Barrier]]),
      );
      const heldBack = {
        subject: before.service?.reference ?? before.organisation.slug,
        organisationId: before.organisation.id,
      };
      await tell(tx, caller, heldBack, actionOf(before, after), { barrier: id, before: was, after: change });
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
      mustKeepToRules({ raisedOn: barrier.raisedOn, resolvedOn: null });
      const [{ id }] = await tx.query(
        `INSERT INTO barrier (${heldBack.column}, category, description, next_action, next_action_owner, raised_on,
           changed_by) VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id`,
        [
          heldBack.id,
          barrier.category,
          barrier.description,
          barrier.nextAction,
          barrier.nextActionOwner,
          barrier.raisedOn,
          caller.id,
        ],
      );
      await tell(tx, caller, heldBack, 'barrier.raised', { barrier: id, ...barrier });
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

/** Moves a barrier from a version that was read to the next in one statement, and holds its row. */
async function claim(tx: EntityManager, caller: Caller, id: string, expected: ExpectedVersions) {
  const { organisation } = await seen(tx, caller, id);
  mustBeAllowed(caller, 'changeBarrier', organisation.id);
  const [[claimed]] = await tx.query(
    `UPDATE barrier SET version = version + 1, changed_by = $3
     WHERE id = $1 AND ($2::integer[] IS NULL OR version = ANY ($2)) RETURNING id`,
    [id, expected, caller.id],
  );
  if (!claimed) throw new HeadwayProblem('changed_since_read');
}

function mustKeepToRules(dates: BarrierDates): void {
  const broken = barrierBroken(dates, londonDate(new Date()));
  if (!broken) return;
  const { field, code, message } = broken;
  throw new HeadwayProblem('rule_broken', undefined, [{ pointer: `/${field}`, code, message }]);
}

function actionOf(before: BarrierDates, after: BarrierDates): string {
  if ((before.resolvedOn === null) === (after.resolvedOn === null)) return 'barrier.changed';
  return after.resolvedOn === null ? 'barrier.reopened' : 'barrier.resolved';
}

async function tell(
  tx: EntityManager,
  caller: Caller,
  { subject, organisationId }: Pick<HeldBack, 'subject' | 'organisationId'>,
  action: string,
  detail: object,
): Promise<void> {
  await audit(tx, caller, { action, subject, organisationId, detail });
  await notify(tx, { kind: 'barrier.changed', subject, organisationId });
}
