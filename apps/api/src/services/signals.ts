import {
  type Signal,
  type ThresholdSignal,
  signals,
  thresholdRules,
  thresholdSignals,
} from '@headway/domain';
import type { Past } from './matching.js';

/** A threshold as far as was known; what it is unless set, where nobody had set it. */
function threshold(signal: ThresholdSignal, { known }: Past): string {
  return `coalesce((SELECT t.value FROM signal_threshold t
    WHERE t.signal = '${signal}' AND (${known} IS NULL OR t.set_at <= ${known})
    ORDER BY t.version DESC LIMIT 1), ${thresholdRules[signal].default})`;
}

/** The thresholds, as the API says them. */
export function thresholdsIn(past: Past): string {
  const each = thresholdSignals.map((signal) => `'${signal}', ${threshold(signal, past)}`);
  return `json_build_object(${each.join(', ')})`;
}

/**
 * What signals of service `s` go by besides its stage, as a lateral row `told`: when it last went backwards, the last
 * day for which somebody vouched for it, whether there is evidence, the furthest stage that is due and not kept to, and
 * when it last opened again.
 * Spans and freshness hold it but for the targets, which are read once for all services, or for the one with a reference.
 */
export function signalFacts(
  past: Past,
  { bySpan, reference }: { bySpan: boolean; reference?: string | undefined },
): string {
  const ofOne = reference && `t.service_id = (SELECT id FROM service WHERE reference = ${reference})`;
  const records = bySpan
    ? 'r.went_back_on, fresh.said_on, r.evidenced'
    : `(SELECT max(b.on_date) FROM (${backwards(past)}) b) AS went_back_on,
       stage_said_on(s.id, ${past.knownThen}) AS said_on,
       EXISTS (SELECT FROM stage_record e WHERE e.id = r.record_id AND e.evidence_url IS NOT NULL) AS evidenced`;
  return `LEFT JOIN (
      SELECT d.service_id, max(d.stage) AS stage FROM (${targets(past, ofOne ?? 'true')}) d
      WHERE ${late('d', past)} GROUP BY d.service_id
    ) late ON late.service_id = s.id
    ${bySpan ? `LEFT JOIN stage_freshness fresh ON fresh.service_id = s.id AND fresh.from_on <= ${past.on} AND fresh.to_on > ${past.on}` : ''}
    LEFT JOIN (SELECT c.service_id, max(c.reopened_on) AS day FROM ${past.table('service_closure')} c
      WHERE c.reopened_on <= ${past.on} GROUP BY c.service_id) reopened ON reopened.service_id = s.id
    CROSS JOIN LATERAL (SELECT ${records}, late.stage AS late, reopened.day AS reopened_on) told`;
}

/** What is kept of services that match, so that rows of it can be asked for their signals. */
export const keptForSignals = `s.id, s.reference, s.name, s.owner, s.opens_on, w.organisation_id, r.record_id, r.stage,
  r.front_office, r.middle_office, r.back_office, since.date AS since, told.went_back_on, told.said_on, told.evidenced,
  told.late, told.reopened_on`;

/** Rows of what was kept, as service `s`, what is recorded `r`, `since` and `told`. */
export function fromKept(rows: string): string {
  return `${rows} s CROSS JOIN LATERAL (SELECT s.since AS date) since
    CROSS JOIN LATERAL (SELECT s.record_id, s.stage, s.front_office, s.middle_office, s.back_office) r
    CROSS JOIN LATERAL (SELECT s.went_back_on, s.said_on, s.evidenced, s.late, s.reopened_on) told`;
}

/** Whether a signal holds for service `s` with what is recorded `r`, `since` when and what is `told`. */
export function signalHolds(signal: Signal, past: Past): string {
  return holds[signal](past);
}

/** Whether any of these signals holds. */
export function anySignal(wanted: readonly Signal[], past: Past): string {
  const each = signals.filter((signal) => wanted.includes(signal)).map((signal) => holds[signal](past));
  return `(${each.join(' OR ') || 'false'})`;
}

/**
 * Signals of service `s` as rows: in which order (`n`, `place`), since when it holds (`began`), and all of it as the
 * API says it (`found`); where asked for so, only those that began after a day. The rules are those of `signalsOf`
 * in the domain, and a property holds the two to each other.
 */
