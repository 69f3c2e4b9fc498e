import type { ReturnDraft, SubmittedReturn } from '@headway/contract';
import { HeadwayProblem } from '@headway/domain';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../platform/caller.js';
import { type Database, instant } from '../platform/sql.js';
import type { HeldReturn } from './hold.js';
import { covered } from './return-rows.js';

type SubmittedServices = SubmittedReturn['services'];

/** How the services of a return stand on the day that it is about, by reference: what is signed. */
export async function standingOf(
  tx: Database,
  { quarter, organisationId }: Pick<HeldReturn, 'quarter' | 'organisationId'>,
): Promise<{ on: string; services: SubmittedServices }> {
  const [found] = await tx.query(
    `SELECT quarter_day(q.to_on) AS "on", (
       SELECT coalesce(json_agg(json_build_object('reference', s.reference, 'name', s.name, 'organisation', o.name,
         'audience', c.audience, 'stage', c.stage, 'redesignUnderWay', c.redesign_under_way,
         'frontOffice', c.front_office, 'middleOffice', c.middle_office, 'backOffice', c.back_office,
         'since', c.stage_since, 'record', c.record_id) ORDER BY lower(s.reference)), '[]')
       FROM (SELECT * FROM ${covered}) c JOIN service s ON s.id = c.service_id
       JOIN organisation o ON o.id = c.organisation_id) AS services
     FROM quarter_return t JOIN quarter q ON q.id = t.quarter_id
     WHERE t.quarter_id = $1 AND t.organisation_id = $2`,
    [quarter, organisationId],
  );
  return found as { on: string; services: SubmittedServices };
}

/** Keeps what is submitted for good, under a reference that can be read out. */
export async function writeSubmission(
  tx: EntityManager,
  caller: Caller,
  held: HeldReturn,
  { confidence, summary }: Pick<ReturnDraft, 'confidence' | 'summary'>,
): Promise<string> {
  const { on, services } = await standingOf(tx, held);
  const text = JSON.stringify(services);
  const [{ number }] = await tx.query(
    'SELECT 1 + count(*)::integer AS number FROM quarter_submission WHERE quarter_id = $1 AND organisation_id = $2',
    [held.quarter, held.organisationId],
  );
  const reference = `${held.quarter}-${(held.abbreviation ?? held.slug).toUpperCase().replace(/[^A-Z0-9]+/g, '-')}-${number}`;
  await tx.query(
    `INSERT INTO quarter_submission
       (quarter_id, organisation_id, number, reference, on_date, confidence, summary, services, sha256, submitted_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8::text::json, sha256(convert_to($8::text, 'UTF8')), $9)`,
    [held.quarter, held.organisationId, number, reference, on, confidence, summary, text, caller.id],
  );
  return reference;
}

/** What was last submitted, as it was then, and what was before it. @throws 404 where nothing was. */
export async function lastSubmission(
  database: Database,
  { quarter, organisationId }: Pick<HeldReturn, 'quarter' | 'organisationId'>,
): Promise<SubmittedReturn> {
  const [last, before]: Omit<SubmittedReturn, 'before'>[] = await database.query(
    `SELECT b.quarter_id AS quarter, b.reference, b.on_date AS "on", b.confidence, b.summary, b.services,
       encode(b.sha256, 'hex') AS sha256, ${instant('b.submitted_at')} AS "submittedAt", p.name AS "submittedBy",
       json_build_object('slug', o.slug, 'name', o.name, 'abbreviation', o.abbreviation) AS organisation
     FROM quarter_submission b JOIN person p ON p.id = b.submitted_by JOIN organisation o ON o.id = b.organisation_id
     WHERE b.quarter_id = $1 AND b.organisation_id = $2 ORDER BY b.number DESC LIMIT 2`,
    [quarter, organisationId],
  );
  if (!last) throw new HeadwayProblem('not_found');
  return { ...last, before: before ?? null };
}
