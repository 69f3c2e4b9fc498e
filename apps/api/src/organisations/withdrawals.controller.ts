import { Body, Controller, Get, Headers, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  type List,
  MadeReorganisation,
  MadeReorganisationList,
  MadeReorganisationsQuery,
  Withdrawal,
  WithdrawalReport,
} from '@headway/contract';
import type { FastifyReply } from 'fastify';
import * as z from 'zod';
import { type Caller, FromCaller } from '../platform/caller.js';
import { Policy } from '../platform/policy.js';
import { WithdrawalsService, tagOf } from './withdrawals.service.js';

const id = z.uuid();

@ApiTags('organisations')
@Controller('api/organisations/reorganisations')
export class WithdrawalsController {
  constructor(private readonly withdrawals: WithdrawalsService) {}

  @Get()
  @Policy('readOrganisations')
  @ApiOkResponse({ standardSchema: MadeReorganisationList })
  list(
    @FromCaller() caller: Caller,
    @Query({ schema: MadeReorganisationsQuery }) query: MadeReorganisationsQuery,
  ): Promise<List<MadeReorganisation>> {
    return this.withdrawals.list(caller, query);
  }

  @Get(':id/withdrawal')
  @Policy('reorganise')
  @ApiOperation({ summary: 'What withdrawing a reorganisation would come to, and what rests on it' })
  @ApiOkResponse({ standardSchema: WithdrawalReport })
  async look(
    @FromCaller() caller: Caller,
    @Param('id', { schema: id }) reorganisation: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WithdrawalReport> {
    const report = await this.withdrawals.look(caller, reorganisation);
    void reply.header('ETag', tagOf(report));
    return report;
  }

  @Post(':id/withdrawal')
  @HttpCode(200)
  @Policy('reorganise')
  @ApiOperation({
    summary: 'Withdraw a reorganisation',
    description:
      'Owners, names, parents, existence, roles, barriers and returns are what they were before it. Refused while ' +
      'anything later rests on it. That it was made and withdrawn stays in the history.',
  })
  @ApiHeader({
    name: 'If-Match',
    required: false,
    description: 'The ETag that looking at it answered with, where it must be just that',
  })
  @ApiOkResponse({ standardSchema: WithdrawalReport })
  withdraw(
    @FromCaller() caller: Caller,
    @Param('id', { schema: id }) reorganisation: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body({ schema: Withdrawal }) withdrawal: Withdrawal,
  ): Promise<WithdrawalReport> {
    return this.withdrawals.withdraw(caller, reorganisation, withdrawal, ifMatch);
  }
}
