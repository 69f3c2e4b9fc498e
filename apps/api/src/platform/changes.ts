import { Injectable } from '@nestjs/common';
import { HeadwayProblem } from '@headway/domain';
import type { HeadwayEvent } from '@headway/contract';
import { DataSource, type EntityManager, QueryFailedError } from 'typeorm';
import type { Caller } from './caller.js';

const attempts = 4;
const eventLock = 4_143_240;
const retried = new Set(['40001', '40P01']); // serialisation failure, deadlock

/** Runs a change as one transaction, answers a retry with the first answer, and tries again on deadlock. */
@Injectable()
export class Changes {
  constructor(private readonly database: DataSource) {}

  /**
   * `work` sees the transaction and returns the resource to answer with, which must survive JSON; a
   * `secret` one is never kept, so its retry is refused.
   * @throws 409 while the same key is being worked on, 422 where it was used for something else.
   */
  async run<T>(caller: Caller, work: (tx: EntityManager) => Promise<T>, { secret = false } = {}): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.database.transaction((tx) => answeredOnce(tx, caller, work, secret));
      } catch (error) {
        if (attempt === attempts || !retried.has(sqlState(error) ?? '')) throw error;
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 20 * attempt));
      }
    }
  }
}

export function sqlState(error: unknown): string | undefined {
  return error instanceof QueryFailedError ? (error.driverError as { code?: string }).code : undefined;
}

async function answeredOnce<T>(
  tx: EntityManager,
  caller: Caller,
  work: (tx: EntityManager) => Promise<T>,
  secret: boolean,
): Promise<T> {
  if (!caller.retry) return work(tx);
  const { key, fingerprint } = caller.retry;
  const [{ taken }] = await tx.query(`SELECT pg_try_advisory_xact_lock(hashtextextended($1, 7)) AS taken`, [
    `${caller.id} ${key}`,
  ]);
  if (!taken) throw new HeadwayProblem('request_in_flight');
  const [first] = await tx.query(
    'SELECT fingerprint, answer FROM idempotent_answer WHERE person_id = $1 AND key = $2',
    [caller.id, key],
  );
  if (first && !fingerprint.equals(first.fingerprint)) throw new HeadwayProblem('idempotency_key_reused');
  if (first && secret)
    throw new HeadwayProblem('already_exists', 'It was made by an earlier try, and shown once.');
  if (first) return first.answer as T;
  const answer = await work(tx);
  await tx.query(
    'INSERT INTO idempotent_answer (person_id, key, fingerprint, answer) VALUES ($1, $2, $3, $4)',
    [caller.id, key, fingerprint, JSON.stringify(secret ? null : answer)],
  );
  return answer;
}

/** Writes what was done to the audit trail, in the transaction that does it. */
export async function audit(
  tx: EntityManager,
  caller: Pick<Caller, 'id'>,
  entry: { action: string; subject: string; organisationId: string | null; detail: object },
): Promise<void> {
  await tx.query(
    'INSERT INTO audit_entry (person_id, organisation_id, action, subject, detail) VALUES ($1, $2, $3, $4, $5)',
    [caller.id, entry.organisationId, entry.action, entry.subject, JSON.stringify(entry.detail)],
  );
}

/** Tells every process, once the transaction commits, that something has changed. */
export async function notify(
  tx: EntityManager,
  event: HeadwayEvent & { organisationId: string | null },
): Promise<void> {
  // One after another until they commit, so that ids rise in the order in which events are seen.
  await tx.query(
    `WITH written AS (
       INSERT INTO event (kind, subject, organisation_id)
       SELECT $1, $2, $3 FROM pg_advisory_xact_lock(${eventLock}) RETURNING id
     ) SELECT pg_notify('headway_event', id::text) FROM written`,
    [event.kind, event.subject, event.organisationId],
  );
}
