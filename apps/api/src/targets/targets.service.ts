import { Injectable } from '@nestjs/common';
import type { Service, TargetChange, TargetHistory, TargetsQuery } from '@headway/contract';
import { HeadwayProblem, type TargetDate, type TargetStage, londonDate, targetBroken } from '@headway/domain';
import { DataSource, type EntityManager } from 'typeorm';
import type { Caller } from '../platform/caller.js';
import { Changes, audit, notify } from '../platform/changes.js';
import type { ExpectedVersions } from '../platform/if-match.js';
import { mustBeKnown } from '../platform/known.js';
import { instant } from '../platform/sql.js';
import { claimService, seenServices } from '../services/claim.js';
import { oneService } from '../services/service-rows.js';

/** By when a service should be live, or redesigned; every date that was ever set stays. */
@Injectable()
export class TargetsService {
  constructor(
    private readonly database: DataSource,
    private readonly changes: Changes,
  ) {}

  async history(caller: Caller, key: string, { asKnownAt }: TargetsQuery): Promise<TargetHistory> {
    const { manager } = this.database;
    await mustBeKnown(manager, asKnownAt);
    const [service] = await seenServices(manager, caller, [key]);
    if (!service) throw new HeadwayProblem('not_found');
    return {
      items: await manager.query(
        `SELECT t.stage, t.due_on AS "dueOn", t.reason, ${instant('t.set_at')} AS "setAt", p.name AS "setBy"
         FROM target t JOIN person p ON p.id = t.set_by
         WHERE t.service_id = $1 AND ($2::timestamptz IS NULL OR t.set_at <= $2) ORDER BY t.sequence DESC`,
        [service.id, asKnownAt ?? null],
      ),
    };
  }

  /** Sets, changes or gives up a target, at the next version of the service. @throws 422 where it breaks a rule. */
  set(
    caller: Caller,
    key: string,
    stage: TargetStage,
    expected: ExpectedVersions,
    { dueOn, reason }: TargetChange,
  ): Promise<Service> {
    return this.changes.run(caller, async (tx) => {
      const service = await claimService(tx, caller, 'setTarget', key, expected);
      const { id, reference, organisationId, opensOn, closures } = service;
      const dates = await datesOf(tx, id, stage);
      const today = londonDate(new Date());
      const broken = targetBroken(dates, { dueOn, reason }, { today, opensOn, closures });
      if (broken) {
        const { field, code, message } = broken;
        throw new HeadwayProblem('rule_broken', undefined, [{ pointer: `/${field}`, code, message }]);
      }
      await tx.query(
        'INSERT INTO target (service_id, stage, due_on, reason, set_by) VALUES ($1, $2, $3, $4, $5)',
        [id, stage, dueOn, reason, caller.id],
      );
      const detail = { stage, before: dates.at(-1)?.dueOn ?? null, after: dueOn, reason };
      await audit(tx, caller, { action: 'target.set', subject: reference, organisationId, detail });
      await notify(tx, { kind: 'service.changed', subject: reference, organisationId });
      return (await oneService(tx, id, null))!;
    });
  }
}

async function datesOf(tx: EntityManager, serviceId: string, stage: TargetStage): Promise<TargetDate[]> {
  return tx.query(
    'SELECT due_on AS "dueOn" FROM target WHERE service_id = $1 AND stage = $2 ORDER BY sequence',
    [serviceId, stage],
  );
}
