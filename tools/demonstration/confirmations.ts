import { type KnownRecord, asKnownAt, inForce, kindOf } from '../../libs/domain/dist/index.js';
import type { DemonstrationConfirmation, DemonstrationService, WrittenService } from './types.ts';

/**
 * What the server would have made of each: one that said what was in force, as it was known when it was written, is
 * a confirmation of that. What was wrong or put right stays a record.
 */
export function confirmationsApart(service: WrittenService): DemonstrationService {
  const { corrections } = service;
  const records: (DemonstrationService['records'][number] & KnownRecord)[] = [];
  const confirmations: DemonstrationConfirmation[] = [];
  for (const [sequence, record] of service.records.entries()) {
    const correction = corrections.find((one) => one.record === record.id);
    const replaces = corrections.find((one) => one.replacedBy === record.id)?.record ?? null;
    const known = { sequence, recordedBy: service.lead };
    const before = inForce(asKnownAt(records, record.recordedAt), record.effectiveOn);
    if (before && !correction && replaces === null && kindOf(record, before) === 'confirmation') {
      const { id, effectiveOn, recordedAt, note } = record;
      confirmations.push({ id, confirmedOn: effectiveOn, recordedAt, note, record: before.id });
    } else records.push({ ...record, ...known, correctedAt: correction?.at ?? null, replaces });
  }
  const written = new Set(records.map(({ id }) => id));
  return { ...service, records: service.records.filter(({ id }) => written.has(id)), confirmations };
}
