import type { EntityManager } from 'typeorm';
import type { Caller } from '../platform/caller.js';
import { type AuditEntry, audit, notify } from '../platform/changes.js';
import { type Followed, followWhoOwes } from '../owed/who-owes.js';
import { writeHistories } from './histories.js';
import { writeOwners } from './owned-services.js';
import type { ReturnEffect, StoredEffect } from './reorganisation-effect.js';
import type { WithdrawalReading } from './withdrawal-reading.js';

/** Makes everything that a reorganisation changed what it was before; answers with what the trail says of returns. */
export async function writeWithdrawal(
  tx: EntityManager,
  caller: Caller,
  reading: WithdrawalReading,
  reason: string,
): Promise<Followed> {
  const { id, effect, begun } = reading;
  await tx.query(
    `UPDATE reorganisation SET withdrawn_at = known_now(), withdrawn_by = $2, withdrawn_reason = $3 WHERE id = $1`,
    [id, caller.id, reason],
  );
  await tx.query('DELETE FROM organisation_succession WHERE reorganisation_id = $1', [id]);
  const given = effect.services.map(({ reference, before: periods }) => ({ reference, periods }));
  await writeOwners(tx, given, reading);
  await giveEstatesBack(tx, caller, effect);
  await restoreOrganisations(tx, effect, begun);
  await restoreReturns(tx, effect.returns, begun);
  return followWhoOwes(tx);
}

/** Tells the trail, and whoever listens, that it was withdrawn. */
export async function tellWithdrawal(
  tx: EntityManager,
  caller: Caller,
  reading: WithdrawalReading,
  reason: string,
  returns: Followed,
): Promise<void> {
  const { effect, organisationIds } = reading;
  await audit(tx, caller, ...returns.entries, ...trail(reading, reason));
  await notify(
    tx,
    ...returns.events,
    ...effect.services.map(({ reference, before }) => ({
      kind: 'service.changed' as const,
      subject: reference,
      organisationId: organisationIds.get(before.at(-1)!.organisation)!,
    })),
    ...effect.organisations.map(({ after: { slug } }) => ({
      kind: 'organisations.reorganised' as const,
      subject: slug,
      organisationId: organisationIds.get(slug)!,
    })),
  );
}

async function giveEstatesBack(tx: EntityManager, caller: Caller, { estates }: StoredEffect): Promise<void> {
  const grants = `jsonb_to_recordset($1::jsonb) AS given (person_id uuid, role text, organisation_id uuid)`;
  await tx.query(
    `DELETE FROM role_grant g USING ${grants}
     WHERE g.person_id = given.person_id AND g.role = given.role AND g.organisation_id = given.organisation_id`,
    [JSON.stringify(estates.rolesGiven)],
  );
  await tx.query(
    `INSERT INTO role_grant (person_id, role, organisation_id)
     SELECT person_id, role, organisation_id FROM ${grants} ON CONFLICT DO NOTHING`,
    [JSON.stringify(estates.rolesEnded)],
  );
  await tx.query(
    `UPDATE barrier b SET organisation_id = moved."from", version = b.version + 1, changed_by = $2
     FROM jsonb_to_recordset($1::jsonb) AS moved (id uuid, "from" uuid, "to" uuid)
     WHERE b.id = moved.id AND b.organisation_id = moved."to"`,
    [JSON.stringify(estates.barriers), caller.id],
  );
}

/** One that began by it never existed, and leaves its name and its address to others. */
async function restoreOrganisations(
  tx: EntityManager,
  { organisations }: StoredEffect,
  begun: readonly string[],
): Promise<void> {
  await tx.query(
    `UPDATE organisation SET slug = 'withdrawn-' || id, exists_to = exists_from, version = version + 1
     WHERE id = ANY ($1)`,
    [begun],
  );
  const back = organisations.flatMap(({ change, before }) =>
    before && change !== 'continues' ? [before] : [],
  );
  await writeHistories(tx, back);
  await tx.query('UPDATE organisation SET version = version + 1 WHERE slug = ANY ($1)', [
    organisations.flatMap(({ change, after }) => (change === 'continues' ? [after.slug] : [])),
  ]);
}

/**
 * Returns of open quarters that nobody has touched since: those that were made by it, or are of one that never
 * existed, are gone; those that it excused are what they were.
 */
async function restoreReturns(
  tx: EntityManager,
  returns: readonly ReturnEffect[],
  begun: readonly string[],
): Promise<void> {
  const rows = (some: readonly ReturnEffect[]) =>
    JSON.stringify(some.map(({ before, after }) => ({ ...after, ...before, left_at: after.version })));
  const untouched = `t.quarter_id = was.quarter_id AND t.organisation_id = was.organisation_id
    AND t.version = was.left_at
    AND EXISTS (SELECT FROM quarter q WHERE q.id = t.quarter_id AND q.state = 'open')`;
  await tx.query(
    `DELETE FROM quarter_return t
     WHERE t.organisation_id = ANY ($2)
       OR EXISTS (SELECT FROM jsonb_to_recordset($1::jsonb) AS was (quarter_id text, organisation_id uuid,
           left_at integer) WHERE ${untouched})
         AND NOT EXISTS (SELECT FROM quarter_message m
           WHERE m.quarter_id = t.quarter_id AND m.organisation_id = t.organisation_id)`,
    [rows(returns.filter(({ before }) => before === null)), begun],
  );
  await tx.query(
    `UPDATE quarter_return t SET version = t.version + 1, state = was.state, confidence = was.confidence,
       summary = was.summary, summary_drafted = was.summary_drafted, reviewed = was.reviewed,
       rest_unchanged = was.rest_unchanged, submitted_by = was.submitted_by, signed_off_at = was.signed_off_at,
       signed_off_by = was.signed_off_by, excused = was.excused, excused_by_rule = was.excused_by_rule
     FROM jsonb_to_recordset($1::jsonb) AS was (quarter_id text, organisation_id uuid, left_at integer, state text,
       confidence text, summary text, summary_drafted boolean, reviewed boolean, rest_unchanged boolean,
       submitted_by uuid, signed_off_at timestamptz, signed_off_by uuid, excused text,
       excused_by_rule boolean)
     WHERE ${untouched}`,
    [rows(returns.filter(({ before }) => before !== null))],
  );
}

function trail({ id, kind, on, effect, organisationIds }: WithdrawalReading, reason: string): AuditEntry[] {
  const change = { reorganisation: id, kind, on, reason };
  const organisations = effect.organisations.map(({ change: what, after }) => ({
    action: 'organisation.reorganisation_withdrawn',
    subject: after.slug,
    organisationId: organisationIds.get(after.slug)!,
    detail: { ...change, change: what },
  }));
  const services = effect.services.map(({ reference, before, after }) => ({
    action: 'service.transfer_withdrawn',
    subject: reference,
    organisationId: organisationIds.get(before.at(-1)!.organisation)!,
    detail: { ...change, from: after.at(-1)!.organisation, organisation: before.at(-1)!.organisation },
  }));
  return [...organisations, ...services];
}
