import { isDeepStrictEqual } from 'node:util';
import type { SubmittedReturn } from '@headway/contract';
import { listed } from '@headway/domain';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../platform/caller.js';
import { audit } from '../platform/changes.js';
import type { Mail } from '../platform/mail/mail.js';
import type { HeldReturn } from './hold.js';
import { writeMessages } from './message-rows.js';
import { lastSubmission, standingOf } from './submissions.js';

/**
 * Sends back the returns of a quarter just re-opened whose services no longer stand as they were submitted. While it
 * was closed nothing held them; so none is ever signed off as anything but what was signed. Answers with those that
 * have been sent back, of which whoever listens is to be told.
 */
export async function askAgainWhereChanged(
  tx: EntityManager,
  caller: Caller,
  mail: Mail,
  quarter: string,
): Promise<readonly HeldReturn[]> {
  // Whoever is writing still took the quarter for closed, so this waits for them; who comes later finds it open.
  await tx.query('LOCK TABLE stage_span, organisation, organisation_past IN SHARE MODE');
  const locked: HeldReturn[] = await tx.query(
    `SELECT t.quarter_id AS quarter, o.id AS "organisationId", o.slug, o.name, o.abbreviation, t.state,
       t.submitted_by AS "submittedBy"
     FROM quarter_return t JOIN organisation o ON o.id = t.organisation_id
     WHERE t.quarter_id = $1 AND t.state IN ('submitted', 'signed_off') ORDER BY o.id FOR UPDATE OF t`,
    [quarter],
  );
  const sentBack: HeldReturn[] = [];
  for (const held of locked) {
    const changed = await changedSince(tx, held);
    if (changed.length === 0) continue;
    await tx.query(
      `UPDATE quarter_return SET state = 'changes_requested', signed_off_at = NULL, signed_off_by = NULL,
         reviewed = false, rest_unchanged = false, version = version + 1 WHERE quarter_id = $1 AND organisation_id = $2`,
      [quarter, held.organisationId],
    );
    const text = `The quarter was re-opened, and since this return was submitted ${listed(changed)} changed. Check it and submit it again.`;
    const comments = [{ service: null, text }];
    await writeMessages(tx, caller, held, 'changes_requested', comments);
    await mail.aboutReturn(tx, 'changes_requested', held, caller);
    await audit(tx, caller, {
      ...{ action: 'return.changes_requested', subject: held.slug, organisationId: held.organisationId },
      detail: { quarter, before: held.state, comments },
    });
    sentBack.push(held);
  }
  return sentBack;
}

/** References of services of which something else counts than was submitted, or that have come or gone. */
async function changedSince(tx: EntityManager, held: HeldReturn): Promise<string[]> {
  const before = countedOf((await lastSubmission(tx, held)).services);
  const now = countedOf((await standingOf(tx, held)).services);
  return [...new Set([...before.keys(), ...now.keys()])]
    .filter((reference) => !isDeepStrictEqual(before.get(reference), now.get(reference)))
    .toSorted();
}

/** What counts of each service, by reference; what it and its organisation are called does not. */
function countedOf(services: SubmittedReturn['services']): ReadonlyMap<string, object> {
  return new Map(
    services.map(({ reference, name: _, organisation: __, ...counted }) => [reference, counted]),
  );
}
