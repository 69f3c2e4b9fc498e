import { Body, Controller, Headers, HttpCode, Post, Query, Res } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Reorganisation, ReorganisationQuery, ReorganisationReport } from '@headway/contract';
import type { FastifyReply } from 'fastify';
import { type Caller, FromCaller } from '../platform/caller.js';
import { Policy } from '../platform/policy.js';
import { ReorganisationsService } from './reorganisations.service.js';

@ApiTags('organisations')
@Controller('api/organisations/reorganisations')
export class ReorganisationsController {
  constructor(private readonly reorganisations: ReorganisationsService) {}

  @Post()
  @HttpCode(200)
  @Policy('reorganise')
  @ApiHeader({ name: 'If-Match', description: 'With mode=apply: the ETag that mode=check answered with' })
  @ApiOkResponse({ standardSchema: ReorganisationReport })
  async reorganise(
    @FromCaller() caller: Caller,
    @Query({ schema: ReorganisationQuery }) query: ReorganisationQuery,
    @Body({ schema: Reorganisation }) request: Reorganisation,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ReorganisationReport> {
    const report = await this.reorganisations.reorganise(caller, query, request, ifMatch);
    void reply.header('ETag', `"${report.fingerprint}"`);
    return report;
  }
}
