import { Injectable } from '@nestjs/common';
import type {
  DueDateChange,
  List,
  Quarter,
  QuarterClosing,
  QuarterOpening,
  QuarterReopening,
  QuarterTakingBack,
  QuartersQuery,
} from '@headway/contract';
import {
  type CalendarDate,
  HeadwayProblem,
  closingBroken,
  dueDateBroken,
  londonDate,
  mayReopen,
  openedTooEarly,
  openingBroken,
  quarterAfter,
  quarterBefore,
  quarterOf,
  quarterOn,
  quartersBetween,
  takingBackBroken,
} from '@headway/domain';
import { DataSource, type EntityManager } from 'typeorm';
import type { Caller } from '../platform/caller.js';
import { Changes, audit, notify } from '../platform/changes.js';
import type { ExpectedVersions } from '../platform/if-match.js';
import { Mail } from '../platform/mail/mail.js';
import { askAgainWhereChanged } from '../returns/ask-again.js';
import { Freezing } from '../review/freezing.js';
import { followIn } from '../owed/who-owes.js';
import { oneQuarter, plannedQuarter, storedQuarters } from './quarter-rows.js';
import { Reminders } from './reminders.service.js';

/** The cycle of a quarter: planned, open, closed, and open again. */
@Injectable()
export class QuartersService {
  constructor(
    private readonly database: DataSource,
    private readonly changes: Changes,
    private readonly reminders: Reminders,
    private readonly freezing: Freezing,
    private readonly mail: Mail,
  ) {}

  /** From the next quarter back to the first that was ever opened, or the one before today's. */
  async list(caller: Caller, { page, pageSize }: QuartersQuery): Promise<List<Quarter>> {
    const stored = await storedQuarters(this.database.manager, caller, null);
    const today = quarterOn(londonDate(new Date()));
    const oldest = [quarterBefore(today).id, stored.at(-1)?.id ?? today.id].toSorted()[0]!;
    const newest = [quarterAfter(today).id, stored[0]?.id ?? today.id].toSorted()[1]!;
    const all = quartersBetween(quarterOf(oldest)!, quarterOf(newest)!)
      .toReversed()
      .map((quarter) => stored.find(({ id }) => id === quarter.id) ?? plannedQuarter(quarter));
    return { items: all.slice((page - 1) * pageSize, page * pageSize), page, pageSize, total: all.length };
  }

  one(caller: Caller, id: string): Promise<Quarter> {
    return oneQuarter(this.database.manager, caller, id);
  }

  /** Asks every organisation that owes a return for it. @throws 409 where it was opened before, or nothing was recorded as early. */
  open(caller: Caller, id: string, expected: ExpectedVersions, { dueOn }: QuarterOpening): Promise<Quarter> {
    return this.changes.run(caller, async (tx) => {
      const quarter = quarterOf(id);
      if (!quarter) throw new HeadwayProblem('not_found');
      const today = londonDate(new Date());
      const broken = openingBroken(quarter, dueOn, today);
      if (broken) throw refused(broken);
      const [{ first }] = await tx.query('SELECT min(effective_on) AS first FROM stage_record');
      const early = openedTooEarly(quarter, first as CalendarDate | null, today);
      if (early) throw new HeadwayProblem('wrong_state', early);
      if (expected && !expected.includes(0)) throw new HeadwayProblem('changed_since_read');
      const [opened] = await tx.query(
        `INSERT INTO quarter (id, from_on, to_on, state, due_on) VALUES ($1, $2, $3, 'open', $4)
         ON CONFLICT DO NOTHING RETURNING id`,
        [id, quarter.from, quarter.to, dueOn],
      );
      if (!opened) throw new HeadwayProblem('wrong_state', 'The quarter has been opened already');
      const asked = await followIn(tx, id);
      await this.reminders.chase(tx, id, today);
      return told(tx, caller, id, 'quarter.opened', { dueOn, returns: asked.events.length });
    });
  }

  /** Reminders and lateness follow, as both are worked out from it. @throws 409 unless it is open. */
  changeDueDate(
    caller: Caller,
    id: string,
    expected: ExpectedVersions,
    { dueOn }: DueDateChange,
  ): Promise<Quarter> {
    return this.changes.run(caller, async (tx) => {
      await claimQuarter(tx, id, expected, 'open');
      const { from, to, dueOn: before } = await oneQuarter(tx, caller, id);
      const broken = dueDateBroken({ id, from, to }, dueOn, londonDate(new Date()));
      if (broken) throw refused(broken);
      await tx.query('UPDATE quarter SET due_on = $2 WHERE id = $1', [id, dueOn]);
      return told(tx, caller, id, 'quarter.due_date_changed', {
        before: { dueOn: before },
        after: { dueOn },
      });
    });
  }

  /** Makes a quarter planned again that was opened by mistake. @throws 409 once somebody has answered, or it was closed. */
  takeBack(
    caller: Caller,
    id: string,
    expected: ExpectedVersions,
    { reason }: QuarterTakingBack,
  ): Promise<Quarter> {
    return this.changes.run(caller, async (tx) => {
      await claimQuarter(tx, id, expected, 'open');
      const { answered, closed, returns } = await answersTo(tx, id);
      const broken = takingBackBroken(answered, closed);
      if (broken) throw new HeadwayProblem('wrong_state', broken);
      await this.mail.takeBack(tx, id, caller);
      await tx.query('DELETE FROM quarter_return WHERE quarter_id = $1', [id]);
      await tx.query('DELETE FROM quarter WHERE id = $1', [id]);
      return told(tx, caller, id, 'quarter.taken_back', { reason, returns });
    });
  }

