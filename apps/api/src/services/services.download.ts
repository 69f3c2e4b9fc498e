import { Injectable } from '@nestjs/common';
import { type ServiceFilters, knownAtHeading, knownAtOfDay } from '@headway/contract';
import { HeadwayProblem, londonDate, mostImportRows } from '@headway/domain';
import { type Cell, type Sheet, type WorkbookFormat, workbookTypes, writeWorkbook } from '@headway/workbook';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import { attachment } from '../platform/attachment.js';
import { type Caller, scopeParameter } from '../platform/caller.js';
import { harmless, quoted, sendCsv } from '../platform/csv.js';
import { knownUntil, mustBeKnown } from '../platform/known.js';
import { type Bind, parameters } from '../platform/sql.js';
import { type DownloadColumn, besides, closings, columnsOf } from './download-columns.js';
import { matchingServices } from './matching.js';

/** The current list as a file that the import takes back. */
@Injectable()
export class ServicesDownload {
  constructor(private readonly database: DataSource) {}

  /** Streams rows as the database finds them, for a minute at most. */
  async sendCsv(caller: Caller, filters: ServiceFilters, reply: FastifyReply): Promise<void> {
    const knownAt = await this.knownAt(filters);
    const query = listing(
      caller,
      filters,
      quoted,
      (shown, { written }) => (written ? harmless(shown) : shown),
      `, ${quoted(knownAt)} AS "${knownAtHeading}"`,
    );
    await sendCsv(this.database, query, fileName(filters, 'csv'), reply);
  }

  /**
   * The same rows as a workbook, which holds what looks like a formula as text.
   * @throws 413 where there are more than the import would take back.
   */
  async sendWorkbook(
    caller: Caller,
    filters: ServiceFilters,
    format: WorkbookFormat,
    reply: FastifyReply,
  ): Promise<void> {
    const knownAt = await this.knownAt(filters);
    const { values, bind } = parameters();
    const query = `${listing(caller, filters, bind)} LIMIT ${mostImportRows + 1}`;
    const found: Record<string, Cell>[] = await this.database.query(query, values);
    if (found.length > mostImportRows)
      throw new HeadwayProblem('payload_too_large', 'Choose fewer services, or download them as CSV.');
    const columns = columnsOf(filters);
    const rows = found.map((row) => columns.map(({ header }) => row[header]!));
    const table = { name: 'services', columns, rows };
    const title = `Services on ${dateOf(filters)}`;
    const sheets = [{ name: 'Services', table }, knownAtSheet(knownAt)];
    const workbook = { title, language: 'en-GB', sheets };
    const bytes = await writeWorkbook(workbook, format);
    await attachment(reply, workbookTypes[format], fileName(filters, format)).send(Buffer.from(bytes));
  }

  /**
   * The instant that the file is of, taken before it is read, so that an import can tell what changed since; and the
   * day that it shows where that is not today, as what was so then must not be taken for what is so now.
   */
  private async knownAt({ asKnownAt, on }: ServiceFilters): Promise<string> {
    await mustBeKnown(this.database.manager, asKnownAt);
    const known = asKnownAt ?? (await knownUntil(this.database.manager));
    return on === undefined || on === londonDate(new Date()) ? known : knownAtOfDay(known, on);
  }
}

function knownAtSheet(knownAt: string): Sheet {
  const columns = [{ header: knownAtHeading, type: 'text' as const }];
  return { name: knownAtHeading, table: { name: 'known_at', columns, rows: [[knownAt]] } };
}

/** One statement for every format; `dressed` may change how a column is shown. */
function listing(
  caller: Caller,
  { boundaries, asKnownAt, ...filters }: ServiceFilters,
  bind: Bind,
  dressed: (shown: string, column: DownloadColumn) => string = (shown) => shown,
  last = '',
): string {
  const view = { on: dateOf(filters), boundaries, asKnownAt };
  const scope = scopeParameter(caller, 'readServices');
  const { from, where, since, past } = matchingServices({ filters, scope, view }, bind);
  const columns = columnsOf(filters).map(
    (column) => `${dressed(column.shows, column)} AS "${column.header}"`,
  );
  return `SELECT ${columns.join(', ')}${last} FROM ${from} ${since}
    ${besides(past)} ${filters.closed ? closings(past) : ''} WHERE ${where}
    ORDER BY lower(o.name), lower(s.name), s.id`;
}

function dateOf({ on }: Pick<ServiceFilters, 'on'>): string {
  return on ?? londonDate(new Date());
}

function fileName(filters: ServiceFilters, ending: string): string {
  return `headway-services-${dateOf(filters)}.${ending}`;
}
