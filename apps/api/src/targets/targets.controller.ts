import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Service, TargetChange, TargetHistory, TargetsQuery, key, targetStage } from '@headway/contract';
import type { TargetStage } from '@headway/domain';
import { type Caller, FromCaller } from '../platform/caller.js';
import { type ExpectedVersions, IfMatch } from '../platform/if-match.js';
import { Policy } from '../platform/policy.js';
import { TargetsService } from './targets.service.js';

@ApiTags('targets')
@Controller('api/services/:id/targets')
export class TargetsController {
  constructor(private readonly targets: TargetsService) {}

  @Get()
  @Policy('readServices')
  @ApiOkResponse({ standardSchema: TargetHistory })
  history(
    @FromCaller() caller: Caller,
    @Param('id', { schema: key }) id: string,
    @Query({ schema: TargetsQuery }) query: TargetsQuery,
  ): Promise<TargetHistory> {
    return this.targets.history(caller, id, query);
  }

  @Put(':stage')
  @Policy('setTarget')
  @ApiOkResponse({ standardSchema: Service })
  set(
    @FromCaller() caller: Caller,
    @Param('id', { schema: key }) id: string,
    @Param('stage', { schema: targetStage }) stage: TargetStage,
    @IfMatch() expected: ExpectedVersions,
    @Body({ schema: TargetChange }) change: TargetChange,
  ): Promise<Service> {
    return this.targets.set(caller, id, stage, expected, change);
  }
}