  /** Freezes it at this instant: what is known now is what its revision says. */
  async close(
    caller: Caller,
    id: string,
    expected: ExpectedVersions,
    closing: QuarterClosing,
  ): Promise<Quarter> {
    const closed = await this.changes.run(caller, async (tx) => {
      await claimQuarter(tx, id, expected, 'open');
      const { from, to, returns } = await oneQuarter(tx, caller, id);
      const broken = closingBroken({ id, from, to }, returns, closing.withUnfinished, londonDate(new Date()));
      if (broken?.code === 'not_over') throw new HeadwayProblem('wrong_state', broken.message);
      if (broken) throw refused(broken);
      await tx.query(
        `WITH closed AS (
           UPDATE quarter SET state = 'closed', closed_at = known_now(), closed_by = $2 WHERE id = $1
           RETURNING reopened_reason
         )
         INSERT INTO quarter_revision (quarter_id, revision, closed_by, reason)
         SELECT $1, 1 + (SELECT count(*) FROM quarter_revision WHERE quarter_id = $1), $2, reopened_reason FROM closed`,
        [id, caller.id],
      );
      return told(tx, caller, id, 'quarter.closed', { ...closing, returns });
    });
    this.freezing.closed(id);
    return closed;
  }

  /** @throws 403 for whoever closed it: re-opening takes a second person. */
  async reopen(
    caller: Caller,
    id: string,
    expected: ExpectedVersions,
    { reason }: QuarterReopening,
  ): Promise<Quarter> {
    await this.freezing.beforeReopening(id);
    return this.changes.run(caller, async (tx) => {
      const closedBy = await claimQuarter(tx, id, expected, 'closed');
      if (!mayReopen(caller.id, closedBy))
        throw new HeadwayProblem('not_allowed', 'Somebody else than who closed the quarter must re-open it.');
      await tx.query(
        `UPDATE quarter SET state = 'open', closed_at = NULL, closed_by = NULL, reopened_reason = $2 WHERE id = $1`,
        [id, reason],
      );
      const sentBack = await askAgainWhereChanged(tx, caller, this.mail, id);
      const followed = await followIn(tx, id);
      await audit(tx, caller, ...followed.entries);
      const quarter = await told(tx, caller, id, 'quarter.reopened', { reason });
      await notify(tx, ...sentBack, ...followed.events);
      return quarter;
    });
  }
}

async function answersTo(
  tx: EntityManager,
  id: string,
): Promise<{ answered: number; closed: boolean; returns: number }> {
  const [found] = await tx.query(
    `SELECT count(*)::integer AS returns, EXISTS (SELECT FROM quarter_revision WHERE quarter_id = $1) AS closed,
       -- What was saved before the return was excused is an answer too.
       (count(*) FILTER (WHERE t.state NOT IN ('not_started', 'excused') OR EXISTS (SELECT FROM quarter_message m
         WHERE m.quarter_id = $1 AND m.organisation_id = t.organisation_id) OR EXISTS (SELECT FROM quarter_return_author a
         WHERE a.quarter_id = $1 AND a.organisation_id = t.organisation_id)))::integer AS answered
     FROM quarter_return t WHERE t.quarter_id = $1`,
    [id],
  );
  return found as { answered: number; closed: boolean; returns: number };
}

function refused({ field, code, message }: { field: string; code: string; message: string }): HeadwayProblem {
  return new HeadwayProblem('rule_broken', undefined, [{ pointer: `/${field}`, code, message }]);
}

/** Moves it to its next version and holds it. @throws 404, 409 in another state, 412. */
async function claimQuarter(
  tx: EntityManager,
  id: string,
  expected: ExpectedVersions,
  state: 'open' | 'closed',
): Promise<string | null> {
  const [[claimed]]: [{ state: string; closedBy: string | null }[]] = await tx.query(
    `UPDATE quarter SET version = version + 1 WHERE id = $1 AND ($2::integer[] IS NULL OR version = ANY ($2))
     RETURNING state, closed_by AS "closedBy"`,
    [id, expected],
  );
  if (!claimed) {
    const [found] = await tx.query('SELECT FROM quarter WHERE id = $1', [id]);
    if (!quarterOf(id)) throw new HeadwayProblem('not_found');
    throw found
      ? new HeadwayProblem('changed_since_read')
      : new HeadwayProblem('wrong_state', 'The quarter has not been opened yet');
  }
  if (claimed.state !== state)
    throw new HeadwayProblem('wrong_state', `The quarter is ${claimed.state} already`);
  return claimed.closedBy;
}

async function told(
  tx: EntityManager,
  caller: Caller,
  id: string,
  action: string,
  detail: object,
): Promise<Quarter> {
  await audit(tx, caller, { action, subject: id, organisationId: null, detail });
  await notify(tx, { kind: 'quarter.changed', subject: id, organisationId: null });
  return oneQuarter(tx, caller, id);
}
