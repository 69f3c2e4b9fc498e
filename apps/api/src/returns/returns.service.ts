import { Injectable, type OnModuleInit } from '@nestjs/common';
import type {
  NewReturn,
  RequestedChanges,
  Return,
  ReturnDraft,
  ReturnExcusal,
  ReturnList,
  SubmittedReturn,
} from '@headway/contract';
import {
  HeadwayProblem,
  type ReturnAction,
  type ReturnState,
  can,
  maySignOff,
  quarterOf,
  returnAfter,
} from '@headway/domain';
import { DataSource, type EntityManager } from 'typeorm';
import type { Caller } from '../platform/caller.js';
import { Changes, audit, notify } from '../platform/changes.js';
import type { ExpectedVersions } from '../platform/if-match.js';
import { Mail } from '../platform/mail/mail.js';
import { type HeldReturn, claimReturn, holdOpenQuarter, seenReturn, writeAuthor } from './hold.js';
import { giveWay } from './ask-again.js';
import { writeMessages } from './message-rows.js';
import { missingReturns } from '../owed/who-owes.js';
import { oneReturn, returnsOf } from './return-rows.js';
import { submit } from './submit.js';
import { lastSubmission } from './submissions.js';
import { unreachableReturns } from './unreachable.js';

/** Which return of which quarter. */
export interface Place {
  readonly quarter: string;
  readonly slug: string;
}

/** What organisations say once a quarter, from asked to signed off. */
@Injectable()
export class ReturnsService implements OnModuleInit {
  constructor(
    private readonly database: DataSource,
    private readonly changes: Changes,
    private readonly mail: Mail,
  ) {}

  onModuleInit(): void {
    this.changes.giveWay = (tx, caller, held) => giveWay(tx, caller, this.mail, held);
  }

  async list(caller: Caller, quarter: string): Promise<ReturnList> {
    const { manager } = this.database;
    if (!quarterOf(quarter)) throw new HeadwayProblem('not_found');
    const items = await returnsOf(manager, caller, quarter);
    const late = can(caller, 'runQuarters') ? await missingReturns(manager, quarter) : [];
    const missing = late.map(({ slug, name, abbreviation }) => ({ slug, name, abbreviation }));
    const unreachable = await unreachableReturns(manager, caller, quarter);
    return { items, missing, unreachable };
  }

  one(caller: Caller, { quarter, slug }: Place): Promise<Return> {
    return oneReturn(this.database.manager, caller, quarter, slug);
  }

  async submission(caller: Caller, { quarter, slug }: Place): Promise<SubmittedReturn> {
    const { manager } = this.database;
    return lastSubmission(manager, await seenReturn(manager, caller, quarter, slug));
  }

  /** Asks one that came late. @throws 409 where it owes none, or has been asked. */
  add(caller: Caller, quarter: string, { organisation: slug }: NewReturn): Promise<Return> {
    return this.changes.run(caller, async (tx) => {
      await holdOpenQuarter(tx, quarter);
      const late = (await missingReturns(tx, quarter)).find((one) => one.slug === slug);
      if (!late)
        throw new HeadwayProblem('wrong_state', 'This organisation owes no return that is not asked for.');
      await tx.query('INSERT INTO quarter_return (quarter_id, organisation_id) VALUES ($1, $2)', [
        quarter,
        late.id,
      ]);
      await told(tx, caller, { quarter, slug, organisationId: late.id }, 'return.added', {});
      return oneReturn(tx, caller, quarter, slug);
    });
  }

  keep(caller: Caller, place: Place, expected: ExpectedVersions, draft: ReturnDraft): Promise<Return> {
    return this.change(caller, 'save', place, expected, async (tx, held, after) => {
      const { confidence, summary, summaryDrafted, reviewed, restUnchanged } = draft;
      await tx.query(
        `UPDATE quarter_return SET state = $7, confidence = $3, summary = $4, reviewed = $5,
           rest_unchanged = $6, summary_drafted = $8
         WHERE quarter_id = $1 AND organisation_id = $2`,
        [
          ...[held.quarter, held.organisationId, confidence, summaryDrafted ? null : summary],
          ...[reviewed, restUnchanged, after, summaryDrafted],
        ],
      );
      await writeAuthor(tx, caller, held);
      await told(tx, caller, held, 'return.saved', draft);
    });
  }

