import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  type List,
  NewRecord,
  RecordedStage,
  RecordsQuery,
  type StageRecord,
  StageRecordList,
  key,
} from '@headway/contract';
import type * as z from 'zod';
import { type Caller, FromCaller } from '../platform/caller.js';
import { type ExpectedVersions, IfMatch } from '../platform/if-match.js';
import { Policy } from '../platform/policy.js';
import { RecordsService } from './records.service.js';

@ApiTags('records')
@Controller('api/services/:id/records')
export class RecordsController {
  constructor(private readonly records: RecordsService) {}

  @Get()
  @Policy('readServices')
  @ApiOkResponse({ standardSchema: StageRecordList })
  list(
    @FromCaller() caller: Caller,
    @Param('id', { schema: key }) id: string,
    @Query({ schema: RecordsQuery }) { page, pageSize }: z.infer<typeof RecordsQuery>,
  ): Promise<List<StageRecord>> {
    return this.records.list(caller, id, page, pageSize);
  }

  @Post()
  @Policy('recordStage')
  @ApiCreatedResponse({ standardSchema: RecordedStage })
  record(
    @FromCaller() caller: Caller,
    @Param('id', { schema: key }) id: string,
    @IfMatch() expected: ExpectedVersions,
    @Body({ schema: NewRecord }) record: NewRecord,
  ): Promise<RecordedStage> {
    return this.records.record(caller, id, expected, record);
  }
}
