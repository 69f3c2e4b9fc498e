import { Injectable } from '@nestjs/common';
import type { PortfolioDownloadQuery } from '@headway/contract';
import { toCsv } from '@headway/charts';
import {
  capitalised,
  formatDate,
  londonDate,
  pastWords,
  quarterOn,
  recordedBetween,
  sameServicesChange,
} from '@headway/domain';
import { type WorkbookFormat, workbookTypes, writeWorkbook } from '@headway/workbook';
import type { FastifyReply } from 'fastify';
import { attachment } from '../platform/attachment.js';
import type { Caller } from '../platform/caller.js';
import { csvType } from '../platform/csv.js';
import { MovementsService } from './movements.service.js';
import { type PortfolioShown, rowsOf, workbookOf } from './portfolio.sheets.js';
import { PortfolioService } from './portfolio.service.js';

/** What a page of the portfolio shows, as one file. */
@Injectable()
export class PortfolioDownload {
  constructor(
    private readonly portfolio: PortfolioService,
    private readonly movements: MovementsService,
  ) {}

  async send(
    caller: Caller,
    query: PortfolioDownloadQuery,
    format: WorkbookFormat | 'csv',
    reply: FastifyReply,
  ): Promise<void> {
    const shown = await this.shown(caller, query);
    const [type, bytes] =
      format === 'csv'
        ? [csvType, Buffer.from(`\ufeff${toCsv(rowsOf(shown))}`)]
        : [workbookTypes[format], Buffer.from(await writeWorkbook(workbookOf(shown), format))];
    await attachment(reply, type, `headway-portfolio-${shown.portfolio.on}.${format}`).send(bytes);
  }

  private async shown(
    caller: Caller,
    { from, trendOf: measure, ...query }: PortfolioDownloadQuery,
  ): Promise<PortfolioShown> {
    const { compareWith, on = londonDate(new Date()), ...rest } = query;
    const portfolio = await this.portfolio.rollUp(caller, { ...query, on });
    const trend = await this.portfolio.trend(caller, { ...rest, on, from, to: quarterOn(on).id });
    const between = recordedBetween(trend.quarters);
    const madeOf = between
      ? sameServicesChange(await this.movements.comparison(caller, { ...rest, ...between }), between.to)
      : '';
    const { organisation, audience, boundaries = 'then', asKnownAt = null } = query;
    const names = new Map(portfolio.byOrganisation.map(({ organisation: { slug, name } }) => [slug, name]));
    return {
      ...{ portfolio, trend, madeOf, measure, audience: audience ?? null },
      chosen: [
        ['Position', capitalised(pastWords({ on, asKnownAt, boundaries }))],
        [
          'Organisations',
          organisation?.map((slug) => names.get(slug) ?? slug).join(', ') ?? 'All that you may see',
        ],
        ['Who it is for', audience ?? 'Everyone'],
        ...(compareWith ? [['Compared with', formatDate(compareWith)] as const] : []),
      ],
    };
  }
}
