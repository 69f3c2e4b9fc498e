import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  Batch,
  BatchCheck,
  BatchResult,
  CorrectedStage,
  Correction,
  type List,
  PostedRecord,
  RecordedStage,
  RecordsQuery,
  type StageRecord,
  StageRecordList,
  key,
} from '@headway/contract';
import { type Caller, FromCaller } from '../platform/caller.js';
import { type ExpectedVersions, IfMatch } from '../platform/if-match.js';
import { Policy } from '../platform/policy.js';
import { BatchService } from './batch.service.js';
import { RecordsService } from './records.service.js';

@ApiTags('records')
@Controller('api')
export class RecordsController {
  constructor(
    private readonly records: RecordsService,
    private readonly batches: BatchService,
  ) {}

  @Get('services/:id/records')
  @Policy('readServices')
  @ApiOkResponse({ standardSchema: StageRecordList })
  list(
    @FromCaller() caller: Caller,
    @Param('id', { schema: key }) id: string,
    @Query({ schema: RecordsQuery }) query: RecordsQuery,
  ): Promise<List<StageRecord>> {
    return this.records.list(caller, id, query);
  }

  @Post('services/:id/records')
  @Policy('recordStage')
  @ApiCreatedResponse({ standardSchema: RecordedStage })
  record(
    @FromCaller() caller: Caller,
    @Param('id', { schema: key }) id: string,
    @IfMatch() expected: ExpectedVersions,
    @Body({ schema: PostedRecord }) record: PostedRecord,
  ): Promise<RecordedStage> {
    return this.records.record(caller, id, expected, record);
  }

  @Post('services/:id/records/:recordId/corrections')
  @Policy('recordStage')
  @ApiCreatedResponse({ standardSchema: CorrectedStage })
  correct(
    @FromCaller() caller: Caller,
    @Param('id', { schema: key }) id: string,
    @Param('recordId', { schema: key }) recordId: string,
    @IfMatch() expected: ExpectedVersions,
    @Body({ schema: Correction }) correction: Correction,
  ): Promise<CorrectedStage> {
    return this.records.correct(caller, id, recordId, expected, correction);
  }

  @Post('records/batch')
  @HttpCode(200)
  @Policy('recordStage')
  @ApiOkResponse({ standardSchema: BatchResult })
  batch(@FromCaller() caller: Caller, @Body({ schema: Batch }) batch: Batch): Promise<BatchResult> {
    return this.batches.run(caller, batch);
  }

  @Post('records/check')
  @HttpCode(200)
  @Policy('recordStage')
  @ApiOkResponse({ standardSchema: BatchCheck })
  check(@FromCaller() caller: Caller, @Body({ schema: Batch }) batch: Batch): Promise<BatchCheck> {
    return this.batches.check(caller, batch);
  }
}
