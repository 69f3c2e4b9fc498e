import type { CalendarDate } from './calendar.js';
import { chosenReason, correctedByChoice, overruledReason } from './at-once.js';
import type { History } from './confirmation.js';
import { type Contradicted, contradicted } from './contradicted.js';
import { type RuleContext, type Statement, datesBroken, rulesBroken } from './stage-record.js';
import type { Stage } from './stage.js';
import {
  type KnownRecord,
  type RecordKind,
  asKnownAt,
  inForce,
  inForceBefore,
  kindOf,
  newKindOf,
  stageSince,
} from './timeline.js';

/**
 * A change to the history of one service. A record `over` what others wrote after an instant (null for all of it) is
 * of somebody who has been shown that, and keeps their own.
 */
export type StageChange =
  | ({ readonly change: 'record'; readonly over?: string | null | undefined } & Statement)
  | { readonly change: 'confirm'; readonly effectiveOn: CalendarDate }
  | ({ readonly change: 'correct'; readonly record: string; readonly reason: string } & Statement)
  | { readonly change: 'withdraw'; readonly record: string; readonly reason: string };

interface WrongRecord {
  readonly id: string;
  readonly reason: string;
}

/** What is written by it. */
export type StageDecision =
  | {
      readonly writes: 'record';
      readonly said: Statement;
      readonly corrects: WrongRecord | null;
      /** Other records that stand against it, of the same time as the one that it corrects: they are withdrawn. */
      readonly overrules: readonly WrongRecord[];
    }
  | {
      readonly writes: 'confirmation';
      readonly on: CalendarDate;
      readonly note: string | null;
      readonly confirms: KnownRecord;
    }
  | {
      readonly writes: 'withdrawal';
      readonly of: 'record' | 'confirmation';
      readonly id: string;
      readonly reason: string;
    };

export interface Refusal {
  readonly field: string;
  readonly code: string;
  readonly message: string;
}
export type Refused = { readonly refused: readonly Refusal[] };

/** What a change comes to, or which rules it breaks. A record that says nothing new is a confirmation. */
export function decide(
  change: StageChange,
  history: History,
  { today, opensOn }: Pick<RuleContext, 'today' | 'opensOn'>,
): StageDecision | Refused {
  const context: RuleContext = { today, opensOn, closures: history.closures };
  const counting = asKnownAt(history.records, null);
  if (change.change === 'confirm') {
    const confirms = inForce(counting, change.effectiveOn);
    if (!confirms)
      return refused('effectiveOn', 'nothing_to_confirm', 'No stage is recorded on this date yet');
    const broken = datesBroken(change.effectiveOn, context);
    return broken.length > 0
      ? { refused: broken }
      : { writes: 'confirmation', on: change.effectiveOn, note: null, confirms };
  }
  if (change.change === 'record') {
    const { over } = change;
    const theirs = over === undefined ? [] : counting.filter(({ recordedAt }) => recordedAt > (over ?? ''));
    const [wrong, ...others] = correctedByChoice(change, theirs);
    if (wrong) {
      const overrules = others.map((one) => ({ id: one.id, reason: overruledReason(one) }));
      const all = [{ id: wrong.id, reason: chosenReason(wrong) }, ...overrules] as const;
      return corrected(change, all, counting, context);
    }
    const said = statementOf(change);
    const broken = rulesBroken(said, counting, context);
    if (broken.length > 0) return { refused: broken };
    const before = inForce(counting, said.effectiveOn);
    return before && kindOf(said, before) === 'confirmation'
      ? { writes: 'confirmation', on: said.effectiveOn, note: said.note, confirms: before }
      : { writes: 'record', said, corrects: null, overrules: [] };
  }
  const record = history.records.find(({ id }) => id === change.record);
  const confirmation = history.confirmations.find(({ id }) => id === change.record);
  if (!record && !confirmation) return refused('record', 'unknown_record', 'The service has no such record');
  if ((record?.correctedAt ?? confirmation?.withdrawnAt ?? null) !== null)
    return refused('record', 'corrected_already', 'This record has been corrected already');
  if (change.change === 'withdraw')
    return {
      writes: 'withdrawal',
      of: record ? 'record' : 'confirmation',
      id: change.record,
      reason: change.reason,
    };
  if (confirmation)
    return refused(
      'record',
      'confirmation_has_no_stage',
      'A confirmation has no stage of its own. Withdraw it, then record the stage that is right',
    );
  return corrected(change, [{ id: change.record, reason: change.reason }], counting, context);
}

