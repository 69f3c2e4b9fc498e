import { isDeepStrictEqual } from 'node:util';
import type { RequestedChanges, SubmittedReturn } from '@headway/contract';
import { listed } from '@headway/domain';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../platform/caller.js';
import { type ReturnEvent, returnChanged } from '../owed/who-owes.js';
import { audit } from '../platform/changes.js';
import type { Mail } from '../platform/mail/mail.js';
import type { HeldReturn } from './hold.js';
import { writeMessages } from './message-rows.js';
import { lastSubmission, standingOf } from './submissions.js';

type Comments = RequestedChanges['comments'];

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
): Promise<readonly ReturnEvent[]> {
  // Whoever is writing still took the quarter for closed, so this waits for them; who comes later finds it open.
  await tx.query('LOCK TABLE stage_span, organisation, organisation_past IN SHARE MODE');
  const sentBack: ReturnEvent[] = [];
  for (const held of await lockedReturns(tx, quarter)) {
    const changed = await changedSince(tx, held);
    if (changed.length === 0) continue;
    const text = `The quarter was re-opened, and since this return was submitted ${listed(changed)} changed. Check it and submit it again.`;
    await sendBack(tx, caller, mail, held, [{ service: null, text }, ...(await named(tx, held, changed))]);
    sentBack.push(returnChanged(held));
  }
  return sentBack;
}

/**
 * Sends back the return of a later quarter that locks what was asked for in an earlier one, and is about to change by
 * it. Called before that change is tried again. Answers with what whoever listens is to be told.
 */
export async function giveWay(
  tx: EntityManager,
  caller: Caller,
  mail: Mail,
  { quarter, organisationId }: Pick<HeldReturn, 'quarter' | 'organisationId'>,
): Promise<readonly ReturnEvent[]> {
  await tx.query('SELECT FROM quarter WHERE id = $1 FOR SHARE', [quarter]);
  const locked = await lockedReturns(tx, quarter, organisationId);
  const text =
    'What was asked for in an earlier quarter changes what counts in this one. Check it and submit it again.';
  for (const held of locked) await sendBack(tx, caller, mail, held, [{ service: null, text }]);
  return locked.map(returnChanged);
}

/** Held until the transaction ends. */
function lockedReturns(
  tx: EntityManager,
  quarter: string,
  organisationId: string | null = null,
): Promise<HeldReturn[]> {
  return tx.query(
    `SELECT t.quarter_id AS quarter, o.id AS "organisationId", o.slug, o.name, o.abbreviation, t.state
     FROM quarter_return t JOIN organisation o ON o.id = t.organisation_id
     WHERE t.quarter_id = $1 AND ($2::uuid IS NULL OR o.id = $2) AND t.state IN ('submitted', 'signed_off')
     ORDER BY o.id FOR UPDATE OF t`,
    [quarter, organisationId],
  );
}

/** Each service that changed and is still of the return is asked about, so that it can be put right. */
async function named(tx: EntityManager, held: HeldReturn, changed: readonly string[]): Promise<Comments> {
  const now = new Set((await standingOf(tx, held)).services.map(({ reference }) => reference));
  return changed
    .filter((reference) => now.has(reference))
    .map((service) => ({ service, text: 'This service changed since the return was submitted.' }));
}

async function sendBack(
  tx: EntityManager,
  caller: Caller,
  mail: Mail,
  held: HeldReturn,
  comments: Comments,
): Promise<void> {
  const { quarter, slug: subject, organisationId, state: before } = held;
  await tx.query(
    `UPDATE quarter_return SET state = 'changes_requested', signed_off_at = NULL, signed_off_by = NULL,
       reviewed = false, rest_unchanged = false, version = version + 1 WHERE quarter_id = $1 AND organisation_id = $2`,
    [quarter, organisationId],
  );
  await writeMessages(tx, caller, held, 'changes_requested', comments, { byHeadway: true });
  await mail.aboutReturn(tx, 'changes_requested', held, caller);
  const detail = { quarter, before, comments };
  await audit(tx, caller, { action: 'return.changes_requested', subject, organisationId, detail });
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
