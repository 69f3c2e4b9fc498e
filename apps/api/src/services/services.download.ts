import { pipeline } from 'node:stream/promises';
import { PassThrough } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { ServiceFilters } from '@headway/contract';
import { londonDate } from '@headway/domain';
import type { FastifyReply } from 'fastify';
import { type Pool, escapeLiteral } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { DataSource } from 'typeorm';
import { type Caller, scopeParameter } from '../platform/caller.js';
import type { Bind } from '../platform/sql.js';
import { matchingServices, stageSinceOn } from './matching.js';

/** A reader slower than this would keep a connection that others wait for. */
const longest = 60_000;

/** COPY takes no parameters, so values are quoted into it. */
const quoted: Bind = (value) =>
  escapeLiteral(typeof value === 'object' ? JSON.stringify(value) : String(value));

/** Text that a spreadsheet would take for a formula gets an apostrophe before it; the import takes it off. */
function harmless(column: string): string {
  return `CASE WHEN ${column} ~ '^''*[=+\\-@\\t\\r]' THEN '''' || ${column} ELSE ${column} END`;
}

/** The current list as a file that the import takes back. */
@Injectable()
export class ServicesDownload {
  constructor(private readonly database: DataSource) {}

  /** Streams rows as the database finds them, for a minute at most. */
  async send(caller: Caller, { on, ...filters }: ServiceFilters, reply: FastifyReply): Promise<void> {
    const date = on ?? londonDate(new Date());
    const scope = scopeParameter(caller, 'readServices');
    const { from, where } = matchingServices({ filters, scope, on: date }, quoted);
    const statement = `COPY (
      SELECT ${harmless('s.reference')} AS "Reference", ${harmless('s.name')} AS "Service name",
        ${harmless('o.name')} AS "Organisation", s.audience AS "Audience", r.stage AS "Stage",
        since.date AS "Stage reached on", s.transactions_a_year AS "Transactions a year",
        ${harmless('s.address')} AS "Service address"
      FROM ${from} ${stageSinceOn(quoted(date))} WHERE ${where}
      ORDER BY lower(o.name), lower(s.name), s.id
    ) TO STDOUT (FORMAT csv, HEADER)`;
    const client = await (this.database.driver as unknown as { master: Pool }).master.connect();
    try {
      await client.query(`BEGIN READ ONLY; SET LOCAL statement_timeout = '60s'`);
      const csv = new PassThrough();
      const sent = pipeline(client.query(copyTo(statement)), csv, { signal: AbortSignal.timeout(longest) });
      csv.write('\ufeff');
      void reply
        .header('Content-Type', 'text/csv; charset=utf-8; header=present')
        .header('Content-Disposition', `attachment; filename="headway-services-${date}.csv"`)
        .send(csv);
      await sent;
      await client.query('COMMIT');
      client.release();
    } catch (error) {
      // A connection in the middle of a COPY is no use to anybody else.
      client.release(true);
      throw error;
    }
  }
}
