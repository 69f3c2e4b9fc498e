import { Injectable } from '@nestjs/common';
import { type BarriersDownloadQuery, barrierColumns as headings, knownAtHeading } from '@headway/contract';
import { londonDate } from '@headway/domain';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import { type Caller, scopeParameter } from '../platform/caller.js';
import { harmless, quoted, sendCsv } from '../platform/csv.js';
import { knownUntil } from '../platform/known.js';
import { membersOf } from '../platform/sql.js';
import { openBarrier, pastOf } from '../services/matching.js';
import { barriersFrom } from './barrier-rows.js';

/** Barriers as a file that the import takes back, those of services and those of whole organisations. */
@Injectable()
export class BarriersDownload {
  constructor(private readonly database: DataSource) {}

  async send(caller: Caller, filters: BarriersDownloadQuery, reply: FastifyReply): Promise<void> {
    const knownAt = await knownUntil(this.database.manager);
    const today = londonDate(new Date());
    const past = pastOf({ on: today }, quoted);
    const scope = scopeParameter(caller, 'readServices');
    const where = ['true'];
    if (scope) where.push(`o.id IN ${membersOf(quoted(scope), 'uuid')}`);
    if (filters.organisation)
      where.push(`o.id IN (SELECT a.id FROM organisations_above_on(${past.on}, NULL) a
        JOIN organisation top ON top.id = a.above
        WHERE top.slug IN ${membersOf(quoted(filters.organisation), 'text')})`);
    if (filters.category) where.push(`b.category = ${quoted(filters.category)}`);
    if (filters.open) where.push(`(${openBarrier('b', past)}) = ${filters.open}`);
    const query = `SELECT ${harmless('s.reference')} AS "${headings.reference}",
        ${harmless('s.name')} AS "${headings.name}", ${harmless('o.name')} AS "${headings.organisation}",
        b.category AS "${headings.category}", ${harmless('b.description')} AS "${headings.barrier}",
        ${harmless('b.next_action')} AS "${headings.nextAction}",
        ${harmless('b.next_action_owner')} AS "${headings.nextActionOwner}",
        b.raised_on AS "${headings.raisedOn}", b.resolved_on AS "${headings.resolvedOn}",
        b.id AS "${headings.barrierId}", ${quoted(knownAt)} AS "${knownAtHeading}"
      FROM ${barriersFrom(past)} WHERE ${where.join(' AND ')}
      ORDER BY lower(o.name), lower(s.name) NULLS FIRST, b.raised_on, b.id`;
    await sendCsv(this.database, query, `headway-barriers-${today}.csv`, reply);
  }
}
