import { Controller, Get, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Reminded, quarterId } from '@headway/contract';
import type { FastifyReply } from 'fastify';
import { type Caller, FromCaller } from '../platform/caller.js';
import { Policy } from '../platform/policy.js';
import { DueDate } from './due-date.js';
import { Reminders } from './reminders.service.js';

@ApiTags('quarters')
@Controller('api/quarters')
export class RemindersController {
  constructor(
    private readonly reminders: Reminders,
    private readonly dueDate: DueDate,
  ) {}

  @Post(':quarter/remind')
  @HttpCode(200)
  @Policy('runQuarters')
  @ApiOkResponse({ standardSchema: Reminded })
  remind(
    @FromCaller() caller: Caller,
    @Param('quarter', { schema: quarterId }) quarter: string,
  ): Promise<Reminded> {
    return this.reminders.remind(caller, quarter);
  }

  @Get(':quarter/due.ics')
  @Policy('readQuarters')
  @ApiOkResponse({ content: { 'text/calendar': {} } })
  async due(
    @Param('quarter', { schema: quarterId }) quarter: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.dueDate.send(quarter, reply);
  }
}
