import type { Return } from '@headway/contract';
import {
  HeadwayProblem,
  type MovedInQuarter,
  can,
  draftedSummary,
  isOwed,
  londonDate,
  maySignOff,
  workingDaysBetween,
} from '@headway/domain';
import { type Caller, scopeParameter } from '../platform/caller.js';
import { type Database, instant } from '../platform/sql.js';
import { authorsOf } from './hold.js';

type Row = Omit<Return, 'workingDaysLate' | 'maySignOff' | 'draftedSummary'> & {
  authors: readonly string[];
  closed: boolean;
  moved: readonly MovedInQuarter[];
};

/** Services that a return is about: those that count on its day, of organisation `t.organisation_id` or below it. */
export const covered = `stage_span c WHERE c.from_on <= quarter_day(q.to_on) AND c.to_on > quarter_day(q.to_on)
  AND c.organisation_id IN (SELECT a.id FROM organisations_above_on(quarter_day(q.to_on), NULL) a
    WHERE a.above = t.organisation_id)`;

/** Whether something was recorded or confirmed of covered service `c` for a day of quarter `q`. */
export const said = `(EXISTS (SELECT FROM stage_record r WHERE r.service_id = c.service_id
    AND r.effective_on BETWEEN q.from_on AND q.to_on
    AND NOT EXISTS (SELECT FROM stage_correction x WHERE x.record_id = r.id))
  OR EXISTS (SELECT FROM standing_confirmations(c.service_id, NULL) r
    WHERE r.confirmed_on BETWEEN q.from_on AND q.to_on))`;

/** Covered services whose stage is not that of the day before the quarter, in the terms of the words that are drafted. */
const moved = `SELECT coalesce(json_agg(json_build_object('name', s.name, 'before', b.stage, 'after', c.stage)
    ORDER BY lower(s.name)), '[]')
  FROM (SELECT * FROM ${covered} AND c.stage IS NOT NULL) c JOIN service s ON s.id = c.service_id
  LEFT JOIN stage_span b ON b.service_id = c.service_id AND b.from_on < q.from_on AND b.to_on >= q.from_on
  WHERE b.stage IS DISTINCT FROM c.stage`;

/** The words as Headway writes them of how things stand now. */
export async function draftedWords(
  database: Database,
  { quarter, organisationId }: { quarter: string; organisationId: string },
): Promise<string> {
  const [found] = await database.query(
    `SELECT (${moved}) AS moved FROM quarter_return t JOIN quarter q ON q.id = t.quarter_id
     WHERE t.quarter_id = $1 AND t.organisation_id = $2`,
    [quarter, organisationId],
  );
  return draftedSummary((found as Row).moved);
}

const shown = `SELECT q.id AS quarter, q.due_on AS "dueOn", q.state = 'closed' AS closed,
  json_build_object('id', o.id, 'slug', o.slug, 'name', o.name, 'abbreviation', o.abbreviation) AS organisation,
  t.state, t.confidence, t.summary, t.summary_drafted AS "summaryDrafted", (${moved}) AS moved, t.reviewed, t.rest_unchanged AS "restUnchanged", t.excused, t.version,
  ${authorsOf('t')} AS authors, submitter.name AS "submittedBy",
  ${instant('t.signed_off_at')} AS "signedOffAt", signer.name AS "signedOffBy",
  last.reference, ${instant('last.submitted_at')} AS "submittedAt", (
    SELECT json_build_object('total', count(*), 'said', count(*) FILTER (WHERE ${said}),
      'changed', count(*) FILTER (WHERE c.stage_since BETWEEN q.from_on AND q.to_on),
      'notRecorded', count(*) FILTER (WHERE c.stage IS NULL)) FROM ${covered}) AS services, (
    SELECT json_build_object('quarter', b.quarter_id, 'confidence', b.confidence) FROM quarter_submission b
    WHERE b.organisation_id = t.organisation_id AND b.quarter_id < q.id
    ORDER BY b.quarter_id DESC, b.number DESC LIMIT 1) AS "confidenceBefore"
  FROM quarter_return t JOIN quarter q ON q.id = t.quarter_id
  JOIN organisation o ON o.id = t.organisation_id
  LEFT JOIN person submitter ON submitter.id = t.submitted_by
  LEFT JOIN person signer ON signer.id = t.signed_off_by
  LEFT JOIN LATERAL (SELECT s.reference, s.submitted_at FROM quarter_submission s
    WHERE s.quarter_id = q.id AND s.organisation_id = t.organisation_id ORDER BY s.number DESC LIMIT 1) last ON true`;

/** Those that the caller may see, by name. */
export async function returnsOf(database: Database, caller: Caller, quarter: string): Promise<Return[]> {
  const rows: Row[] = await database.query(
    `${shown} WHERE t.quarter_id = $1 AND ($2::uuid[] IS NULL OR o.id = ANY ($2)) ORDER BY lower(o.name)`,
    [quarter, scopeParameter(caller, 'readReturns')],
  );
  return rows.map((row) => whole(row, caller));
}

/** @throws 404 missing or not the caller's to see. */
export async function oneReturn(
  database: Database,
  caller: Caller,
  quarter: string,
  slug: string,
): Promise<Return> {
  const [row]: Row[] = await database.query(
    `${shown} WHERE t.quarter_id = $1 AND o.slug = $2 AND ($3::uuid[] IS NULL OR o.id = ANY ($3))`,
    [quarter, slug, scopeParameter(caller, 'readReturns')],
  );
  if (!row) throw new HeadwayProblem('not_found');
  return whole(row, caller);
}

function whole({ authors, closed, moved: since, ...row }: Row, caller: Caller): Return {
  const drafted = isOwed(row.state) && !closed ? draftedSummary(since) : null;
  const late = isOwed(row.state) && !closed ? workingDaysBetween(row.dueOn, londonDate(new Date())) : 0;
  const mayThey =
    row.state === 'submitted' &&
    !closed &&
    maySignOff(caller.id, authors) &&
    can(caller, 'signOffReturn', row.organisation.id);
  const summary = row.summaryDrafted && drafted !== null ? drafted : row.summary;
  return { ...row, summary, draftedSummary: drafted, workingDaysLate: late, maySignOff: mayThey };
}
