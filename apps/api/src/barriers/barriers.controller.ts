import { Body, Controller, Get, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  Barrier,
  BarrierChange,
  BarrierHistory,
  BarrierList,
  BarriersDownloadQuery,
  BarriersQuery,
  NewBarrier,
  key,
} from '@headway/contract';
import type { FastifyReply } from 'fastify';
import { type Caller, FromCaller } from '../platform/caller.js';
import { type ExpectedVersions, IfMatch } from '../platform/if-match.js';
import { Policy } from '../platform/policy.js';
import { BarriersDownload } from './barriers.download.js';
import { BarriersService } from './barriers.service.js';

@ApiTags('barriers')
@Controller('api')
export class BarriersController {
  constructor(
    private readonly barriers: BarriersService,
    private readonly downloads: BarriersDownload,
  ) {}

  @Get('services/:id/barriers')
  @Policy('readServices')
  @ApiOkResponse({ standardSchema: BarrierList })
  ofService(
    @FromCaller() caller: Caller,
    @Param('id', { schema: key }) id: string,
    @Query({ schema: BarriersQuery }) query: BarriersQuery,
  ): Promise<BarrierList> {
    return this.barriers.ofService(caller, id, query);
  }

  @Post('services/:id/barriers')
  @Policy('changeBarrier')
  @ApiCreatedResponse({ standardSchema: Barrier })
  raiseForService(
    @FromCaller() caller: Caller,
    @Param('id', { schema: key }) id: string,
    @Body({ schema: NewBarrier }) barrier: NewBarrier,
  ): Promise<Barrier> {
    return this.barriers.raiseForService(caller, id, barrier);
  }

  @Get('organisations/:slug/barriers')
  @Policy('readOrganisations')
  @ApiOkResponse({ standardSchema: BarrierList })
  ofOrganisation(
    @FromCaller() caller: Caller,
    @Param('slug', { schema: key }) slug: string,
    @Query({ schema: BarriersQuery }) query: BarriersQuery,
  ): Promise<BarrierList> {
    return this.barriers.ofOrganisation(caller, slug, query);
  }

  @Post('organisations/:slug/barriers')
  @Policy('changeBarrier')
  @ApiCreatedResponse({ standardSchema: Barrier })
  raiseForOrganisation(
    @FromCaller() caller: Caller,
    @Param('slug', { schema: key }) slug: string,
    @Body({ schema: NewBarrier }) barrier: NewBarrier,
  ): Promise<Barrier> {
    return this.barriers.raiseForOrganisation(caller, slug, barrier);
  }

  @Get('barriers.csv')
  @Policy('readServices')
  async download(
    @FromCaller() caller: Caller,
    @Query({ schema: BarriersDownloadQuery }) filters: BarriersDownloadQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.downloads.send(caller, filters, reply);
  }

  @Get('barriers/:id')
  @Policy('readServices')
  @ApiOkResponse({ standardSchema: Barrier })
  one(@FromCaller() caller: Caller, @Param('id', { schema: key }) id: string): Promise<Barrier> {
    return this.barriers.one(caller, id);
  }

  @Get('barriers/:id/history')
  @Policy('readServices')
  @ApiOkResponse({ standardSchema: BarrierHistory })
  history(@FromCaller() caller: Caller, @Param('id', { schema: key }) id: string): Promise<BarrierHistory> {
    return this.barriers.history(caller, id);
  }

  @Patch('barriers/:id')
  @Policy('changeBarrier')
  @ApiOkResponse({ standardSchema: Barrier })
  change(
    @FromCaller() caller: Caller,
    @Param('id', { schema: key }) id: string,
    @IfMatch() expected: ExpectedVersions,
    @Body({ schema: BarrierChange }) change: BarrierChange,
  ): Promise<Barrier> {
    return this.barriers.change(caller, id, expected, change);
  }
}
