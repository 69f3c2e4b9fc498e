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
import { holdTree } from './hold-tree.js';
import { madeReorganisations } from './made-reorganisations.js';
import { oneOrganisation } from './organisation-rows.js';
import { type WithdrawalReading, readWithdrawal } from './withdrawal-reading.js';
import { writeWithdrawal } from './withdrawal-writing.js';

/** Ends a look at what withdrawing comes to: nothing of it is kept. */
class LookedAt extends Error {}

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

  /** Withdraws it as far as the database, locks included, and then takes that back. */
  async look(caller: Caller, id: string): Promise<WithdrawalReport> {
    let reading: WithdrawalReading | undefined;
    try {
      return await this.changes.run(caller, async (tx) => {
        reading = await read(tx, id);
        if (reading.report.inTheWay.length > 0) return reading.report;
        await writeWithdrawal(tx, caller, reading, 'Looked at');
        await tx.query('SET CONSTRAINTS ALL IMMEDIATE');
        throw new LookedAt();
      });
    } catch (problem) {
      if (reading && problem instanceof LookedAt) return reading.report;
      if (reading && problem instanceof HeadwayProblem && problem.code === 'wrong_state')
        return { ...reading.report, inTheWay: [problem.message] };
      throw problem;
    }
  }

  /** @throws 409 while anything rests on it, with all that does. */
  withdraw(caller: Caller, id: string, { reason }: Withdrawal): Promise<WithdrawalReport> {
    return this.changes.run(caller, async (tx) => {
      const reading = await read(tx, id);
      const { inTheWay } = reading.report;
      if (inTheWay.length > 0)
        throw new HeadwayProblem(
          'wrong_state',
          `It cannot be withdrawn while something rests on it: ${inTheWay.join('; ')}`,
          inTheWay.map((message) => ({ pointer: '', code: 'rests_on_it', message })),
        );
      await writeWithdrawal(tx, caller, reading, reason);
      return reading.report;
    });
  }
}

async function read(tx: EntityManager, id: string): Promise<WithdrawalReading> {
  await tx.query(`SET LOCAL statement_timeout = '30s'; SET LOCAL lock_timeout = '30s'`);
  await holdTree(tx);
  return readWithdrawal(tx, id);
}
