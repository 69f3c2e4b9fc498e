import { standingOf } from '../../apps/api/dist/returns/submissions.js';
import { quarterOf } from '../../libs/domain/dist/index.js';
import type { Client } from 'pg';
import type { DemonstrationQuarter, DemonstrationReturn } from './types.ts';

/** Quarters with their returns: opened, answered, and then closed as they were. */
export async function loadQuarters(client: Client, quarters: readonly DemonstrationQuarter[]): Promise<void> {
  for (const quarter of quarters) {
    const { from, to } = quarterOf(quarter.id)!;
    await client.query(
      `INSERT INTO quarter (id, from_on, to_on, state, due_on, opened_at) VALUES ($1, $2, $3, 'open', $4, $5)`,
      [quarter.id, from, to, quarter.dueOn, quarter.openedAt],
    );
    await loadReturns(client, quarter);
    for (const one of quarter.returns) await loadSubmission(client, quarter.id, one);
    await loadClosings(client, quarter);
  }
}

async function loadReturns(client: Client, { id, returns }: DemonstrationQuarter): Promise<void> {
  await client.query(
    `INSERT INTO quarter_return (quarter_id, organisation_id, state, confidence, summary, summary_drafted, reviewed,
       rest_unchanged, submitted_by, signed_off_at, signed_off_by, excused)
     SELECT $1, o.id, state, confidence, summary, state = 'draft', reviewed, "restUnchanged", p.id, ("signedOff" ->> 'at')::timestamptz,
       q.id, excused
     FROM jsonb_to_recordset($2::jsonb) AS given (organisation text, state text, confidence text, summary text,
       reviewed boolean, "restUnchanged" boolean, excused text, submitted jsonb, "signedOff" jsonb)
     JOIN organisation o ON o.slug = given.organisation
     LEFT JOIN person p ON p.email = submitted ->> 'by' LEFT JOIN person q ON q.email = "signedOff" ->> 'by'`,
    [id, JSON.stringify(returns)],
  );
  await client.query(
    `INSERT INTO quarter_message (quarter_id, organisation_id, service_id, kind, text, at, by)
     SELECT $1, o.id, s.id, 'changes_requested', said.text, said.at, p.id
     FROM jsonb_to_recordset($2::jsonb) AS given (organisation text, messages jsonb)
     JOIN organisation o ON o.slug = given.organisation
     CROSS JOIN LATERAL jsonb_to_recordset(messages) AS said (at timestamptz, by text, service text, text text)
     JOIN person p ON p.email = said.by LEFT JOIN service s ON s.reference = said.service`,
    [id, JSON.stringify(returns)],
  );
}

/** What was submitted: as its services stood at the end of the quarter. */
async function loadSubmission(
  client: Client,
  quarter: string,
  { organisation, submitted, confidence, summary }: DemonstrationReturn,
): Promise<void> {
  if (!submitted) return;
  const query = async (sql: string, values: unknown[] = []) => (await client.query(sql, values)).rows;
  const [{ id, tag }] = (await query(
    `SELECT id, coalesce(abbreviation, slug) AS tag FROM organisation WHERE slug = $1`,
    [organisation],
  )) as [{ id: string; tag: string }];
  const { services } = await standingOf({ query } as Parameters<typeof standingOf>[0], {
    quarter,
    organisationId: id,
  });
  await client.query(
    `INSERT INTO quarter_submission (quarter_id, organisation_id, number, reference, on_date, confidence, summary,
       services, sha256, submitted_at, submitted_by)
     SELECT $1, $2, 1, $3, q.to_on, $4, $5, $6::text::json, sha256(convert_to($6::text, 'UTF8')), $7, p.id
     FROM quarter q, person p WHERE q.id = $1 AND p.email = $8`,
    [
      ...[quarter, id, `${quarter}-${tag.toUpperCase().replaceAll(' ', '-')}-1`, confidence, summary],
      ...[JSON.stringify(services), submitted.at, submitted.by],
    ],
  );
}

async function loadClosings(client: Client, { id, closings }: DemonstrationQuarter): Promise<void> {
  const last = closings.at(-1);
  if (!last) return;
  await client.query(
    `INSERT INTO quarter_revision (quarter_id, revision, known_at, closed_by, reason)
     SELECT $1, ordinality, at, p.id, reason
     FROM ROWS FROM (jsonb_to_recordset($2::jsonb) AS (at timestamptz, by text, reason text)) WITH ORDINALITY
       AS given (at, by, reason, ordinality) JOIN person p ON p.email = given.by`,
    [id, JSON.stringify(closings)],
  );
  await client.query(
    `UPDATE quarter q SET state = 'closed', closed_at = $2, closed_by = p.id, reopened_reason = $4
     FROM person p WHERE q.id = $1 AND p.email = $3`,
    [id, last.at, last.by, last.reason],
  );
}
