import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type {
  List,
  MadeReorganisation,
  MadeReorganisationsQuery,
  Withdrawal,
  WithdrawalReport,
} from '@headway/contract';
import { HeadwayProblem } from '@headway/domain';
import { DataSource, type EntityManager } from 'typeorm';
import { type Caller, scopeParameter } from '../platform/caller.js';
import { Changes } from '../platform/changes.js';
import { namesTag } from '../platform/if-match.js';
import { holdTreeForLong } from './hold-tree.js';
import { madeReorganisations } from './made-reorganisations.js';
import { oneOrganisation } from './organisation-rows.js';
import { type WithdrawalReading, readWithdrawal } from './withdrawal-reading.js';
import { tellWithdrawal, writeWithdrawal } from './withdrawal-writing.js';

/** Reorganisations that were made, and taking back one that should not have been. */
@Injectable()
export class WithdrawalsService {
  constructor(
    private readonly database: DataSource,
    private readonly changes: Changes,
  ) {}

  async list(caller: Caller, query: MadeReorganisationsQuery): Promise<List<MadeReorganisation>> {
    const scope = scopeParameter(caller, 'readOrganisations');
    const organisation = await oneOrganisation(this.database.manager, query.organisation, scope);
    if (!organisation) throw new HeadwayProblem('not_found');
    return madeReorganisations(this.database.manager, organisation, query);
  }

  /** Withdraws it, unless something rests on it, and takes that back: so locks are met as they would be. */
  async look(caller: Caller, id: string): Promise<WithdrawalReport> {
    let report: WithdrawalReport | undefined;
    try {
      return await this.changes.tryOut(async (tx) => {
        const reading = await read(tx, id);
        report = reading.report;
        if (report.inTheWay.length === 0) await writeWithdrawal(tx, caller, reading, 'Looked at');
        return report;
      });
    } catch (problem) {
      if (!report || !(problem instanceof HeadwayProblem) || problem.code !== 'wrong_state') throw problem;
      return { ...report, inTheWay: [problem.message] };
    }
  }

  /** @throws 409 while anything rests on it, with all that does; 412 where it is not what If-Match looked at. */
  withdraw(
    caller: Caller,
    id: string,
    { reason }: Withdrawal,
    ifMatch: string | undefined,
  ): Promise<WithdrawalReport> {
    return this.changes.run(caller, async (tx) => {
      const reading = await read(tx, id);
      const { inTheWay } = reading.report;
      if (ifMatch !== undefined && !namesTag(ifMatch, tagOf(reading.report)))
        throw new HeadwayProblem('changed_since_read');
      if (inTheWay.length > 0)
        throw new HeadwayProblem(
          'wrong_state',
          `It cannot be withdrawn while something rests on it: ${inTheWay.join('; ')}`,
          inTheWay.map((message) => ({ pointer: '', code: 'rests_on_it', message })),
        );
      const returns = await writeWithdrawal(tx, caller, reading, reason);
      await tellWithdrawal(tx, caller, reading, reason, returns);
      return reading.report;
    });
  }
}

async function read(tx: EntityManager, id: string): Promise<WithdrawalReading> {
  await holdTreeForLong(tx);
  return readWithdrawal(tx, id);
}

/** The ETag of what withdrawing comes to. */
export function tagOf(report: WithdrawalReport): string {
  return `"${createHash('sha256').update(JSON.stringify(report)).digest('hex')}"`;
}
