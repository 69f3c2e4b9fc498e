import type { OrganisationName } from '@headway/contract';
import type { EntityManager } from 'typeorm';
import type { AuditEntry } from '../platform/changes.js';
import type { Database } from '../platform/sql.js';

/**
 * Organisations that owe a return for quarter `q` and have none: there on the day that it is about, below none
 * other, and with services that count then, their own or of those below them.
 */
const owing = `SELECT o.id, o.slug, o.name, o.abbreviation
  FROM quarter q CROSS JOIN LATERAL organisations_on(quarter_day(q.to_on), NULL) o
  WHERE q.id = $1 AND o.parent_id IS NULL
    AND o.exists_from <= quarter_day(q.to_on) AND o.exists_to > quarter_day(q.to_on)
    AND NOT EXISTS (SELECT FROM quarter_return t WHERE t.quarter_id = q.id AND t.organisation_id = o.id)
    AND EXISTS (SELECT FROM organisations_above_on(quarter_day(q.to_on), NULL) a
      JOIN stage_span r ON r.organisation_id = a.id
      WHERE a.above = o.id AND r.from_on <= quarter_day(q.to_on) AND r.to_on > quarter_day(q.to_on))`;

/** Asks everybody who owes a return and has not been asked; ids of those who were. */
export async function makeReturns(tx: EntityManager, quarter: string): Promise<string[]> {
  const made: { id: string }[] = await tx.query(
    `INSERT INTO quarter_return (quarter_id, organisation_id) SELECT $1, id FROM (${owing}) o
     ON CONFLICT DO NOTHING RETURNING organisation_id AS id`,
    [quarter],
  );
  return made.map(({ id }) => id);
}

/** Who came late: owes one by now, and has not been asked. */
export function missingReturns(
  database: Database,
  quarter: string,
): Promise<(OrganisationName & { id: string })[]> {
  return database.query(`${owing} ORDER BY lower(o.name)`, [quarter]);
}

/**
 * After organisations have merged, split or moved: those that ended, or are below another by now, are excused from
 * what they have not finished, with the reason; those that came of it are asked, and go on with what was said in the
 * drafts of those. For every open quarter; answers with what the trail says of it.
 */
export async function followReorganisation(tx: EntityManager): Promise<AuditEntry[]> {
  const entries: AuditEntry[] = [];
  const quarters: { id: string }[] = await tx.query(
    `SELECT id FROM quarter WHERE state = 'open' ORDER BY id FOR SHARE`,
  );
  for (const { id } of quarters) {
    const [excused]: [{ id: string; slug: string; reason: string }[]] = await tx.query(
      `UPDATE quarter_return t SET state = 'excused', version = t.version + 1, excused = CASE
           WHEN o.parent_id IS NOT NULL AND o.exists_to > quarter_day(q.to_on)
             THEN 'Part of ' || (SELECT name FROM organisation WHERE id = o.parent_id) || ' by the end of the quarter'
           ELSE coalesce('Became part of ' || (SELECT string_agg(s.name, ', ' ORDER BY s.name)
             FROM organisation_succession x JOIN organisation s ON s.id = x.successor_id WHERE x.predecessor_id = o.id),
             'Ended') || ' on ' || to_char(o.exists_to, 'FMDD FMMonth YYYY') END
       FROM quarter q CROSS JOIN LATERAL organisations_on(quarter_day(q.to_on), NULL) o
       WHERE q.id = $1 AND t.quarter_id = q.id AND o.id = t.organisation_id
         AND t.state IN ('not_started', 'draft', 'changes_requested')
         AND (o.parent_id IS NOT NULL OR o.exists_to <= quarter_day(q.to_on))
       RETURNING o.id, o.slug, t.excused AS reason`,
      [id],
    );
    const made = await makeReturns(tx, id);
    await carryDrafts(tx, id, made);
    const added: { id: string; slug: string }[] = await tx.query(
      'SELECT id, slug FROM organisation WHERE id = ANY ($1) ORDER BY slug',
      [made],
    );
    const entry = (
      action: string,
      { id: organisationId, slug }: { id: string; slug: string },
      detail: object,
    ) => entries.push({ action, subject: slug, organisationId, detail: { quarter: id, ...detail } });
    for (const one of excused) entry('return.excused', one, { reason: one.reason });
    for (const one of added) entry('return.added', one, {});
  }
  return entries;
}

/** What was said so far goes on in the returns of those that came of it; of several, each by its name. */
async function carryDrafts(tx: EntityManager, quarter: string, made: readonly string[]): Promise<void> {
  await tx.query(
    `UPDATE quarter_return t SET state = 'draft', summary = said.summary, confidence = said.confidence
     FROM (
       SELECT x.successor_id, CASE WHEN count(DISTINCT p.confidence) = 1 THEN max(p.confidence) END AS confidence,
         CASE WHEN count(p.summary) = 1 THEN max(p.summary)
           ELSE left(string_agg(o.name || ': ' || p.summary, E'\n\n' ORDER BY o.name), 4000) END AS summary
       FROM organisation_succession x JOIN organisation o ON o.id = x.predecessor_id
       JOIN quarter_return p ON p.quarter_id = $1 AND p.organisation_id = o.id AND p.state = 'excused'
       WHERE x.successor_id = ANY ($2) AND num_nonnulls(p.confidence, p.summary) > 0 GROUP BY x.successor_id
     ) said
     WHERE t.quarter_id = $1 AND t.organisation_id = said.successor_id`,
    [quarter, made],
  );
}
