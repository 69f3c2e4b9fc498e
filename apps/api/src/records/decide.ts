import type { NewRecord } from '@headway/contract';
import {
  type RuleContext,
  type Statement,
  asKnownAt,
  confirmationOf,
  inForce,
  rulesBroken,
} from '@headway/domain';
import type { ClaimedService } from '../services/claim.js';
import type { StoredRecord } from './record-rows.js';

/** A change to the history of one service. */
export type RecordChange =
  | ({ readonly change: 'record' } & NewRecord)
  | { readonly change: 'confirm'; readonly effectiveOn: string }
  | ({ readonly change: 'correct'; readonly record: string; readonly reason: string } & NewRecord)
  | { readonly change: 'withdraw'; readonly record: string; readonly reason: string };

/** What is to be written: a statement, or none, and which record it puts right, if any. */
export interface Decision {
  readonly said: Statement | null;
  readonly corrects: { readonly recordId: string; readonly reason: string } | null;
}

export interface Refusal {
  readonly field: string;
  readonly code: string;
  readonly message: string;
}

/** What a change comes to, or which rules it breaks, against all records of the service. */
export function decide(
  change: RecordChange,
  service: Pick<ClaimedService, 'opensOn' | 'closures'>,
  records: readonly StoredRecord[],
  today: string,
): Decision | { readonly refused: readonly Refusal[] } {
  const context: RuleContext = { today, opensOn: service.opensOn, closures: service.closures };
  const counting = asKnownAt(records, null);
  switch (change.change) {
    case 'record':
      return decided(statementOf(change), null, rulesBroken(statementOf(change), counting, context));
    case 'confirm': {
      const before = inForce(counting, change.effectiveOn);
      if (!before)
        return refused('effectiveOn', 'nothing_to_confirm', 'No stage is recorded on this date yet');
      const said = confirmationOf(before, change.effectiveOn);
      return decided(said, null, rulesBroken(said, counting, context));
    }
    case 'correct':
    case 'withdraw': {
      const wrong = records.find(({ id }) => id === change.record);
      if (!wrong) return refused('record', 'unknown_record', 'The service has no such record');
      if (wrong.correctedAt !== null)
        return refused('record', 'corrected_already', 'This record has been corrected already');
      const corrects = { recordId: wrong.id, reason: change.reason };
      if (change.change === 'withdraw') return { said: null, corrects };
      const said = statementOf(change);
      const others = counting.filter(({ id }) => id !== wrong.id);
      return decided(said, corrects, rulesBroken(said, others, { ...context, correcting: true }));
    }
  }
}

function refused(field: string, code: string, message: string): { refused: Refusal[] } {
  return { refused: [{ field, code, message }] };
}

function decided(said: Statement, corrects: Decision['corrects'], broken: readonly Refusal[]) {
  return broken.length > 0 ? { refused: broken } : { said, corrects };
}

/** The statement alone, whatever else the request says. */
function statementOf(said: NewRecord): Statement {
  const { stage, redesignUnderWay, frontOffice, middleOffice, backOffice, effectiveOn, note, evidenceUrl } =
    said;
  return { stage, redesignUnderWay, frontOffice, middleOffice, backOffice, effectiveOn, note, evidenceUrl };
}
