import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { PortfolioDownloadQuery } from '@headway/contract';
import type { FastifyReply } from 'fastify';
import { type Caller, FromCaller } from '../platform/caller.js';
import { Policy } from '../platform/policy.js';
import { PortfolioDownload } from './portfolio.download.js';

@ApiTags('portfolio')
@Controller('api')
export class PortfolioDownloadController {
  constructor(private readonly downloads: PortfolioDownload) {}

  @Get('portfolio.csv')
  @Policy('readPortfolio')
  async csv(
    @FromCaller() caller: Caller,
    @Query({ schema: PortfolioDownloadQuery }) query: PortfolioDownloadQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.downloads.send(caller, query, 'csv', reply);
  }

  @Get('portfolio.xlsx')
  @Policy('readPortfolio')
  async xlsx(
    @FromCaller() caller: Caller,
    @Query({ schema: PortfolioDownloadQuery }) query: PortfolioDownloadQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.downloads.send(caller, query, 'xlsx', reply);
  }

  @Get('portfolio.ods')
  @Policy('readPortfolio')
  async ods(
    @FromCaller() caller: Caller,
    @Query({ schema: PortfolioDownloadQuery }) query: PortfolioDownloadQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.downloads.send(caller, query, 'ods', reply);
  }
}
