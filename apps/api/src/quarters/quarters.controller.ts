import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  DueDateChange,
  type List,
  Quarter,
  QuarterClosing,
  QuarterList,
  QuarterOpening,
  QuarterReopening,
  QuarterTakingBack,
  QuartersQuery,
  quarterId,
} from '@headway/contract';
import { type Caller, FromCaller } from '../platform/caller.js';
import { type ExpectedVersions, IfMatch } from '../platform/if-match.js';
import { Policy } from '../platform/policy.js';
import { QuartersService } from './quarters.service.js';

@ApiTags('quarters')
@Controller('api/quarters')
export class QuartersController {
  constructor(private readonly quarters: QuartersService) {}

  @Get()
  @Policy('readQuarters')
  @ApiOkResponse({ standardSchema: QuarterList })
  list(
    @FromCaller() caller: Caller,
    @Query({ schema: QuartersQuery }) query: QuartersQuery,
  ): Promise<List<Quarter>> {
    return this.quarters.list(caller, query);
  }

  @Get(':quarter')
  @Policy('readQuarters')
  @ApiOkResponse({ standardSchema: Quarter })
  one(@FromCaller() caller: Caller, @Param('quarter', { schema: quarterId }) id: string): Promise<Quarter> {
    return this.quarters.one(caller, id);
  }

  @Post(':quarter/open')
  @HttpCode(200)
  @Policy('runQuarters')
  @ApiOkResponse({ standardSchema: Quarter })
  open(
    @FromCaller() caller: Caller,
    @Param('quarter', { schema: quarterId }) id: string,
    @IfMatch() expected: ExpectedVersions,
    @Body({ schema: QuarterOpening }) opening: QuarterOpening,
  ): Promise<Quarter> {
    return this.quarters.open(caller, id, expected, opening);
  }

  @Patch(':quarter')
  @Policy('runQuarters')
  @ApiOkResponse({ standardSchema: Quarter })
  changeDueDate(
    @FromCaller() caller: Caller,
    @Param('quarter', { schema: quarterId }) id: string,
    @IfMatch() expected: ExpectedVersions,
    @Body({ schema: DueDateChange }) change: DueDateChange,
  ): Promise<Quarter> {
    return this.quarters.changeDueDate(caller, id, expected, change);
  }

  @Post(':quarter/close')
  @HttpCode(200)
  @Policy('runQuarters')
  @ApiOkResponse({ standardSchema: Quarter })
  close(
    @FromCaller() caller: Caller,
    @Param('quarter', { schema: quarterId }) id: string,
    @IfMatch() expected: ExpectedVersions,
    @Body({ schema: QuarterClosing }) closing: QuarterClosing,
  ): Promise<Quarter> {
    return this.quarters.close(caller, id, expected, closing);
  }

  @Post(':quarter/take-back')
  @HttpCode(200)
  @Policy('runQuarters')
  @ApiOkResponse({ standardSchema: Quarter })
  takeBack(
    @FromCaller() caller: Caller,
    @Param('quarter', { schema: quarterId }) id: string,
    @IfMatch() expected: ExpectedVersions,
    @Body({ schema: QuarterTakingBack }) takingBack: QuarterTakingBack,
  ): Promise<Quarter> {
    return this.quarters.takeBack(caller, id, expected, takingBack);
  }

  @Post(':quarter/reopen')
  @HttpCode(200)
  @Policy('runQuarters')
  @ApiOkResponse({ standardSchema: Quarter })
  reopen(
    @FromCaller() caller: Caller,
    @Param('quarter', { schema: quarterId }) id: string,
    @IfMatch() expected: ExpectedVersions,
    @Body({ schema: QuarterReopening }) reopening: QuarterReopening,
  ): Promise<Quarter> {
    return this.quarters.reopen(caller, id, expected, reopening);
  }
}
