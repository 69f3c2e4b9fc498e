import { Injectable } from '@nestjs/common';
import { type Mail, type MailList, type MailQuery, uuidPattern } from '@headway/contract';
import { HeadwayProblem } from '@headway/domain';
import { DataSource } from 'typeorm';
import { Config } from '../config.js';
import { instant } from '../sql.js';

const columns = `m.id, m.kind, json_build_object('name', p.name, 'email', m.address) AS "to", m.subject,
  m.quarter_id AS quarter,
  json_build_object('slug', o.slug, 'name', o.name, 'abbreviation', o.abbreviation) AS organisation,
  ${instant('m.made_at')} AS "madeAt", m.state, ${instant('m.sent_at')} AS "sentAt", m.failure, m.attempts`;
const joined = 'JOIN person p ON p.id = m.person_id JOIN organisation o ON o.id = m.organisation_id';

/** What Headway wrote, for those who may read all of it. */
@Injectable()
export class Outbox {
  constructor(
    private readonly database: DataSource,
    private readonly config: Config,
  ) {}

  /** Newest first. */
  async list({ page, pageSize }: MailQuery): Promise<MailList> {
    const [items, [{ total }]] = await Promise.all([
      this.database.query(
        `SELECT ${columns} FROM mail m ${joined} ORDER BY m.sequence DESC LIMIT $1 OFFSET $2`,
        [pageSize, (page - 1) * pageSize],
      ),
      this.database.query('SELECT count(*) AS total FROM mail'),
    ]);
    return { items, page, pageSize, total, leaves: this.config.notify !== null };
  }

  /** @throws 404 */
  async one(id: string): Promise<Mail> {
    const [mail] = uuidPattern.test(id)
      ? await this.database.query(`SELECT ${columns}, m.body FROM mail m ${joined} WHERE m.id = $1`, [id])
      : [];
    if (!mail) throw new HeadwayProblem('not_found');
    return mail as Mail;
  }
}
