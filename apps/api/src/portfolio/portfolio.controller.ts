import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Portfolio, PortfolioQuery } from '@headway/contract';
import { type Caller, FromCaller } from '../platform/caller.js';
import { Policy } from '../platform/policy.js';
import { PortfolioService } from './portfolio.service.js';

@ApiTags('portfolio')
@Controller('api/portfolio')
export class PortfolioController {
  constructor(private readonly portfolio: PortfolioService) {}

  @Get()
  @Policy('readPortfolio')
  @ApiOkResponse({ standardSchema: Portfolio })
  rollUp(
    @FromCaller() caller: Caller,
    @Query({ schema: PortfolioQuery }) query: PortfolioQuery,
  ): Promise<Portfolio> {
    return this.portfolio.rollUp(caller, query);
  }
}
