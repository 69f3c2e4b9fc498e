import { Injectable } from '@nestjs/common';
import { HeadwayProblem, type ReturnState, lockedWords, quarterOf } from '@headway/domain';
import type { HeadwayEvent } from '@headway/contract';
import { DataSource, type EntityManager, QueryFailedError } from 'typeorm';
import type { Caller } from './caller.js';
import { Log } from './log.js';
import { answeredOnce, concerns } from './retries.js';
import { jsonInSlices } from './slices.js';

const attempts = 4;
const eventLock = 4_143_240;
const locked = 'HW001'; // raised by refuse_locked
const retried = new Set(['40001', '40P01']); // serialisation failure, deadlock

type Event = HeadwayEvent & { organisationId: string | null };

/** A return that holds what somebody tried to change, as `refuse_locked` names it. */
export interface HoldingReturn {
  readonly quarter: string;
  readonly organisation: string;
  readonly organisationId: string;
  readonly state: ReturnState;
  /** Whether it is sent back instead, as an earlier quarter asks for the change. */
  readonly givesWay: boolean;
}

/** Sends a return back, before the change that it held is tried again; answers with what is told of it. */
export type GiveWay = (tx: EntityManager, caller: Caller, held: HoldingReturn) => Promise<readonly Event[]>;

/** Runs a change as one transaction, answers a retry with the first answer, and tries again on deadlock. */
@Injectable()
export class Changes {
  /** Set by the returns, which this knows nothing of. */
  giveWay: GiveWay | null = null;

  constructor(
    private readonly database: DataSource,
    private readonly log: Log,
  ) {}

  /**
   * `work` sees the transaction and returns the resource to answer with, which must survive JSON; a
   * `secret` one is never kept, so its retry is refused.
   * @throws 403 or 404 where the caller lost the right to the first answer, 409 while the same key is being worked on, 422 where it was used for something else.
   */
  run<T>(caller: Caller, work: (tx: EntityManager) => Promise<T>, { secret = false } = {}): Promise<T> {
    const givingWay: HoldingReturn[] = [];
    const whole = async (tx: EntityManager) => {
      const events: Event[] = [];
      for (const held of givingWay) events.push(...(await this.giveWay!(tx, caller, held)));
      const answer = await work(tx);
      await notify(tx, ...events);
      return answer;
    };
    return attempted(
      () => committed(this.database, this.log, (tx) => answeredOnce(tx, caller, whole, secret)),
      (held) => held.givesWay && this.giveWay !== null && givingWay.push(held) > 0,
    );
  }

  /** Runs a change and takes it back, so that a check refuses just what the change itself would. */
  tryOut<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    return attempted(
      () => takenBack(this.database, work),
      () => false,
    );
  }
}

/** `makesRoom` says whether a return that holds the change gives way, so that it can be tried again. */
async function attempted<T>(
  change: () => Promise<T>,
  makesRoom: (held: HoldingReturn) => boolean,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await change();
    } catch (error) {
      const state = sqlState(error);
      const held = state === locked ? heldBy(error as QueryFailedError) : null;
      if (held && makesRoom(held)) continue;
      if (held) throw lockedProblem(held);
      if (attempt === attempts || !retried.has(state ?? '')) throw error;
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 20 * attempt));
    }
  }
}

/** Ends a transaction that is not to be kept. */
class TakenBack<T> extends Error {
  constructor(readonly answer: T) {
    super('taken back');
  }
}

async function takenBack<T>(database: DataSource, work: (tx: EntityManager) => Promise<T>): Promise<T> {
  try {
    return await database.transaction(async (tx): Promise<T> => {
      const answer = await work(tx);
      // What the database would only look at when the change is saved.
      await tx.query('SET CONSTRAINTS ALL IMMEDIATE');
      throw new TakenBack(answer);
    });
  } catch (error) {
    if (error instanceof TakenBack) return error.answer as T;
    throw error;
  }
}

/** What a return holds is not changed, and whoever tries is told who can reopen it. */
function lockedProblem(held: HoldingReturn): HeadwayProblem {
  return new HeadwayProblem('wrong_state', lockedWords({ ...held, quarter: quarterOf(held.quarter)! }));
}

