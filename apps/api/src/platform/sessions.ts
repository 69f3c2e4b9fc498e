import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { hashOf, newSecret } from './secret.js';
import { isReadOnly } from './unavailable.js';

const idle = '60 minutes';
const longest = '12 hours';

/** A person as stored: with the organisations each role counts for. */
export interface KnownPerson {
  id: string;
  name: string;
  email: string;
  grants: { role: string; organisations: 'all' | string[] }[];
}

const grants = `coalesce((
  SELECT json_agg(json_build_object('role', g.role, 'organisations',
    CASE WHEN g.organisation_id IS NULL THEN to_json('all'::text)
         ELSE (SELECT json_agg(b) FROM organisations_under(g.organisation_id) b) END))
  FROM role_grant g WHERE g.person_id = p.id), '[]') AS grants`;
const personColumns = `p.id, p.name, p.email, ${grants}`;

const sessionLives = `last_seen_at > now() - interval '${idle}' AND created_at > now() - interval '${longest}'`;
const tokenLives = 'revoked_at IS NULL';

/** Browser sessions and personal tokens: opaque secrets of which only the hash is stored. */
@Injectable()
export class Sessions {
  constructor(private readonly database: DataSource) {}

  /** Starts a session with a secret of its own, so that none from before sign-in lives on. */
  async start(personId: string): Promise<string> {
    const secret = newSecret();
    await this.database.query('INSERT INTO session (token_hash, person_id) VALUES ($1, $2)', [
      hashOf(secret),
      personId,
    ]);
    return secret;
  }

  /** The person behind a session that is neither idle for an hour nor twelve hours old; null otherwise. */
  async personBySession(secret: string): Promise<KnownPerson | null> {
    const [row] = await this.database.query(
      `SELECT ${personColumns}, s.last_seen_at < now() - interval '1 minute' AS stale FROM person p
       JOIN (SELECT person_id, last_seen_at FROM session WHERE token_hash = $1 AND ${sessionLives}) s
         ON p.id = s.person_id`,
      [hashOf(secret)],
    );
    if (!row) return null;
    const { stale, ...person } = row as KnownPerson & { stale: boolean };
    if (stale) await this.seen(`UPDATE session SET last_seen_at = now() WHERE token_hash = $1`, secret);
    return person;
  }

  async personByToken(secret: string): Promise<(KnownPerson & { mayWrite: boolean }) | null> {
    const [row] = await this.database.query(
      `SELECT ${personColumns}, t.may_write AS "mayWrite",
         coalesce(t.last_used_at < now() - interval '1 minute', true) AS stale
       FROM personal_token t JOIN person p ON p.id = t.person_id
       WHERE t.token_hash = $1 AND ${tokenLives}`,
      [hashOf(secret)],
    );
    if (!row) return null;
    const { stale, ...person } = row as KnownPerson & { mayWrite: boolean; stale: boolean };
    if (stale)
      await this.seen(
        `UPDATE personal_token SET last_used_at = now() WHERE token_hash = $1 AND revoked_at IS NULL`,
        secret,
      );
    return person;
  }

  /** Notes that somebody was here, once a minute; who only reads gets on where it cannot be noted. */
  private async seen(update: string, secret: string): Promise<void> {
    try {
      await this.database.query(update, [hashOf(secret)]);
    } catch (error) {
      if (!isReadOnly(error)) throw error;
    }
  }

  /** What the people behind sessions and tokens may do now; without those that have ended. */
  async grantsBehind(credentials: readonly string[]): Promise<Map<string, KnownPerson['grants']>> {
    const rows: { credential: string; grants: KnownPerson['grants'] }[] = await this.database.query(
      `WITH asked AS (SELECT decode(c, 'hex') AS hash FROM unnest($1::text[]) c), living AS (
         SELECT token_hash, person_id FROM session WHERE token_hash IN (SELECT hash FROM asked) AND ${sessionLives}
         UNION ALL
         SELECT token_hash, person_id FROM personal_token WHERE token_hash IN (SELECT hash FROM asked) AND ${tokenLives}
       ), people AS MATERIALIZED (
         SELECT p.id, ${grants} FROM person p WHERE p.id IN (SELECT person_id FROM living)
       )
       SELECT encode(l.token_hash, 'hex') AS credential, people.grants
       FROM living l JOIN people ON people.id = l.person_id`,
      [credentials],
    );
    return new Map(rows.map(({ credential, grants: held }) => [credential, held]));
  }

  async end(secret: string): Promise<void> {
    await this.database.query('DELETE FROM session WHERE token_hash = $1', [hashOf(secret)]);
  }

  /** Forgets what has run out. Retried requests are answered again for a day. */
  async forgetTheOld(): Promise<void> {
    await this.database.query(
      `DELETE FROM session WHERE last_seen_at < now() - interval '${idle}'
         OR created_at < now() - interval '${longest}'`,
    );
    await this.database.query(`DELETE FROM sign_in_attempt WHERE created_at < now() - interval '15 minutes'`);
    await this.database.query(`DELETE FROM idempotent_answer WHERE at < now() - interval '1 day'`);
  }
}
