import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Reminded } from '@headway/contract';
import {
  type ChasedReturn,
  HeadwayProblem,
  type ReminderKind,
  type RemindedRole,
  isChasingTime,
  isWorkingDay,
  londonDate,
  quarterOf,
  reminderFor,
  reminderText,
  waitsFor,
} from '@headway/domain';
import { DataSource } from 'typeorm';
import type { Caller } from '../platform/caller.js';
import { Changes, audit } from '../platform/changes.js';
import { Jobs } from '../platform/jobs.js';
import { Mail, type NewMail } from '../platform/mail/mail.js';
import type { Database } from '../platform/sql.js';
import { authorsOf } from '../returns/hold.js';
import { unreachableReturns } from '../returns/unreachable.js';

interface Chased extends ChasedReturn {
  readonly openedOn: string;
  readonly dueOn: string;
  readonly organisation: string;
  readonly name: string;
  readonly slug: string;
  readonly authors: readonly string[];
}

interface Asked {
  readonly kind: ReminderKind;
  readonly on: string;
  readonly to: RemindedRole;
}

/** Reminds whoever a return waits for: on working days at nine as it is due, and when oversight says so. */
@Injectable()
export class Reminders implements OnModuleInit {
  constructor(
    private readonly database: DataSource,
    private readonly changes: Changes,
    private readonly mail: Mail,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.add({
      name: 'reminders',
      retries: 5,
      firstRetrySeconds: 30,
      longestRetrySeconds: 900,
      cron: '0 9 * * 1-5',
      // What was missed while nothing ran is made up for.
      atStart: () => isChasingTime(new Date()),
      work: () => this.chaseAll(londonDate(new Date())),
    });
  }

  /** Makes every reminder that is due by a day and has not been made; none on a day off. */
  async chaseAll(today: string): Promise<void> {
    if (!isWorkingDay(today)) return;
    const open: { id: string }[] = await this.database.query(
      `SELECT id FROM quarter WHERE state = 'open' ORDER BY id`,
    );
    for (const { id } of open) await this.chase(this.database.manager, id, today);
  }

  /**
   * The same for one quarter, on any day: once it is opened, its returns are asked for. Whoever has been reminded on
   * the reminder's day or since, by hand before nine say, is not again: that would only put it off to the day after.
   */
  async chase(database: Database, quarter: string, today: string): Promise<number> {
    const mails = (await returnsThatWait(database, quarter)).flatMap((one) => {
      const asked = reminderFor(one, one, today);
      return asked ? [{ ...this.mailOf(quarter, one, asked, today), unlessRemindedSince: asked.on }] : [];
    });
    return this.mail.keep(database, mails, today);
  }

  /** Reminds all whom a return waits for, but for those who have been today. @throws 404, 409 unless it is open. */
  remind(caller: Caller, quarter: string): Promise<Reminded> {
    return this.changes.run(caller, async (tx) => {
      await mustBeOpen(tx, quarter);
      const today = londonDate(new Date());
      const mails = (await returnsThatWait(tx, quarter)).map((one) =>
        this.mailOf(quarter, one, { kind: 'reminder', on: today, to: waitsFor(one.state)! }, today),
      );
      const keepTo = (role: RemindedRole) =>
        this.mail.keep(
          tx,
          mails.filter(({ to }) => to === role),
          today,
        );
      const toLeads = await keepTo('digital_lead');
      const toApprovers = await keepTo('approver');
      const sent = toLeads + toApprovers;
      await audit(tx, caller, {
        action: 'quarter.reminded',
        subject: quarter,
        organisationId: null,
        detail: { sent },
      });
      return { sent, toApprovers, unreachable: (await unreachableReturns(tx, caller, quarter)).length };
    });
  }

  private mailOf(quarter: string, one: Chased, { kind, on, to }: Asked, today: string): NewMail {
    const { dueOn, name, slug, organisation, state, authors } = one;
    const url = this.mail.returnUrl(quarter, slug);
    const about = { quarter: quarterOf(quarter)!, dueOn, organisation: name, url };
    // Whoever worked on it cannot sign it off.
    const except = to === 'approver' ? authors : [];
    return {
      ...reminderText(about, kind, state, today),
      ...{ kind, quarter, organisationId: organisation, to, except, occasion: on },
    };
  }
}

function returnsThatWait(database: Database, quarter: string): Promise<Chased[]> {
  return database.query(
    `SELECT (q.opened_at AT TIME ZONE 'Europe/London')::date AS "openedOn", q.due_on AS "dueOn",
       o.id AS organisation, o.name, o.slug, r.state, ${authorsOf('r')} AS authors,
       (SELECT (max(s.submitted_at) AT TIME ZONE 'Europe/London')::date FROM quarter_submission s
        WHERE s.quarter_id = r.quarter_id AND s.organisation_id = r.organisation_id) AS "submittedOn"
     FROM quarter_return r JOIN quarter q ON q.id = r.quarter_id JOIN organisation o ON o.id = r.organisation_id
     WHERE r.quarter_id = $1 AND r.state NOT IN ('signed_off', 'excused') ORDER BY o.id`,
    [quarter],
  );
}

/** Holds it, so that it is not closed meanwhile. */
async function mustBeOpen(tx: Database, id: string): Promise<void> {
  if (!quarterOf(id)) throw new HeadwayProblem('not_found');
  const [quarter] = await tx.query('SELECT state FROM quarter WHERE id = $1 FOR SHARE', [id]);
  if (quarter?.state !== 'open') throw new HeadwayProblem('wrong_state', 'The quarter is not open');
}
