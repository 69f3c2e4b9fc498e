import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Mail, MailList, MailQuery, key } from '@headway/contract';
import { Policy } from '../policy.js';
import { Outbox } from './outbox.js';

@ApiTags('mail')
@Controller('api/mail')
export class MailController {
  constructor(private readonly outbox: Outbox) {}

  @Get()
  @Policy('readMail')
  @ApiOkResponse({ standardSchema: MailList })
  list(@Query({ schema: MailQuery }) query: MailQuery): Promise<MailList> {
    return this.outbox.list(query);
  }

  @Get(':id')
  @Policy('readMail')
  @ApiOkResponse({ standardSchema: Mail })
  one(@Param('id', { schema: key }) id: string): Promise<Mail> {
    return this.outbox.one(id);
  }
}
