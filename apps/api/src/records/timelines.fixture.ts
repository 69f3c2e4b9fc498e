import { randomUUID } from 'node:crypto';
import { type History, type Statement, decide, londonDate, stages } from '@headway/domain';
import fc from 'fast-check';
import type { TestDatabase } from '../testing/database.js';

/** Days of one month, so that they are often shared; hours of the weeks after it, when all of it is written. */
export const days = fc.integer({ min: 1, max: 28 }).map((n) => `2026-02-${String(n).padStart(2, '0')}`);
export const instants = fc
  .integer({ min: 0, max: 40 * 24 })
  .map((n) => new Date(Date.UTC(2026, 2, 1, n)).toISOString());

const step = fc.record({
  kind: fc.constantFrom('record', 'record', 'confirm', 'confirm', 'correct', 'withdraw'),
  which: fc.nat(9),
  stage: fc.constantFrom(...stages),
  office: fc.option(fc.constantFrom(...stages), { freq: 1 }),
  on: days,
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** What people said of one service, one thing after another, as the rules take it; what they refuse is left out. */
export const timelines = fc
  .record({
    steps: fc.array(step, { maxLength: 12 }),
    at: fc.array(instants, { minLength: 12, maxLength: 12 }),
  })
  .map(({ steps, at }) => {
    const sorted = at.toSorted();
    return steps.reduce<History>((history, one, n) => after(history, one, sorted[n]!, n), nothing);
  });

const nothing: History = { records: [], confirmations: [], closures: [] };

function after(history: History, one: Step, recordedAt: string, sequence: number): History {
  const all = [...history.records, ...history.confirmations];
  const record = all[one.which % (all.length || 1)]?.id ?? '';
  const said: Statement = {
    ...{ stage: one.stage, redesignUnderWay: false, frontOffice: null, middleOffice: null },
    ...{ backOffice: one.office, effectiveOn: one.on, note: 'So it is', evidenceUrl: null },
  };
  const change = {
    record: { change: 'record', ...said },
    confirm: { change: 'confirm', effectiveOn: one.on },
    correct: { change: 'correct', record, reason: 'Wrong', ...said },
    withdraw: { change: 'withdraw', record, reason: 'Wrong' },
  } as const;
  const context = { today: londonDate(new Date(recordedAt)), opensOn: null };
  const decision = decide(change[one.kind as keyof typeof change], history, context);
  if ('refused' in decision) return history;
  const written = { id: randomUUID(), sequence, recordedAt, recordedBy: 'Lead' };
  const gone =
    decision.writes === 'withdrawal' ? decision.id : decision.writes === 'record' && decision.corrects?.id;
  const records = history.records.map((old) => (old.id === gone ? { ...old, correctedAt: recordedAt } : old));
  const confirmations = history.confirmations.map((old) =>
    old.id === gone ? { ...old, withdrawnAt: recordedAt } : old,
  );
  if (decision.writes === 'withdrawal') return { ...history, records, confirmations };
  if (decision.writes === 'record') {
    const replaces = decision.corrects?.id ?? null;
    return {
      ...history,
      confirmations,
      records: [...records, { ...decision.said, ...written, correctedAt: null, replaces }],
    };
  }
  const { on: confirmedOn, note, confirms } = decision;
  const made = { ...written, confirmedOn, note, recordId: confirms.id, withdrawnAt: null };
  return { ...history, records, confirmations: [...confirmations, made] };
}

/** Writes it all for a service, in its order; with ids of its own, so that the same can be written of another. */
export async function write(
  { source }: TestDatabase,
  serviceId: string,
  { records, confirmations }: History,
): Promise<void> {
  const ids = new Map([...records, ...confirmations].map(({ id }) => [id, randomUUID()]));
  const by = '(SELECT id FROM person LIMIT 1)';
  const all = [...records, ...confirmations].toSorted((a, b) => a.sequence - b.sequence);
  for (const one of all)
    if ('stage' in one)
      await source.query(
        `INSERT INTO stage_record (id, service_id, recorded_by, stage, back_office, effective_on, recorded_at)
         VALUES ($1, $2, ${by}, $3, $4, $5, $6)`,
        [ids.get(one.id), serviceId, one.stage, one.backOffice, one.effectiveOn, one.recordedAt],
      );
    else
      await source.query(
        `INSERT INTO stage_confirmation (id, service_id, recorded_by, record_id, confirmed_on, recorded_at)
         VALUES ($1, $2, ${by}, $3, $4, $5)`,
        [ids.get(one.id), serviceId, ids.get(one.recordId), one.confirmedOn, one.recordedAt],
      );
  for (const { id, correctedAt } of records.filter((one) => one.correctedAt !== null)) {
    const right = records.find(({ replaces }) => replaces === id)?.id;
    await source.query(
      `INSERT INTO stage_correction (record_id, service_id, replaced_by, reason, corrected_at, corrected_by)
       VALUES ($1, $2, $3, 'Wrong', $4, ${by})`,
      [ids.get(id), serviceId, right === undefined ? null : ids.get(right), correctedAt],
    );
  }
  for (const { id, withdrawnAt } of confirmations.filter((one) => one.withdrawnAt !== null))
    await source.query(
      `INSERT INTO stage_confirmation_withdrawal (confirmation_id, service_id, reason, withdrawn_at, withdrawn_by)
       VALUES ($1, $2, 'Wrong', $3, ${by})`,
      [ids.get(id), serviceId, withdrawnAt],
    );
}
