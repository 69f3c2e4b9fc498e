import { type KnownRecord, asKnownAt, inForce, kindOf } from '../../libs/domain/dist/index.js';
import { demonstration } from './demonstration.ts';
import type { DemonstrationService } from './types.ts';

const knownRecords = ({ records, corrections, lead }: DemonstrationService): KnownRecord[] =>
  records.map((record, sequence) => ({
    ...record,
    sequence,
    recordedBy: lead,
    correctedAt: corrections.find((one) => one.record === record.id)?.at ?? null,
    replaces: corrections.find((one) => one.replacedBy === record.id)?.record ?? null,
  }));
const justBefore = (instant: string) => new Date(Date.parse(instant) - 1).toISOString();

for (const today of ['2026-11-23', '2028-02-29'])
  describe(`what is confirmed in the demonstration of ${today}`, () => {
    const { services } = demonstration(today);

    it('has what said nothing new as confirmations of what was in force when they were given', () => {
      let given = 0;
      for (const service of services) {
        const known = knownRecords(service);
        for (const { confirmedOn, recordedAt, record } of service.confirmations) {
          const before = inForce(asKnownAt(known, justBefore(recordedAt)), confirmedOn);
          expect(before?.id).withContext(`${service.reference} on ${confirmedOn}`).toBe(record);
          given++;
        }
        for (const record of known.filter(({ correctedAt, replaces }) => correctedAt === null && !replaces)) {
          const before = inForce(asKnownAt(known, justBefore(record.recordedAt)), record.effectiveOn);
          const kind = kindOf(record, before);
          expect(kind).withContext(`${service.reference} on ${record.effectiveOn}`).not.toBe('confirmation');
        }
      }
      expect(given).toBeGreaterThan(500);
    });
  });