  /** Confirms what is left where nothing has changed, and keeps how all stands. @throws 409 too early, 422 with what is missing. */
  submit(caller: Caller, place: Place, expected: ExpectedVersions): Promise<Return> {
    return this.changes.run(caller, async (tx) => {
      const held = await claimReturn(tx, caller, 'submit', place, expected);
      await submit(tx, caller, held);
      await this.mail.aboutReturn(tx, 'submitted', held, caller);
      return oneReturn(tx, caller, held.quarter, held.slug);
    });
  }

  /** @throws 403 for whoever saved or submitted any part of it. */
  signOff(caller: Caller, place: Place, expected: ExpectedVersions): Promise<Return> {
    return this.change(caller, 'sign_off', place, expected, async (tx, held, after) => {
      if (!maySignOff(caller.id, held.authors))
        throw new HeadwayProblem(
          'not_allowed',
          'You saved or submitted part of this return, so somebody else must sign it off.',
        );
      await tx.query(
        `UPDATE quarter_return SET signed_off_at = known_now(), signed_off_by = $3, state = $4
         WHERE quarter_id = $1 AND organisation_id = $2`,
        [held.quarter, held.organisationId, caller.id, after],
      );
      await this.mail.aboutReturn(tx, 'signed_off', held, caller);
      await told(tx, caller, held, 'return.signed_off', {});
    });
  }

  /** Reopens it, with what should change; what was ticked is asked again. @throws 422 where a service is not of this return. */
  requestChanges(
    caller: Caller,
    place: Place,
    expected: ExpectedVersions,
    { comments }: RequestedChanges,
  ): Promise<Return> {
    return this.change(caller, 'request_changes', place, expected, async (tx, held, after) => {
      await tx.query(
        `UPDATE quarter_return SET state = $3, signed_off_at = NULL, signed_off_by = NULL, excused = NULL, excused_by_rule = false,
           reviewed = false, rest_unchanged = false WHERE quarter_id = $1 AND organisation_id = $2`,
        [held.quarter, held.organisationId, after],
      );
      await writeMessages(tx, caller, held, 'changes_requested', comments);
      await this.mail.aboutReturn(tx, 'changes_requested', held, caller);
      await told(tx, caller, held, 'return.changes_requested', { before: held.state, comments });
    });
  }

  excuse(
    caller: Caller,
    place: Place,
    expected: ExpectedVersions,
    { reason }: ReturnExcusal,
  ): Promise<Return> {
    return this.change(caller, 'excuse', place, expected, async (tx, held, after) => {
      await tx.query(
        `UPDATE quarter_return SET state = $4, excused = $3 WHERE quarter_id = $1 AND organisation_id = $2`,
        [held.quarter, held.organisationId, reason, after],
      );
      await told(tx, caller, held, 'return.excused', { reason });
    });
  }

  private change(
    caller: Caller,
    action: ReturnAction,
    place: Place,
    expected: ExpectedVersions,
    work: (tx: EntityManager, held: HeldReturn, after: ReturnState) => Promise<void>,
  ): Promise<Return> {
    return this.changes.run(caller, async (tx) => {
      const held = await claimReturn(tx, caller, action, place, expected);
      await work(tx, held, returnAfter(held.state, action)!);
      return oneReturn(tx, caller, held.quarter, held.slug);
    });
  }
}

/** Writes it to the trail, and tells who listens. */
export async function told(
  tx: EntityManager,
  caller: Caller,
  { quarter, slug, organisationId }: Pick<HeldReturn, 'quarter' | 'slug' | 'organisationId'>,
  action: string,
  detail: object,
): Promise<void> {
  await audit(tx, caller, { action, subject: slug, organisationId, detail: { quarter, ...detail } });
  await notify(tx, { kind: 'return.changed', subject: slug, organisationId });
}
