import { Injectable } from '@nestjs/common';
import type {
  CorrectedStage,
  Correction,
  List,
  PostedRecord,
  RecordedStage,
  RecordsQuery,
  StageRecord,
} from '@headway/contract';
import { HeadwayProblem, type StageChange } from '@headway/domain';
import { DataSource } from 'typeorm';
import { type Caller, scopeParameter } from '../platform/caller.js';
import { Changes } from '../platform/changes.js';
import type { ExpectedVersions } from '../platform/if-match.js';
import { mustBeKnown } from '../platform/known.js';
import { claimService } from '../services/claim.js';
import { oneService } from '../services/service-rows.js';
import { historiesOf, shownHistory } from './record-rows.js';
import { changeHistories } from './histories.js';

@Injectable()
export class RecordsService {
  constructor(
    private readonly database: DataSource,
    private readonly changes: Changes,
  ) {}

  /** The history of one service, newest first; as known at an instant, without what was written or found wrong later. */
  async list(caller: Caller, key: string, query: RecordsQuery): Promise<List<StageRecord>> {
    const { page, pageSize, asKnownAt } = query;
    const { manager } = this.database;
    await mustBeKnown(manager, asKnownAt);
    const service = await oneService(manager, key, scopeParameter(caller, 'readServices'));
    if (!service) throw new HeadwayProblem('not_found');
    const histories = await historiesOf(manager, [service.id]);
    const history = shownHistory(histories.get(service.id)!, asKnownAt);
    const items = history.slice((page - 1) * pageSize, page * pageSize);
    return { items, page, pageSize, total: history.length };
  }

  /** Writes down what a lead says about a service, at the next version of it. */
  async record(
    caller: Caller,
    key: string,
    expected: ExpectedVersions,
    said: PostedRecord,
  ): Promise<RecordedStage> {
    const { record, service } = await this.change(caller, key, expected, { change: 'record', ...said });
    return { ...record!, service };
  }

  /** Puts a wrong record right, or withdraws it; both it and what was wrong stay readable. */
  correct(
    caller: Caller,
    key: string,
    recordId: string,
    expected: ExpectedVersions,
    correction: Correction,
  ): Promise<CorrectedStage> {
    const { reason } = correction;
    const change: StageChange =
      'withdrawn' in correction
        ? { change: 'withdraw', record: recordId, reason }
        : { change: 'correct', record: recordId, ...correction };
    return this.change(caller, key, expected, change);
  }

  private change(
    caller: Caller,
    key: string,
    expected: ExpectedVersions,
    change: StageChange,
  ): Promise<CorrectedStage> {
    return this.changes.run(caller, async (tx) => {
      const service = await claimService(tx, caller, 'recordStage', key, expected);
      const [result] = await changeHistories(tx, caller, [{ service, change, pointer: '' }]);
      return result!;
    });
  }
}
