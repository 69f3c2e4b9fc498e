import { HeadwayProblem, can, londonDate } from '@headway/domain';
import type { EntityManager } from 'typeorm';
import type { Caller } from './caller.js';

/** What an answer is about: services by reference, returns by slug, by the organisation that had them then. */
type Concerns = Map<string, Set<string>>;

function concernsOf(tx: EntityManager): Concerns {
  const data = tx.queryRunner!.data as { concerns?: Concerns };
  return (data.concerns ??= new Map());
}

/** Says what a change is about, so that its answer is given again only to whoever may still have it. */
export function concerns(tx: EntityManager, organisationId: string | null, ...subjects: string[]): void {
  if (organisationId === null) return;
  const all = concernsOf(tx);
  const known = all.get(organisationId) ?? new Set();
  for (const subject of subjects) known.add(subject);
  all.set(organisationId, known);
}

/** A retry is answered as the first try was. See `Changes.run`. */
export async function answeredOnce<T>(
  tx: EntityManager,
  caller: Caller,
  work: (tx: EntityManager) => Promise<T>,
  secret: boolean,
): Promise<T> {
  if (!caller.retry) return work(tx);
  const { key, fingerprint } = caller.retry;
  await mustBeFree(tx, caller, key);
  const [first] = await tx.query(
    'SELECT fingerprint, answer, concerns FROM idempotent_answer WHERE person_id = $1 AND key = $2',
    [caller.id, key],
  );
  if (first && !fingerprint.equals(first.fingerprint)) throw new HeadwayProblem('idempotency_key_reused');
  if (first) await mustStillBeTheirs(tx, caller, first.concerns as Record<string, string[]>);
  if (first && secret)
    throw new HeadwayProblem('already_exists', 'It was made by an earlier try, and shown once.');
  if (first) return first.answer as T;
  const answer = await work(tx);
  const about = Object.fromEntries([...concernsOf(tx)].map(([id, subjects]) => [id, [...subjects]]));
  await tx.query(
    'INSERT INTO idempotent_answer (person_id, key, fingerprint, answer, concerns) VALUES ($1, $2, $3, $4, $5)',
    [caller.id, key, fingerprint, JSON.stringify(secret ? null : (answer ?? null)), JSON.stringify(about)],
  );
  return answer;
}

/** @throws 409 while a request with this key is being worked on. */
async function mustBeFree(tx: EntityManager, caller: Caller, key: string): Promise<void> {
  const [{ taken }] = await tx.query(`SELECT pg_try_advisory_xact_lock(hashtextextended($1, 7)) AS taken`, [
    `${caller.id} ${key}`,
  ]);
  if (!taken) throw new HeadwayProblem('request_in_flight');
}

/**
 * Whether the caller's change by this key was saved.
 * @throws 409 while it is being worked on.
 */
export async function wasAnswered(tx: EntityManager, caller: Caller, key: string): Promise<boolean> {
  await mustBeFree(tx, caller, key);
  const found = await tx.query('SELECT 1 FROM idempotent_answer WHERE person_id = $1 AND key = $2', [
    caller.id,
    key,
  ]);
  return found.length > 0;
}

/**
 * An answer from before tells no more than asking now would. A service goes by who owns it today.
 * @throws 404 where the caller may no longer see what it is about, 403 where they may no longer change it.
 */
async function mustStillBeTheirs(
  tx: EntityManager,
  caller: Caller,
  about: Readonly<Record<string, readonly string[]>>,
): Promise<void> {
  const policy = caller.retry!.policy;
  const owners: { reference: string; owner: string }[] = await tx.query(
    `SELECT s.reference, w.organisation_id AS owner
     FROM service s JOIN service_ownership w ON w.service_id = s.id AND w.from_on <= $2 AND w.to_on > $2
     WHERE s.reference = ANY ($1)`,
    [Object.values(about).flat(), londonDate(new Date())],
  );
  const ownerOf = new Map(owners.map(({ reference, owner }) => [reference, owner]));
  const organisations = Object.entries(about).flatMap(([then, subjects]) =>
    subjects.length === 0 ? [then] : subjects.map((subject) => ownerOf.get(subject) ?? then),
  );
  for (const id of new Set(organisations)) {
    if (can(caller, policy, id)) continue;
    throw new HeadwayProblem(can(caller, 'readServices', id) ? 'not_allowed' : 'not_found');
  }
}
