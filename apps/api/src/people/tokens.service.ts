import { Injectable } from '@nestjs/common';
import type { CreatedToken, NewToken, Token } from '@headway/contract';
import { HeadwayProblem } from '@headway/domain';
import { DataSource, type EntityManager } from 'typeorm';
import type { Caller } from '../platform/caller.js';
import { Changes, audit } from '../platform/changes.js';
import { hashOf, newSecret } from '../platform/secret.js';
import { instant } from '../platform/sql.js';

const columns = `id, name, may_write AS write, ${instant('created_at')} AS "createdAt",
  ${instant('last_used_at')} AS "lastUsedAt"`;

@Injectable()
export class TokensService {
  constructor(
    private readonly database: DataSource,
    private readonly changes: Changes,
  ) {}

  async list(caller: Caller): Promise<{ items: Token[] }> {
    const items: Token[] = await this.database.query(
      `SELECT ${columns} FROM personal_token WHERE person_id = $1 AND revoked_at IS NULL ORDER BY created_at DESC`,
      [caller.id],
    );
    return { items };
  }

  /** A retry is refused rather than answered again: a token is shown once, and never stored as it is. */
  create(caller: Caller, token: NewToken): Promise<CreatedToken> {
    return this.changes.run(caller, (tx) => createToken(tx, caller.id, token), { secret: true });
  }

  async revoke(caller: Caller, id: string): Promise<void> {
    await this.changes.run(caller, async (tx) => {
      const [[revoked]] = await tx.query(
        `UPDATE personal_token SET revoked_at = now()
         WHERE id::text = $1 AND person_id = $2 AND revoked_at IS NULL RETURNING id`,
        [id, caller.id],
      );
      if (!revoked) throw new HeadwayProblem('not_found');
      await audit(tx, caller, { action: 'token.revoked', subject: id, organisationId: null, detail: {} });
      return null;
    });
  }
}

/** Makes a token for a person and says it, the only time it is ever said. */
export async function createToken(
  tx: EntityManager,
  personId: string,
  token: NewToken,
): Promise<CreatedToken> {
  const secret = newSecret();
  const [created] = await tx.query(
    `INSERT INTO personal_token (person_id, name, token_hash, may_write) VALUES ($1, $2, $3, $4)
     RETURNING ${columns}`,
    [personId, token.name, hashOf(secret), token.write],
  );
  const detail = { name: token.name, write: token.write };
  await audit(
    tx,
    { id: personId },
    { action: 'token.created', subject: created.id, organisationId: null, detail },
  );
  return { ...created, token: secret };
}
