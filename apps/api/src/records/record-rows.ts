import type { StageRecord } from '@headway/contract';
import {
  type Confirmation,
  type History,
  type KnownRecord,
  historyAsKnownAt,
  historyEntries,
} from '@headway/domain';
import { type Database, instant } from '../platform/sql.js';

type StoredRecord = KnownRecord &
  Omit<StageRecord, 'kind' | 'stageBefore' | 'confirms' | 'fallen'> & { serviceId: string };
type StoredConfirmation = Confirmation & Pick<StageRecord, 'correction'> & { serviceId: string };
export type StoredHistory = History<StoredRecord, StoredConfirmation>;

/** All that was ever said of some services, by service. */
export async function historiesOf(
  database: Database,
  serviceIds: readonly string[],
): Promise<Map<string, StoredHistory>> {
  const closures: (StoredHistory['closures'][number] & { serviceId: string })[] = await database.query(
    `SELECT service_id AS "serviceId", closed_on AS "closedOn", nullif(reopened_on, 'infinity') AS "reopenedOn"
     FROM service_closure WHERE service_id = ANY ($1)`,
    [serviceIds],
  );
  const byService = <T extends { serviceId: string }>(all: readonly T[]) => {
    const grouped = Map.groupBy(all, ({ serviceId }) => serviceId);
    return (id: string) => grouped.get(id) ?? [];
  };
  const records = byService(await recordsOf(database, serviceIds));
  const confirmations = byService(await confirmationsOf(database, serviceIds));
  const closed = byService(closures);
  return new Map(
    serviceIds.map((id) => [
      id,
      { records: records(id), confirmations: confirmations(id), closures: closed(id) },
    ]),
  );
}

async function confirmationsOf(
  database: Database,
  serviceIds: readonly string[],
): Promise<StoredConfirmation[]> {
  return database.query(
    `SELECT c.id, c.service_id AS "serviceId", c.sequence, c.confirmed_on AS "confirmedOn", c.note,
       c.record_id AS "recordId", ${instant('c.recorded_at')} AS "recordedAt", p.name AS "recordedBy",
       ${instant('w.withdrawn_at')} AS "withdrawnAt",
       CASE WHEN w.confirmation_id IS NOT NULL THEN json_build_object('at', ${instant('w.withdrawn_at')},
         'by', q.name, 'reason', w.reason, 'replacedBy', NULL) END AS correction
     FROM stage_confirmation c JOIN person p ON p.id = c.recorded_by
     LEFT JOIN stage_confirmation_withdrawal w ON w.confirmation_id = c.id
     LEFT JOIN person q ON q.id = w.withdrawn_by
     WHERE c.service_id = ANY ($1)`,
    [serviceIds],
  );
}

async function recordsOf(database: Database, serviceIds: readonly string[]): Promise<StoredRecord[]> {
  return database.query(
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
}

/**
 * The history as the API shows it, newest first; as known at an instant, without what was written or found wrong
 * later.
 */
export function shownHistory(history: StoredHistory, asKnownAt?: string): StageRecord[] {
  const entries = historyEntries(historyAsKnownAt(history, asKnownAt ?? null));
  const shown = entries.map((entry): StageRecord => {
    if ('record' in entry) {
      const { sequence: _, correctedAt, serviceId: __, correction, ...record } = entry.record;
      const wrong = correctedAt === null ? null : correction;
      return { ...record, correction: wrong, confirms: null, fallen: null };
    }
    const { kind, confirmation, confirmed, stageBefore, fallen } = entry;
    const { id, note, confirmedOn, recordId, recordedAt, recordedBy, withdrawnAt, correction } = confirmation;
    const { stage, redesignUnderWay, frontOffice, middleOffice, backOffice, evidenceUrl } = confirmed;
    return {
      ...{ id, stage, redesignUnderWay, frontOffice, middleOffice, backOffice, effectiveOn: confirmedOn },
      ...{ note, evidenceUrl, recordedAt, recordedBy, kind, stageBefore, replaces: null, reason: null },
      ...{ correction: withdrawnAt === null ? null : correction, confirms: recordId, fallen },
    };
  });
  return asKnownAt === undefined ? shown : shown.filter(({ kind }) => kind !== 'corrected');
}
