import { Injectable } from '@nestjs/common';
import type { List, NewRecord, RecordedStage, StageRecord } from '@headway/contract';
import {
  HeadwayProblem,
  type RuleBreak,
  type StageRecord as Fact,
  londonDate,
  rulesBroken,
  timeline,
} from '@headway/domain';
import { DataSource, type EntityManager } from 'typeorm';
import { type Caller, scopeParameter } from '../platform/caller.js';
import { Changes, audit, notify } from '../platform/changes.js';
import type { ExpectedVersions } from '../platform/if-match.js';
import { instant } from '../platform/sql.js';
import { claimService } from '../services/claim.js';
import { oneService } from '../services/service-rows.js';

type StoredRecord = Fact & Omit<StageRecord, 'kind'>;

@Injectable()
export class RecordsService {
  constructor(
    private readonly database: DataSource,
    private readonly changes: Changes,
  ) {}

  /** The history of one service, newest first. */
  async list(caller: Caller, key: string, page: number, pageSize: number): Promise<List<StageRecord>> {
    const { manager } = this.database;
    const service = await oneService(manager, key, scopeParameter(caller, 'readServices'));
    if (!service) throw new HeadwayProblem('not_found');
    const history = timeline(await recordsOf(manager, service.id)).map(withoutSequence);
    const items = history.slice((page - 1) * pageSize, page * pageSize);
    return { items, page, pageSize, total: history.length };
  }

  /** Writes down what a lead says about a service, at the next version of it. */
  record(caller: Caller, key: string, expected: ExpectedVersions, said: NewRecord): Promise<RecordedStage> {
    return this.changes.run(caller, async (tx) => {
      const service = await claimService(tx, caller, 'recordStage', key, expected);
      const { id, reference, organisationId, opensOn } = service;
      refuse(rulesBroken(said, await recordsOf(tx, id), { today: londonDate(new Date()), opensOn }));
      const recordId = await write(tx, caller, id, said);
      await audit(tx, caller, { action: 'stage.recorded', subject: reference, organisationId, detail: said });
      await notify(tx, { kind: 'service.changed', subject: reference, organisationId });
      const written = timeline(await recordsOf(tx, id)).find((record) => record.id === recordId)!;
      return { ...withoutSequence(written), service: (await oneService(tx, id, null))! };
    });
  }
}

function withoutSequence({ sequence: _, ...record }: StoredRecord & Pick<StageRecord, 'kind'>): StageRecord {
  return record;
}

function recordsOf(database: Pick<EntityManager, 'query'>, serviceId: string): Promise<StoredRecord[]> {
  return database.query(
    `SELECT r.id, r.sequence, r.stage, r.redesign_under_way AS "redesignUnderWay",
       r.front_office AS "frontOffice", r.middle_office AS "middleOffice", r.back_office AS "backOffice",
       r.effective_on AS "effectiveOn", r.note, r.evidence_url AS "evidenceUrl",
       ${instant('r.recorded_at')} AS "recordedAt", p.name AS "recordedBy"
     FROM stage_record r JOIN person p ON p.id = r.recorded_by WHERE r.service_id = $1`,
    [serviceId],
  );
}

function refuse(broken: readonly RuleBreak[]): void {
  if (broken.length === 0) return;
  const errors = broken.map(({ field, code, message }) => ({ pointer: `/${field}`, code, message }));
  throw new HeadwayProblem('rule_broken', undefined, errors);
}

async function write(tx: EntityManager, caller: Caller, serviceId: string, said: NewRecord): Promise<string> {
  const [{ id }] = await tx.query(
    `INSERT INTO stage_record (service_id, recorded_by, stage, redesign_under_way, front_office, middle_office,
       back_office, effective_on, note, evidence_url)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) RETURNING id`,
    [
      serviceId,
      caller.id,
      said.stage,
      said.redesignUnderWay,
      said.frontOffice,
      said.middleOffice,
      said.backOffice,
      said.effectiveOn,
      said.note,
      said.evidenceUrl,
    ],
  );
  return id as string;
}
