import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Attempt, AttemptKey } from '@headway/contract';
import { DataSource } from 'typeorm';
import { type Caller, FromCaller } from './caller.js';
import { Policy } from './policy.js';
import { wasAnswered } from './retries.js';

/** What came of a change whose answer was lost. */
@ApiTags('session')
@Controller('api/attempts')
export class AttemptsController {
  constructor(private readonly database: DataSource) {}

  @Get(':key')
  @Policy('readSession')
  @ApiOkResponse({ standardSchema: Attempt })
  async read(
    @FromCaller() caller: Caller,
    @Param('key', { schema: AttemptKey }) key: string,
  ): Promise<Attempt> {
    return { saved: await this.database.transaction((tx) => wasAnswered(tx, caller, key)) };
  }
}
