import { Body, Controller, Get, Header, Param, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  type List,
  type SignalledService,
  SignalledServices,
  SignalledServicesQuery,
  Signals,
  SignalsFeedQuery,
  SignalsQuery,
  Threshold,
  ThresholdChange,
  ThresholdList,
  ThresholdsQuery,
  thresholdSignal,
} from '@headway/contract';
import type { ThresholdSignal } from '@headway/domain';
import { type Caller, FromCaller } from '../platform/caller.js';
import { type ExpectedVersions, IfMatch } from '../platform/if-match.js';
import { Policy } from '../platform/policy.js';
import { SignalsFeed } from './signals.feed.js';
import { SignalsService } from './signals.service.js';
import { ThresholdsService } from './thresholds.service.js';

@ApiTags('signals')
@Controller('api/portfolio')
export class SignalsController {
  constructor(
    private readonly signals: SignalsService,
    private readonly thresholds: ThresholdsService,
    private readonly feed: SignalsFeed,
  ) {}

  @Get('signals')
  @Policy('readPortfolio')
  @ApiOkResponse({ standardSchema: Signals })
  counts(
    @FromCaller() caller: Caller,
    @Query({ schema: SignalsQuery }) query: SignalsQuery,
  ): Promise<Signals> {
    return this.signals.counts(caller, query);
  }

  @Get('signals/services')
  @Policy('readPortfolio')
  @ApiOkResponse({ standardSchema: SignalledServices })
  services(
    @FromCaller() caller: Caller,
    @Query({ schema: SignalledServicesQuery }) query: SignalledServicesQuery,
  ): Promise<List<SignalledService>> {
    return this.signals.services(caller, query);
  }

  @Get('signals.atom')
  @Policy('readPortfolio')
  @Header('Content-Type', 'application/atom+xml; charset=utf-8')
  @ApiOkResponse({ content: { 'application/atom+xml': {} } })
  atom(
    @FromCaller() caller: Caller,
    @Query({ schema: SignalsFeedQuery }) query: SignalsFeedQuery,
  ): Promise<string> {
    return this.feed.atom(caller, query);
  }

  @Get('signals/thresholds')
  @Policy('readPortfolio')
  @ApiOkResponse({ standardSchema: ThresholdList })
  allThresholds(@Query({ schema: ThresholdsQuery }) query: ThresholdsQuery): Promise<ThresholdList> {
    return this.thresholds.list(query);
  }

  @Put('signals/thresholds/:signal')
  @Policy('setThreshold')
  @ApiOkResponse({ standardSchema: Threshold })
  setThreshold(
    @FromCaller() caller: Caller,
    @Param('signal', { schema: thresholdSignal }) signal: ThresholdSignal,
    @IfMatch() expected: ExpectedVersions,
    @Body({ schema: ThresholdChange }) change: ThresholdChange,
  ): Promise<Threshold> {
    return this.thresholds.set(caller, signal, expected, change);
  }
}
