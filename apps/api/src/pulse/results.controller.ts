import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { toCsv } from '@headway/charts';
import { PulseRecorded, PulseRecordedQuery, PulseResults, PulseResultsQuery } from '@headway/contract';
import type { FastifyReply } from 'fastify';
import { attachment } from '../platform/attachment.js';
import { type Caller, FromCaller } from '../platform/caller.js';
import { csvType } from '../platform/csv.js';
import { Policy } from '../platform/policy.js';
import { PulseRecordedService } from './recorded.service.js';
import { PulseResultsService } from './results.service.js';
import { resultsTable } from './results.table.js';

@ApiTags('pulse')
@Controller('api/pulse')
export class PulseResultsController {
  constructor(
    private readonly pulse: PulseResultsService,
    private readonly records: PulseRecordedService,
  ) {}

  @Get('results')
  @Policy('readPulse')
  @ApiOkResponse({ standardSchema: PulseResults })
  results(@Query({ schema: PulseResultsQuery }) query: PulseResultsQuery): Promise<PulseResults> {
    return this.pulse.results(query);
  }

  @Get('results.csv')
  @Policy('readPulse')
  async csv(
    @Query({ schema: PulseResultsQuery }) query: PulseResultsQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const results = await this.pulse.results(query);
    const csv = Buffer.from(`\ufeff${toCsv(resultsTable(results))}`);
    await attachment(reply, csvType, `headway-pulse-${results.wave.closesOn}.csv`).send(csv);
  }

  @Get('recorded')
  @Policy('readPulse')
  @ApiOkResponse({ standardSchema: PulseRecorded })
  recorded(
    @FromCaller() caller: Caller,
    @Query({ schema: PulseRecordedQuery }) query: PulseRecordedQuery,
  ): Promise<PulseRecorded> {
    return this.records.recorded(caller, query);
  }
}
