import type { StageRecord } from '@headway/contract';
import { type KnownRecord, type Statement, timeline } from '@headway/domain';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../platform/caller.js';
import { type Database, instant } from '../platform/sql.js';

export type StoredRecord = KnownRecord & Omit<StageRecord, 'kind' | 'stageBefore'> & { serviceId: string };

/** Every record of some services, those corrected included, by service. */
export async function recordsOf(
  database: Database,
  serviceIds: readonly string[],
): Promise<Map<string, StoredRecord[]>> {
  const records: StoredRecord[] = await database.query(
    `SELECT r.id, r.service_id AS "serviceId", r.sequence, r.stage, r.redesign_under_way AS "redesignUnderWay",
       r.front_office AS "frontOffice", r.middle_office AS "middleOffice", r.back_office AS "backOffice",
       r.effective_on AS "effectiveOn", r.note, r.evidence_url AS "evidenceUrl",
       ${instant('r.recorded_at')} AS "recordedAt", p.name AS "recordedBy",
       ${instant('wrong.corrected_at')} AS "correctedAt", wrote.record_id AS replaces, wrote.reason,
       CASE WHEN wrong.record_id IS NOT NULL THEN json_build_object('at', ${instant('wrong.corrected_at')},
         'by', q.name, 'reason', wrong.reason, 'replacedBy', wrong.replaced_by) END AS correction
     FROM stage_record r JOIN person p ON p.id = r.recorded_by
     LEFT JOIN stage_correction wrong ON wrong.record_id = r.id LEFT JOIN person q ON q.id = wrong.corrected_by
     LEFT JOIN stage_correction wrote ON wrote.replaced_by = r.id
     WHERE r.service_id = ANY ($1)`,
    [serviceIds],
  );
  return Map.groupBy(records, ({ serviceId }) => serviceId);
}

/** The history as the API shows it, newest first. */
export function shownHistory(records: readonly StoredRecord[]): StageRecord[] {
  return timeline(records).map(({ sequence: _, correctedAt: __, serviceId: ___, ...record }) => record);
}

export interface NewFact {
  readonly id: string;
  readonly serviceId: string;
  readonly said: Statement;
}

/** Writes records down, all by one statement, in their order. */
export async function writeRecords(
  tx: EntityManager,
  caller: Caller,
  facts: readonly NewFact[],
): Promise<void> {
  if (facts.length === 0) return;
  const rows = facts.map(({ id, serviceId, said }) => ({ id, serviceId, ...said }));
  await tx.query(
    `INSERT INTO stage_record (id, service_id, recorded_by, stage, redesign_under_way, front_office, middle_office,
       back_office, effective_on, note, evidence_url)
     SELECT id, "serviceId", $2, stage, "redesignUnderWay", "frontOffice", "middleOffice", "backOffice",
       "effectiveOn", note, "evidenceUrl"
     FROM ROWS FROM (jsonb_to_recordset($1::jsonb) AS (id uuid, "serviceId" uuid, stage stage,
       "redesignUnderWay" boolean, "frontOffice" stage, "middleOffice" stage, "backOffice" stage,
       "effectiveOn" date, note text, "evidenceUrl" text)) WITH ORDINALITY ORDER BY ordinality`,
    [JSON.stringify(rows), caller.id],
  );
}

export interface NewCorrection {
  readonly recordId: string;
  readonly serviceId: string;
  readonly replacedBy: string | null;
  readonly reason: string;
}

/** Says which records were wrong, and what took their place; both stay readable. */
export async function writeCorrections(
  tx: EntityManager,
  caller: Caller,
  corrections: readonly NewCorrection[],
): Promise<void> {
  if (corrections.length === 0) return;
  await tx.query(
    `INSERT INTO stage_correction (record_id, service_id, replaced_by, reason, corrected_by)
     SELECT "recordId", "serviceId", "replacedBy", reason, $2
     FROM jsonb_to_recordset($1::jsonb) AS new ("recordId" uuid, "serviceId" uuid, "replacedBy" uuid, reason text)`,
    [JSON.stringify(corrections), caller.id],
  );
}