function corrected(
  change: Statement,
  [corrects, ...overrules]: readonly [WrongRecord, ...WrongRecord[]],
  counting: readonly KnownRecord[],
  context: RuleContext,
): StageDecision | Refused {
  const wrong = new Set([corrects, ...overrules].map(({ id }) => id));
  const others = counting.filter(({ id }) => !wrong.has(id));
  const said = statementOf(change);
  const broken = rulesBroken(said, others, { ...context, correcting: true });
  return broken.length > 0 ? { refused: broken } : { writes: 'record', said, corrects, overrules };
}

function refused(field: string, code: string, message: string): Refused {
  return { refused: [{ field, code, message }] };
}

/** The statement alone, whatever else a request says. */
function statementOf(said: Statement): Statement {
  const { stage, redesignUnderWay, frontOffice, middleOffice, backOffice, effectiveOn, note, evidenceUrl } =
    said;
  return { stage, redesignUnderWay, frontOffice, middleOffice, backOffice, effectiveOn, note, evidenceUrl };
}

/** What will be so once a change is written. */
export interface Outcome {
  readonly kind: RecordKind;
  /** In force before the day of the change. */
  readonly stageBefore: Stage | null;
  /** In force today. */
  readonly willBe: { readonly stage: Stage; readonly since: CalendarDate } | null;
  readonly contradicted: readonly Contradicted[];
}

/** What a decision will come to, worked out from the whole timeline as it will be. */
export function outcomeOf(decision: StageDecision, history: History, today: CalendarDate): Outcome {
  const after = historyAfter(history, decision);
  const then = asKnownAt(after.records, null).filter(({ effectiveOn }) => effectiveOn <= today);
  const since = stageSince(then);
  return {
    ...kindAmong(decision, history),
    willBe: since === null ? null : { stage: inForce(then, today)!.stage, since },
    contradicted: contradicted(history, after),
  };
}

function kindAmong(decision: StageDecision, history: History): Pick<Outcome, 'kind' | 'stageBefore'> {
  const counting = asKnownAt(history.records, null);
  if (decision.writes === 'withdrawal') return { kind: 'corrected', stageBefore: null };
  if (decision.writes === 'confirmation')
    return { kind: 'confirmation', stageBefore: decision.confirms.stage };
  const gone = goneWith(decision);
  const others = counting.filter(({ id }) => !gone.has(id));
  const before = inForceBefore(others, decision.said.effectiveOn);
  const kind = decision.corrects === null ? newKindOf(decision.said, before) : 'correction';
  return { kind, stageBefore: before?.stage ?? null };
}

/** The records and confirmations that count no longer once it is written. */
function goneWith(decision: StageDecision): ReadonlySet<string> {
  if (decision.writes === 'confirmation') return new Set();
  if (decision.writes === 'withdrawal') return new Set([decision.id]);
  const { corrects, overrules } = decision;
  return new Set([...(corrects ? [corrects] : []), ...overrules].map(({ id }) => id));
}

/** The history as it will be. */
function historyAfter(history: History, decision: StageDecision): History {
  const sequence =
    1 + Math.max(0, ...[...history.records, ...history.confirmations].map((one) => one.sequence));
  const later = '9999-12-31T00:00:00.000Z';
  const written = { id: 'new', sequence, recordedAt: later };
  const gone = goneWith(decision);
  const records = history.records.map((one) => (gone.has(one.id) ? { ...one, correctedAt: later } : one));
  const confirmations = history.confirmations.map((one) =>
    gone.has(one.id) ? { ...one, withdrawnAt: later } : one,
  );
  if (decision.writes === 'record')
    return {
      ...history,
      records: [
        ...records,
        {
          ...decision.said,
          ...written,
          correctedAt: null,
          replaces: decision.corrects?.id ?? null,
          recordedBy: '',
        },
      ],
      confirmations,
    };
  if (decision.writes === 'withdrawal') return { ...history, records, confirmations };
  const { on, note, confirms } = decision;
  const made = { confirmedOn: on, note, recordId: confirms.id, recordedBy: '', withdrawnAt: null };
  return { ...history, confirmations: [...confirmations, { ...made, ...written }] };
}