function heldBy(error: QueryFailedError): HoldingReturn {
  return JSON.parse((error.driverError as Error & { detail: string }).detail) as HoldingReturn;
}

export function sqlState(error: unknown): string | undefined {
  return error instanceof QueryFailedError ? (error.driverError as { code?: string }).code : undefined;
}

/** What was done, to what, for the audit trail of an organisation; of all government where null. */
export interface AuditEntry {
  readonly action: string;
  readonly subject: string;
  readonly organisationId: string | null;
  readonly detail: object;
}

/** How far a chain of the audit trail has come, as the log keeps it too. */
export interface AuditHead {
  readonly organisation: string | null;
  readonly position: number;
  readonly hash: string;
}

/** What this module remembers of a transaction until it commits. */
interface Remembered {
  heads?: Map<string | null, AuditHead>;
  notified?: boolean;
}

function remembered(tx: EntityManager): Remembered {
  return tx.queryRunner!.data as Remembered;
}

/**
 * Runs a transaction, and once it has committed writes to the log how far each chain of the audit trail
 * has come by it: whoever writes a chain anew in the database cannot write what the log says anew.
 */
export async function committed<T>(
  database: DataSource,
  log: Pick<Log, 'record'>,
  work: (tx: EntityManager) => Promise<T>,
): Promise<T> {
  let heads: readonly AuditHead[] = [];
  const answer = await database.transaction(async (tx) => {
    const result = await work(tx);
    heads = [...(remembered(tx).heads?.values() ?? [])];
    return result;
  });
  for (const head of heads) log.record(head, 'audit head');
  return answer;
}

/**
 * Writes what was done to the audit trail, in the transaction that does it, as one statement. It locks the
 * heads of the chains, always in the order of their organisations. All of a transaction's entries come
 * before its first `notify`: two that took those locks crosswise would wait for each other.
 */
export async function audit(
  tx: EntityManager,
  caller: Pick<Caller, 'id'>,
  ...entries: readonly AuditEntry[]
): Promise<void> {
  if (entries.length === 0) return;
  if (remembered(tx).notified) throw new Error('audit comes before notify');
  for (const { organisationId, subject } of entries) concerns(tx, organisationId, subject);
  const heads: AuditHead[] = await tx.query(
    `WITH written AS (
       INSERT INTO audit_entry (person_id, organisation_id, action, subject, detail)
       SELECT $2, "organisationId", action, subject, detail
       FROM ROWS FROM (jsonb_to_recordset($1::jsonb)
         AS ("organisationId" uuid, action text, subject text, detail jsonb)) WITH ORDINALITY
       ORDER BY "organisationId", ordinality
       RETURNING organisation_id, position, hash
     )
     SELECT DISTINCT ON (organisation_id) organisation_id AS organisation, position, encode(hash, 'hex') AS hash
     FROM written ORDER BY organisation_id, position DESC`,
    [await jsonInSlices(entries), caller.id],
  );
  const all = (remembered(tx).heads ??= new Map());
  for (const head of heads) all.set(head.organisation, head);
}

/** Tells every process, once the transaction commits, what has changed; as one statement, after every `audit`. */
export async function notify(tx: EntityManager, ...events: readonly Event[]): Promise<void> {
  if (events.length === 0) return;
  remembered(tx).notified = true;
  // One after another until they commit, so that ids rise in the order in which events are seen.
  await tx.query(
    `WITH written AS (
       INSERT INTO event (kind, subject, organisation_id)
       SELECT kind, subject, "organisationId" FROM pg_advisory_xact_lock(${eventLock}),
         jsonb_to_recordset($1::jsonb) AS new (kind text, subject text, "organisationId" uuid)
       RETURNING ${eventColumns}
     ) SELECT pg_notify('headway_event', to_json(written)::text) FROM written`,
    [JSON.stringify(events)],
  );
}

export const eventColumns = 'id, kind, subject, organisation_id AS "organisationId"';
