import type { HeadwayEvent, OrganisationName } from '@headway/contract';
import type { EntityManager } from 'typeorm';
import type { AuditEntry } from '../platform/changes.js';
import type { Database } from '../platform/sql.js';

/** Who owes a return and has not been asked. The rule is `return_duties`, a function of the database. */
const missing = `return_duties($1) d JOIN organisation o ON o.id = d.organisation_id
  WHERE d.not_owed IS NULL
    AND NOT EXISTS (SELECT FROM quarter_return t WHERE t.quarter_id = $1 AND t.organisation_id = o.id)`;

/** Those who came to owe one because a day passed, until they are asked. */
export function missingReturns(
  database: Database,
  quarter: string,
): Promise<(OrganisationName & { id: string })[]> {
  return database.query(
    `SELECT o.id, o.slug, o.name, o.abbreviation FROM ${missing} ORDER BY lower(o.name)`,
    [quarter],
  );
}

/** What whoever listens is told of a return. */
export type ReturnEvent = HeadwayEvent & { organisationId: string };

export function returnChanged({
  slug,
  organisationId,
}: {
  slug: string;
  organisationId: string;
}): ReturnEvent {
  return { kind: 'return.changed', subject: slug, organisationId };
}

/** What follows from who owes a return: for the trail, and for whoever listens. */
export interface Followed {
  readonly entries: readonly AuditEntry[];
  readonly events: readonly ReturnEvent[];
}

/** Ids of the organisations that it is about; null is all. */
type Concerned = readonly string[] | null;

interface Asked {
  readonly id: string;
  readonly slug: string;
}

/**
 * Call it after everything that can change who owes a return, in the same transaction, with the ids of the organisations
 * whose services changed; without where organisations did. In every open quarter whoever owes one is asked, and
 * whoever owes none is excused from what is unfinished, with the reason.
 */
export async function followWhoOwes(
  tx: EntityManager,
  owners: readonly string[] | null = null,
): Promise<Followed> {
  const quarters: { id: string }[] = await tx.query(
    `SELECT id FROM quarter WHERE state = 'open' ORDER BY id FOR SHARE`,
  );
  const all: Followed[] = [];
  for (const { id } of quarters) all.push(await followIn(tx, id, owners));
  return { entries: all.flatMap(({ entries }) => entries), events: all.flatMap(({ events }) => events) };
}

/** The same in one quarter, which is held. */
export async function followIn(
  tx: EntityManager,
  quarter: string,
  owners: readonly string[] | null = null,
): Promise<Followed> {
  const concerned = await concernedIn(tx, quarter, owners);
  const entries: AuditEntry[] = [];
  const entry = (action: string, { id: organisationId, slug: subject }: Asked, detail: object = {}) =>
    entries.push({ action, subject, organisationId, detail: { quarter, ...detail } });
  for (const one of await excuse(tx, quarter, concerned))
    entry('return.excused', one, { reason: one.reason });
  for (const one of await askAgain(tx, quarter, concerned)) entry('return.added', one);
  for (const one of await ask(tx, quarter, concerned)) entry('return.added', one);
  const events = entries.map(({ subject: slug, organisationId }) =>
    returnChanged({ slug, organisationId: organisationId! }),
  );
  return { entries, events };
}

/** Organisations and all above them on the day that a quarter is about; null is everybody. */
async function concernedIn(
  tx: EntityManager,
  quarter: string,
  owners: readonly string[] | null,
): Promise<Concerned> {
  if (owners === null) return null;
  const above: { id: string }[] = await tx.query(
    `SELECT DISTINCT a.above AS id FROM quarter q
     CROSS JOIN LATERAL organisations_above_on(quarter_day(q.to_on), NULL) a WHERE q.id = $1 AND a.id = ANY ($2)`,
    [quarter, owners],
  );
  return above.map(({ id }) => id);
}

/** What is submitted or signed off stays: what it says was true, and it locks what would change that. */
async function excuse(
  tx: EntityManager,
  quarter: string,
  concerned: Concerned,
): Promise<(Asked & { reason: string })[]> {
  const [excused] = await tx.query(
    `UPDATE quarter_return t
     SET state = 'excused', excused = d.not_owed, excused_by_rule = true, version = t.version + 1
     FROM return_duties($1) d JOIN organisation o ON o.id = d.organisation_id
     WHERE t.quarter_id = $1 AND t.organisation_id = d.organisation_id AND d.not_owed IS NOT NULL
       AND ($2::uuid[] IS NULL OR o.id = ANY ($2))
       AND (t.state IN ('not_started', 'draft', 'changes_requested')
         OR t.excused_by_rule AND t.excused <> d.not_owed)
     RETURNING o.id, o.slug, t.excused AS reason`,
    [quarter, concerned],
  );
  return excused as (Asked & { reason: string })[];
}

/** Whoever was excused by the rule goes on where they were. */
async function askAgain(tx: EntityManager, quarter: string, concerned: Concerned): Promise<Asked[]> {
  const [asked] = await tx.query(
    `UPDATE quarter_return t SET excused = NULL, excused_by_rule = false, version = t.version + 1, state = CASE
       WHEN EXISTS (SELECT FROM quarter_submission s
         WHERE s.quarter_id = $1 AND s.organisation_id = t.organisation_id) THEN 'changes_requested'
       WHEN num_nonnulls(t.confidence, t.summary) > 0 THEN 'draft' ELSE 'not_started' END
     FROM return_duties($1) d JOIN organisation o ON o.id = d.organisation_id
     WHERE t.quarter_id = $1 AND t.organisation_id = d.organisation_id AND d.not_owed IS NULL AND t.excused_by_rule
       AND ($2::uuid[] IS NULL OR o.id = ANY ($2))
     RETURNING o.id, o.slug`,
    [quarter, concerned],
  );
  return asked as Asked[];
}

/** New ones go on with what was said in the drafts of those that they came of; of several, each by its name. */
async function ask(tx: EntityManager, quarter: string, concerned: Concerned): Promise<Asked[]> {
  const asked: Asked[] = await tx.query(
    `WITH made AS (
       INSERT INTO quarter_return (quarter_id, organisation_id) SELECT $1, o.id FROM ${missing}
         AND ($2::uuid[] IS NULL OR o.id = ANY ($2))
       ON CONFLICT DO NOTHING RETURNING organisation_id
     ) SELECT o.id, o.slug FROM made JOIN organisation o ON o.id = made.organisation_id ORDER BY o.slug`,
    [quarter, concerned],
  );
  if (asked.length === 0) return asked;
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
    [quarter, asked.map(({ id }) => id)],
  );
  return asked;
}
