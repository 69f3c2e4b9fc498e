import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  type List,
  MadeReorganisation,
  MadeReorganisationList,
  MadeReorganisationsQuery,
  Withdrawal,
  WithdrawalReport,
} from '@headway/contract';
import * as z from 'zod';
import { type Caller, FromCaller } from '../platform/caller.js';
import { Policy } from '../platform/policy.js';
import { WithdrawalsService } from './withdrawals.service.js';

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
  look(
    @FromCaller() caller: Caller,
    @Param('id', { schema: id }) reorganisation: string,
  ): Promise<WithdrawalReport> {
    return this.withdrawals.look(caller, reorganisation);
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
  @ApiOkResponse({ standardSchema: WithdrawalReport })
  withdraw(
    @FromCaller() caller: Caller,
    @Param('id', { schema: id }) reorganisation: string,
    @Body({ schema: Withdrawal }) withdrawal: Withdrawal,
  ): Promise<WithdrawalReport> {
    return this.withdrawals.withdraw(caller, reorganisation, withdrawal);
  }
}
