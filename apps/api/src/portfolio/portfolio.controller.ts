import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Movements, MovementsQuery, Portfolio, PortfolioQuery, Trend, TrendQuery } from '@headway/contract';
import { type Caller, FromCaller } from '../platform/caller.js';
import { Policy } from '../platform/policy.js';
import { MovementsService } from './movements.service.js';
import { PortfolioService } from './portfolio.service.js';

@ApiTags('portfolio')
@Controller('api/portfolio')
export class PortfolioController {
  constructor(
    private readonly portfolio: PortfolioService,
    private readonly moved: MovementsService,
  ) {}

  @Get()
  @Policy('readPortfolio')
  @ApiOkResponse({ standardSchema: Portfolio })
  rollUp(
    @FromCaller() caller: Caller,
    @Query({ schema: PortfolioQuery }) query: PortfolioQuery,
  ): Promise<Portfolio> {
    return this.portfolio.rollUp(caller, query);
  }

  @Get('trend')
  @Policy('readPortfolio')
  @ApiOkResponse({ standardSchema: Trend })
  trend(@FromCaller() caller: Caller, @Query({ schema: TrendQuery }) query: TrendQuery): Promise<Trend> {
    return this.portfolio.trend(caller, query);
  }

  @Get('movements')
  @Policy('readPortfolio')
  @ApiOkResponse({ standardSchema: Movements })
  movements(
    @FromCaller() caller: Caller,
    @Query({ schema: MovementsQuery }) query: MovementsQuery,
  ): Promise<Movements> {
    return this.moved.movements(caller, query);
  }
}
