import { Injectable } from '@nestjs/common';
import {
  type CalendarDate,
  type MailKind,
  type MailText,
  type RemindedRole,
  type ReturnNews,
  londonDate,
  newsOf,
  newsText,
  quarterOf,
  reminderKinds,
} from '@headway/domain';
import type { Caller } from '../caller.js';
import { Config } from '../config.js';
import type { Database } from '../sql.js';
import { holders } from './holders.js';

/** To everybody who holds a role over an organisation, about its return. */
export interface NewMail extends MailText {
  readonly kind: MailKind;
  /** Id of the quarter. */
  readonly quarter: string;
  readonly organisationId: string;
  readonly to: RemindedRole;
  /** Ids of those who are not written to although they hold the role. */
  readonly except: readonly string[];
  /** What tells one of a kind from the next. */
  readonly occasion: string;
  /** Leaves out whoever was reminded of the return, in whatever way, on this day or since. */
  readonly unlessRemindedSince?: CalendarDate;
}

/** Writes mail, as rows of the transaction that gives cause to it; what sends them comes after (see Delivery). */
@Injectable()
export class Mail {
  constructor(private readonly config: Config) {}

  /** Keeps mails, each once, and answers how many there are more. `today` is the day in London. */
  async keep(
    tx: Database,
    mails: readonly NewMail[],
    today: string = londonDate(new Date()),
  ): Promise<number> {
    if (mails.length === 0) return 0;
    const kept: unknown[] = await tx.query(
      `WITH held AS MATERIALIZED (${holders})
       INSERT INTO mail (kind, quarter_id, organisation_id, person_id, occasion, address, subject, body, made_on, state)
       SELECT m.kind, m.quarter, m."organisationId", held.id, m.occasion, held.email, m.subject, m.body, $2, $3
       FROM jsonb_to_recordset($1::jsonb) AS m (kind text, quarter text, "organisationId" uuid, "to" text,
         "except" uuid[], occasion text, "unlessRemindedSince" date, subject text, body text)
       JOIN held ON held.role = m."to" AND held.organisation_id = m."organisationId" AND held.id <> ALL (m."except")
       WHERE NOT EXISTS (SELECT FROM mail before WHERE before.quarter_id = m.quarter
         AND before.organisation_id = held.organisation_id AND before.person_id = held.id
         AND before.kind = ANY ($4) AND before.made_on >= m."unlessRemindedSince")
       -- In one order, so that two who write the same wait for each other and not crosswise.
       ORDER BY m.quarter, held.organisation_id, held.id
       ON CONFLICT DO NOTHING RETURNING id`,
      [JSON.stringify(mails), today, this.config.notify ? 'waiting' : 'outbox', reminderKinds],
    );
    return kept.length;
  }

  /**
   * Tells those whom it concerns what `by` did to a return, once for each version of it: call it after the
   * return's own change. Answers how many mails that made.
   */
  async aboutReturn(
    tx: Database,
    news: ReturnNews,
    { quarter, organisationId }: { readonly quarter: string; readonly organisationId: string },
    by: Pick<Caller, 'id' | 'name'>,
  ): Promise<number> {
    const [found] = await tx.query(
      `SELECT q.due_on AS "dueOn", o.name, o.slug, r.version
       FROM quarter_return r JOIN quarter q ON q.id = r.quarter_id JOIN organisation o ON o.id = r.organisation_id
       WHERE r.quarter_id = $1 AND r.organisation_id = $2`,
      [quarter, organisationId],
    );
    const today = londonDate(new Date());
    const url = this.returnUrl(quarter, found.slug);
    const about = { quarter: quarterOf(quarter)!, dueOn: found.dueOn, organisation: found.name, url };
    const text = newsText(about, news, by.name, today);
    const to = newsOf[news];
    const mail = {
      ...text,
      kind: news,
      quarter,
      organisationId,
      to,
      except: [by.id],
      occasion: `${found.version}`,
    };
    return this.keep(tx, [mail], today);
  }

  /** What has not gone out yet does not; whoever was written to is told that nothing is asked of them any more. */
  async takeBack(tx: Database, quarter: string, by: Pick<Caller, 'id' | 'name'>): Promise<void> {
    await tx.query(`DELETE FROM mail WHERE quarter_id = $1 AND state = 'waiting'`, [quarter]);
    const told: { organisationId: string }[] = await tx.query(
      `SELECT DISTINCT organisation_id AS "organisationId" FROM mail m WHERE quarter_id = $1
       AND EXISTS (SELECT FROM quarter_return r WHERE r.quarter_id = $1 AND r.organisation_id = m.organisation_id)`,
      [quarter],
    );
    for (const { organisationId } of told)
      await this.aboutReturn(tx, 'taken_back', { quarter, organisationId }, by);
  }

  /** Where a return is, for people. */
  returnUrl(quarter: string, slug: string): string {
    return `${this.config.publicUrl}/quarters/${quarter}/returns/${slug}`;
  }
}