export function signalsFound(
  past: Past,
  { wanted = signals, after }: { wanted?: readonly Signal[]; after?: string } = {},
): string {
  const later = (day: string) => (after ? ` AND ${day} > ${after}` : '');
  // When it began is worked out once (OFFSET keeps it so), and what caused it only where that is asked for.
  const row = (signal: Signal, { began, rest, from = '(VALUES (1)) one', where = 'true', place }: Row) =>
    `SELECT ${signals.indexOf(signal)} AS n, ${place ?? 'NULL::stage'} AS place, x.began,
      json_build_object('signal', '${signal}', 'began', x.began, ${rest}) AS found
    FROM ${from} CROSS JOIN LATERAL (SELECT ${began} AS began OFFSET 0) x WHERE ${where}${later('x.began')}`;
  const held = (signal: Signal, holding: Holding, rest: string): Row => ({
    began: `(${heldSince(past, holding)})`,
    rest,
    where: `${holds[signal](past)}${later('(SELECT e.effective_on FROM stage_record e WHERE e.id = r.record_id)')}`,
  });
  const offices = (at: string, where = 'true') =>
    `(SELECT coalesce(json_agg(json_build_object('office', x.office, 'stage', x.stage) ORDER BY x.office DESC), '[]')
      FROM (VALUES ('middleOffice', r.middle_office), ('backOffice', r.back_office)) x (office, stage)
      WHERE x.stage IN (${at}) AND ${where})`;
  const rows: Readonly<Record<Signal, Row>> = {
    stalled: {
      began: `greatest(since.date, told.reopened_on) + ${threshold('stalled', past)}`,
      rest: `'since', greatest(since.date, told.reopened_on)`,
      where: holds.stalled(past),
    },
    went_backwards: {
      began: 'b.on_date',
      rest: `'from', b.was, 'to', b.stage`,
      from: `(${backwards(past)} AND ${lately('f.effective_on', past)}
        ORDER BY f.effective_on DESC, f.sequence DESC LIMIT 1) b`,
    },
    slipped: {
      began: `coalesce(d.moved_on[${threshold('slipped', past)}], greatest(d.due_on + 1, d.set_on))`,
      rest: `'target', d.stage, 'dueOn', d.due_on, 'passed', d.due_on < ${past.on}, 'moves', coalesce(d.moves, '[]')`,
      from: `(${slipped(past)}) d`,
      place: 'd.stage',
    },
    front_only: held('front_only', frontOnly, `'offices', ${offices(`'not_started'`)}`),
    check_claim: held(
      'check_claim',
      claimInDoubt,
      `'offices', ${offices(`'not_started', 'in_progress'`, `r.stage = 'redesigned'`)},
       'evidenceMissing', NOT told.evidenced`,
    ),
    no_data: {
      began: `(date_trunc('quarter', (nullif(${silentFrom}, '-infinity') - 1)::timestamp)
        + make_interval(months => 3 * (${threshold('no_data', past)} + 1)))::date`,
      rest: `'last', told.said_on`,
      where: holds.no_data(past),
    },
  };
  const chosen = signals.filter((signal) => wanted.includes(signal));
  return chosen.map((signal) => row(signal, rows[signal])).join(' UNION ALL ');
}

/** Where a signal comes from, in SQL. */
interface Row {
  readonly began: string;
  /** Pairs of what else is said of it. */
  readonly rest: string;
  readonly from?: string;
  readonly where?: string;
  readonly place?: string;
}

/** The first day for which nobody has vouched for it since it last opened, or opened again. */
const silentFrom = 'greatest(coalesce(told.said_on + 1, s.opens_on), told.reopened_on)';

const holds: Readonly<Record<Signal, (past: Past) => string>> = {
  stalled: (past) => `(coalesce(r.stage = 'in_progress'
      AND greatest(since.date, told.reopened_on) <= ${past.on} - ${threshold('stalled', past)}, false)
    AND NOT ${holds.no_data(past)})`,
  went_backwards: (past) => `coalesce(${lately('told.went_back_on', past)}, false)`,
  slipped: () => `(told.late IS NOT NULL AND (r.stage IS NULL OR r.stage < told.late))`,
  front_only: () => frontOnly('r'),
  check_claim: () => claimInDoubt('r', 'told.evidenced'),
  // So many quarters have ended since somebody vouched for it or it opened again, all of them in the service's life.
  no_data: (past) => `(${silentFrom} <= (date_trunc('quarter', ${past.on}::timestamp)
    - make_interval(months => 3 * ${threshold('no_data', past)}))::date)`,
};

