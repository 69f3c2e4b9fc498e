import type { Barrier, BarrierChange, NewBarrier } from '@headway/contract';
import type { BarrierDates } from '@headway/domain';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../platform/caller.js';
import { type AuditEntry, audit, notify } from '../platform/changes.js';
import { jsonInSlices } from '../platform/slices.js';
import type { ExpectedVersions } from '../platform/if-match.js';
import type { HeldBack } from './held-back.js';

export interface RaisedBarrier {
  readonly id: string;
  readonly heldBack: HeldBack;
  readonly barrier: NewBarrier;
  /** Where it was over before it was written down. */
  readonly resolvedOn: string | null;
}

/** A change of a barrier that is held; `before` was read since. */
export interface ChangedBarrier {
  readonly before: Barrier;
  readonly change: BarrierChange;
}

/**
 * Moves barriers to their next version in one statement, from one that was read where it is given, and holds
 * their rows: the ids of those that it moved.
 */
export async function claimBarriers(
  tx: EntityManager,
  caller: Caller,
  ids: readonly string[],
  expected: ExpectedVersions,
): Promise<string[]> {
  const [claimed]: [{ id: string }[], number] = await tx.query(
    `UPDATE barrier SET version = version + 1, changed_by = $3
     WHERE id = ANY ($1) AND ($2::integer[] IS NULL OR version = ANY ($2)) RETURNING id`,
    [ids, expected, caller.id],
  );
  return claimed.map(({ id }) => id);
}

/**
 * Writes new barriers, and changes of claimed ones, with what the trail and the events say of them: one of
 * them from a page, or all of a file. `source` is added to what the trail says of each.
 */
export async function writeBarriers(
  tx: EntityManager,
  caller: Caller,
  raised: readonly RaisedBarrier[],
  changed: readonly ChangedBarrier[],
  source: object = {},
): Promise<void> {
  if (raised.length > 0) await insertBarriers(tx, caller, raised);
  if (changed.length > 0) await updateBarriers(tx, changed);
  const entries = [...raised.flatMap(toldOfRaised), ...changed.map(toldOfChanged)];
  await audit(tx, caller, ...entries.map((entry) => ({ ...entry, detail: { ...source, ...entry.detail } })));
  const touched = new Map(entries.map((entry) => [`${entry.organisationId} ${entry.subject}`, entry]));
  await notify(
    tx,
    ...[...touched.values()].map(({ subject, organisationId }) => ({
      kind: 'barrier.changed' as const,
      subject,
      organisationId,
    })),
  );
}

const saidColumns = `category text, description text, "nextAction" text, "nextActionOwner" text,
  "raisedOn" date, "resolvedOn" date`;

async function insertBarriers(
  tx: EntityManager,
  caller: Caller,
  raised: readonly RaisedBarrier[],
): Promise<void> {
  const values = raised.map(({ id, heldBack, barrier, resolvedOn }) => ({
    ...barrier,
    id,
    resolvedOn,
    [heldBack.column]: heldBack.id,
  }));
  await tx.query(
    `INSERT INTO barrier (id, service_id, organisation_id, category, description, next_action, next_action_owner,
       raised_on, resolved_on, changed_by)
     SELECT id, service_id, organisation_id, category, description, "nextAction", "nextActionOwner", "raisedOn",
       "resolvedOn", $2
     FROM jsonb_to_recordset($1::jsonb) AS new (id uuid, service_id uuid, organisation_id uuid, ${saidColumns})`,
    [await jsonInSlices(values), caller.id],
  );
}

async function updateBarriers(tx: EntityManager, changed: readonly ChangedBarrier[]): Promise<void> {
  await tx.query(
    `UPDATE barrier SET category = new.category, description = new.description, next_action = new."nextAction",
       next_action_owner = new."nextActionOwner", raised_on = new."raisedOn", resolved_on = new."resolvedOn"
     FROM jsonb_to_recordset($1::jsonb) AS new (id uuid, ${saidColumns}) WHERE barrier.id = new.id`,
    [await jsonInSlices(changed.map(({ before, change }) => ({ ...before, ...change })))],
  );
}

function toldOfRaised({ id, heldBack, barrier, resolvedOn }: RaisedBarrier): AuditEntry[] {
  const { subject, organisationId } = heldBack;
  const about = { subject, organisationId };
  const raised = { ...about, action: 'barrier.raised', detail: { barrier: id, ...barrier } };
  const over = { barrier: id, before: { resolvedOn: null }, after: { resolvedOn } };
  return resolvedOn === null ? [raised] : [raised, { ...about, action: 'barrier.resolved', detail: over }];
}

function toldOfChanged({ before, change }: ChangedBarrier): AuditEntry {
  const was = Object.fromEntries(
    Object.keys(change).map((field) => [field, before[field as keyof BarrierChange]]),
  );
  return {
    subject: before.service?.reference ?? before.organisation.slug,
    organisationId: before.organisation.id,
    action: actionOf(before, { ...before, ...change }),
    detail: { barrier: before.id, before: was, after: change },
  };
}

function actionOf(before: BarrierDates, after: BarrierDates): string {
  if ((before.resolvedOn === null) === (after.resolvedOn === null)) return 'barrier.changed';
  return after.resolvedOn === null ? 'barrier.reopened' : 'barrier.resolved';
}
