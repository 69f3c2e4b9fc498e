import type { Statement } from '@headway/domain';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../platform/caller.js';

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

export interface NewConfirmation {
  readonly id: string;
  readonly serviceId: string;
  readonly on: string;
  readonly note: string | null;
  readonly recordId: string;
}

/** Writes down what somebody vouched for, and which record they had before them. */
export async function writeConfirmations(
  tx: EntityManager,
  caller: Caller,
  confirmations: readonly NewConfirmation[],
): Promise<void> {
  if (confirmations.length === 0) return;
  await tx.query(
    `INSERT INTO stage_confirmation (id, service_id, confirmed_on, record_id, note, recorded_by)
     SELECT id, "serviceId", "on", "recordId", note, $2
     FROM ROWS FROM (jsonb_to_recordset($1::jsonb) AS (id uuid, "serviceId" uuid, "on" date, "recordId" uuid,
       note text)) WITH ORDINALITY ORDER BY ordinality`,
    [JSON.stringify(confirmations), caller.id],
  );
}

/** Withdraws confirmations that should not have been given; they stay readable. */
export async function writeWithdrawals(
  tx: EntityManager,
  caller: Caller,
  withdrawals: readonly { id: string; serviceId: string; reason: string }[],
): Promise<void> {
  if (withdrawals.length === 0) return;
  await tx.query(
    `INSERT INTO stage_confirmation_withdrawal (confirmation_id, service_id, reason, withdrawn_by)
     SELECT id, "serviceId", reason, $2
     FROM jsonb_to_recordset($1::jsonb) AS new (id uuid, "serviceId" uuid, reason text)`,
    [JSON.stringify(withdrawals), caller.id],
  );
}
