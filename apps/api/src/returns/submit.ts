import type { ReturnDraft } from '@headway/contract';
import { HeadwayProblem, londonDate, quarterOf, returnBroken, submittedTooEarly } from '@headway/domain';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../platform/caller.js';
import { audit, notify } from '../platform/changes.js';
import { changeHistories } from '../records/histories.js';
import { type SeenService, claimedServices } from '../services/claim.js';
import { type HeldReturn, writeAuthor } from './hold.js';
import { covered, draftedWords, said } from './return-rows.js';
import { writeSubmission } from './submissions.js';

/** Services that nothing was said of and that have a stage to confirm, and the day to confirm it for. */
interface Unsaid {
  readonly on: string;
  readonly services: readonly SeenService[];
}

/**
 * Submits a return that is held: first the services that it confirms, while it is not locked yet, then all as it
 * stands. @throws 409 before the quarter's last day, 422 with what is missing.
 */
export async function submit(tx: EntityManager, caller: Caller, held: HeldReturn): Promise<void> {
  const { quarter, organisationId, slug } = held;
  const early = submittedTooEarly(quarterOf(quarter)!, londonDate(new Date()));
  if (early) throw new HeadwayProblem('wrong_state', early);
  const draft = await draftOf(tx, held);
  const { on, services } = await unsaidOf(tx, held);
  const broken = returnBroken({ ...draft, unsaid: services.length });
  if (broken.length > 0)
    throw new HeadwayProblem(
      'rule_broken',
      undefined,
      broken.map(({ field, code, message }) => ({ pointer: `/${field}`, code, message })),
    );
  const detail = { quarter, confidence: draft.confidence, confirmed: services.length };
  await audit(tx, caller, { action: 'return.submitted', subject: slug, organisationId, detail });
  if (services.length > 0) await confirm(tx, caller, services, on);
  const summary = draft.summaryDrafted ? await draftedWords(tx, held) : draft.summary;
  await writeSubmission(tx, caller, held, { ...draft, summary });
  await tx.query(
    `UPDATE quarter_return SET state = 'submitted', submitted_by = $3, summary = $4 WHERE quarter_id = $1 AND organisation_id = $2`,
    [quarter, organisationId, caller.id, summary],
  );
  await writeAuthor(tx, caller, held);
  await notify(tx, { kind: 'return.changed', subject: slug, organisationId });
}

async function draftOf(tx: EntityManager, { quarter, organisationId }: HeldReturn): Promise<ReturnDraft> {
  const [draft] = await tx.query(
    `SELECT confidence, summary, summary_drafted AS "summaryDrafted", reviewed, rest_unchanged AS "restUnchanged" FROM quarter_return
     WHERE quarter_id = $1 AND organisation_id = $2`,
    [quarter, organisationId],
  );
  return draft as ReturnDraft;
}

async function unsaidOf(tx: EntityManager, { quarter, organisationId }: HeldReturn): Promise<Unsaid> {
  const [found] = await tx.query(
    `SELECT quarter_day(q.to_on) AS "on", (
       SELECT coalesce(json_agg(json_build_object('id', s.id, 'reference', s.reference,
         'organisationId', c.organisation_id) ORDER BY s.id), '[]')
       FROM (SELECT * FROM ${covered} AND c.stage IS NOT NULL AND NOT ${said}) c
       JOIN service s ON s.id = c.service_id) AS services
     FROM quarter_return t JOIN quarter q ON q.id = t.quarter_id
     WHERE t.quarter_id = $1 AND t.organisation_id = $2`,
    [quarter, organisationId],
  );
  return found as Unsaid;
}

/** Says of each that what is in force still is, whatever version anybody read: nothing of it is changed. */
async function confirm(
  tx: EntityManager,
  caller: Caller,
  services: readonly SeenService[],
  effectiveOn: string,
): Promise<void> {
  const ids = services.map(({ id }) => id);
  await tx.query('SELECT FROM service WHERE id = ANY ($1) ORDER BY id FOR UPDATE', [ids]);
  await tx.query('UPDATE service SET version = version + 1 WHERE id = ANY ($1)', [ids]);
  const claimed = await claimedServices(tx, services);
  await changeHistories(
    tx,
    caller,
    claimed.map((service) => ({ service, change: { change: 'confirm', effectiveOn }, pointer: '' })),
  );
}
