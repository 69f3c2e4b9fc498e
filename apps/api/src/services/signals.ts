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

/** What is kept of services that match, so that rows of it can be asked for their signals. */
export const keptForSignals = `s.id, s.reference, s.name, s.owner, s.opens_on, w.organisation_id, r.record_id, r.stage,
  r.front_office, r.middle_office, r.back_office, since.date AS since`;

/** Rows of what was kept, as service `s`, what is recorded `r` and `since`. */
export function fromKept(rows: string): string {
  return `${rows} s CROSS JOIN LATERAL (SELECT s.since AS date) since
    CROSS JOIN LATERAL (SELECT s.record_id, s.stage, s.front_office, s.middle_office, s.back_office) r`;
}

/** Whether a signal holds for service `s` with what is recorded `r`, whose stage has been so since `since.date`. */
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
      began: `since.date + ${threshold('stalled', past)}`,
      rest: `'since', since.date`,
      where: holds.stalled(past),
    },
    went_backwards: {
      began: 'b.on_date',
      rest: `'from', b.was, 'to', b.stage`,
      from: `(${backwards(past)} ORDER BY f.effective_on DESC, f.sequence DESC LIMIT 1) b`,
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
       'evidenceMissing', ${evidence} IS NULL`,
    ),
    no_data: {
      began: `(date_trunc('quarter', (coalesce(l.last + 1, nullif(s.opens_on, '-infinity')) - 1)::timestamp)
        + make_interval(months => 3 * (${threshold('no_data', past)} + 1)))::date`,
      rest: `'last', l.last`,
      from: `(${lastSaid(past)}) l`,
      where: silent(past),
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

const holds: Readonly<Record<Signal, (past: Past) => string>> = {
  stalled: (
    past,
  ) => `(coalesce(r.stage = 'in_progress' AND since.date <= ${past.on} - ${threshold('stalled', past)}, false)
    AND NOT ${holds.no_data(past)})`,
  went_backwards: (past) => `EXISTS (${backwards(past)})`,
  slipped: (past) => `EXISTS (${slipped(past)})`,
  front_only: () => frontOnly('r'),
  check_claim: () => claimInDoubt('r', evidence),
  no_data: (past) => `(SELECT ${silent(past)} FROM (${lastSaid(past)}) l)`,
};

const evidence = '(SELECT e.evidence_url FROM stage_record e WHERE e.id = r.record_id)';

/** Whether something holds of a record, by its alias. */
type Holding = (record: string, evidence?: string) => string;

const frontOnly: Holding = (r) => `coalesce(${r}.front_office IN ('live', 'redesigned')
  AND (${r}.middle_office = 'not_started' OR ${r}.back_office = 'not_started'), false)`;

const claimInDoubt: Holding = (r, url = `${r}.evidence_url`) => `coalesce(
  ${r}.stage = 'redesigned' AND (${r}.middle_office < 'live' OR ${r}.back_office < 'live')
  OR ${r}.stage IN ('live', 'redesigned') AND ${url} IS NULL, false)`;

/** What is recorded by the date, as far as was known. */
function recorded({ on, counting }: Past, f: string): string {
  return `${f}.service_id = s.id AND ${f}.effective_on <= ${on} AND ${counting(f)}`;
}

/** The first day of the unbroken run of records, up to the last, of which something holds. */
function heldSince(past: Past, holding: Holding): string {
  return `SELECT min(run.effective_on) FROM stage_record run WHERE ${recorded(past, 'run')} AND NOT EXISTS (
    SELECT FROM stage_record other WHERE ${recorded(past, 'other')} AND NOT ${holding('other')}
      AND (other.effective_on, other.sequence) >= (run.effective_on, run.sequence))`;
}

/** Moves to a lower stage among so many days; a correction is none. */
function backwards(past: Past): string {
  return `SELECT f.effective_on AS on_date, f.stage, b.stage AS was FROM stage_record f CROSS JOIN LATERAL (
      SELECT p.stage FROM stage_record p
      WHERE ${recorded(past, 'p')} AND (p.effective_on, p.sequence) < (f.effective_on, f.sequence)
      ORDER BY p.effective_on DESC, p.sequence DESC LIMIT 1
    ) b
    WHERE ${recorded(past, 'f')} AND f.effective_on > ${past.on} - ${threshold('went_backwards', past)}
      AND f.stage < b.stage AND NOT EXISTS (SELECT FROM stage_correction y WHERE y.replaced_by = f.id)`;
}

/** The targets that stand and were moved later too often, or have passed; a date counts from the day it was set. */
function slipped(past: Past): string {
  const { on, known } = past;
  return `SELECT d.* FROM (
      SELECT t.stage, (array_agg(t.due_on ORDER BY t.sequence DESC))[1] AS due_on,
        (array_agg(t.set_on ORDER BY t.sequence DESC))[1] AS set_on,
        array_agg(t.set_on ORDER BY t.sequence) FILTER (WHERE t.due_on > t.was) AS moved_on,
        json_agg(json_build_object('from', t.was, 'to', t.due_on, 'setOn', t.set_on) ORDER BY t.sequence)
          FILTER (WHERE t.due_on > t.was) AS moves
      FROM (
        SELECT t.*, lag(t.due_on) OVER (PARTITION BY t.stage, t.due_on IS NULL ORDER BY t.sequence) AS was
        FROM (
          SELECT t.stage, t.sequence, t.due_on, (t.set_at AT TIME ZONE 'Europe/London')::date AS set_on
          FROM target t WHERE t.service_id = s.id AND (${known} IS NULL OR t.set_at <= ${known})
        ) t WHERE t.set_on <= ${on}
      ) t GROUP BY t.stage
    ) d
    WHERE (r.stage IS NULL OR r.stage < d.stage)
      AND (d.due_on < ${on} OR d.due_on IS NOT NULL AND cardinality(d.moved_on) >= ${threshold('slipped', past)})`;
}

/** The day on which something was last written down, of those that count. */
function lastSaid(past: Past): string {
  return `SELECT (max(f.recorded_at) AT TIME ZONE 'Europe/London')::date AS last FROM stage_record f
    WHERE ${recorded(past, 'f')}`;
}

/** Whether so many quarters have ended since, all of them in the service's life. */
function silent(past: Past): string {
  return `coalesce(l.last + 1, s.opens_on) <= (date_trunc('quarter', ${past.on}::timestamp)
    - make_interval(months => 3 * ${threshold('no_data', past)}))::date`;
}