/** Whether something holds of a record, by its alias. */
type Holding = (record: string, evidenced?: string) => string;

const frontOnly: Holding = (r) => `coalesce(${r}.front_office IN ('live', 'redesigned')
  AND (${r}.middle_office = 'not_started' OR ${r}.back_office = 'not_started'), false)`;

const claimInDoubt: Holding = (r, evidenced = `${r}.evidence_url IS NOT NULL`) => `coalesce(
  ${r}.stage = 'redesigned' AND (${r}.middle_office < 'live' OR ${r}.back_office < 'live')
  OR ${r}.stage IN ('live', 'redesigned') AND NOT (${evidenced}), false)`;

/** What is recorded by the date, as far as was known; of one day, what was written last. */
function recorded({ on, lastOfDay }: Past, f: string): string {
  return `${f}.service_id = s.id AND ${f}.effective_on <= ${on} AND ${lastOfDay(f)}`;
}

/** The first day of the unbroken run of records, up to the last, of which something holds. */
function heldSince(past: Past, holding: Holding): string {
  return `SELECT min(run.effective_on) FROM stage_record run WHERE ${recorded(past, 'run')} AND NOT EXISTS (
    SELECT FROM stage_record other WHERE ${recorded(past, 'other')} AND NOT ${holding('other')}
      AND (other.effective_on, other.sequence) >= (run.effective_on, run.sequence))`;
}

/** Moves to a lower stage; a correction is none. */
function backwards(past: Past): string {
  return `SELECT f.effective_on AS on_date, f.stage, b.stage AS was FROM stage_record f CROSS JOIN LATERAL (
      SELECT p.stage FROM stage_record p
      WHERE ${recorded(past, 'p')} AND (p.effective_on, p.sequence) < (f.effective_on, f.sequence)
      ORDER BY p.effective_on DESC, p.sequence DESC LIMIT 1
    ) b
    WHERE ${recorded(past, 'f')}
      AND f.stage < b.stage AND NOT EXISTS (SELECT FROM stage_correction y WHERE y.replaced_by = f.id)`;
}

/** Whether a move backwards on a day is among so many days. */
function lately(day: string, past: Past): string {
  return `${day} > ${past.on} - ${threshold('went_backwards', past)}`;
}

/** The targets that stand by service and stage, each with its moves; a date counts from the day it was set. */
function targets({ on, table }: Past, those: string): string {
  return `SELECT t.service_id, t.stage, (array_agg(t.due_on ORDER BY t.sequence DESC))[1] AS due_on,
      (array_agg(t.set_on ORDER BY t.sequence DESC))[1] AS set_on,
      array_agg(t.set_on ORDER BY t.sequence) FILTER (WHERE t.due_on > t.was) AS moved_on,
      json_agg(json_build_object('from', t.was, 'to', t.due_on, 'setOn', t.set_on) ORDER BY t.sequence)
        FILTER (WHERE t.due_on > t.was) AS moves
    FROM (
      SELECT t.*, lag(t.due_on) OVER (PARTITION BY t.service_id, t.stage, t.due_on IS NULL ORDER BY t.sequence) AS was
      FROM (
        SELECT t.service_id, t.stage, t.sequence, t.due_on, (t.set_at AT TIME ZONE 'Europe/London')::date AS set_on
        FROM ${table('target')} t WHERE ${those}
      ) t WHERE t.set_on <= ${on}
    ) t GROUP BY t.service_id, t.stage`;
}

/** Whether a target was moved later too often, or has passed. */
function late(d: string, past: Past): string {
  return `(${d}.due_on < ${past.on}
    OR ${d}.due_on IS NOT NULL AND cardinality(${d}.moved_on) >= ${threshold('slipped', past)})`;
}

/** Those of the service's targets that are late and not reached. */
function slipped(past: Past): string {
  return `SELECT d.* FROM (${targets(past, 't.service_id = s.id')}) d
    WHERE (r.stage IS NULL OR r.stage < d.stage) AND ${late('d', past)}`;
}
