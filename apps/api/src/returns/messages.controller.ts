import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  NewReturnMessage,
  ReturnMessage,
  ReturnMessages,
  ServiceAnswer,
  key,
  quarterId,
} from '@headway/contract';
import { type Caller, FromCaller } from '../platform/caller.js';
import { Policy } from '../platform/policy.js';
import { MessagesService } from './messages.service.js';

@ApiTags('returns')
@Controller('api')
export class MessagesController {
  constructor(private readonly messages: MessagesService) {}

  @Get('quarters/:quarter/returns/:slug/messages')
  @Policy('readReturns')
  @ApiOkResponse({ standardSchema: ReturnMessages })
  ofReturn(
    @FromCaller() caller: Caller,
    @Param('quarter', { schema: quarterId }) quarter: string,
    @Param('slug', { schema: key }) slug: string,
  ): Promise<ReturnMessages> {
    return this.messages.ofReturn(caller, { quarter, slug });
  }

  @Post('quarters/:quarter/returns/:slug/messages')
  @Policy('discussReturn')
  @ApiCreatedResponse({ standardSchema: ReturnMessage })
  say(
    @FromCaller() caller: Caller,
    @Param('quarter', { schema: quarterId }) quarter: string,
    @Param('slug', { schema: key }) slug: string,
    @Body({ schema: NewReturnMessage }) said: NewReturnMessage,
  ): Promise<ReturnMessage> {
    return this.messages.say(caller, { quarter, slug }, said);
  }

  @Get('services/:id/messages')
  @Policy('readReturns')
  @ApiOkResponse({ standardSchema: ReturnMessages })
  ofService(@FromCaller() caller: Caller, @Param('id', { schema: key }) id: string): Promise<ReturnMessages> {
    return this.messages.ofService(caller, id);
  }

  @Post('services/:id/messages')
  @Policy('discussReturn')
  @ApiCreatedResponse({ standardSchema: ReturnMessage })
  answer(
    @FromCaller() caller: Caller,
    @Param('id', { schema: key }) id: string,
    @Body({ schema: ServiceAnswer }) answer: ServiceAnswer,
  ): Promise<ReturnMessage> {
    return this.messages.answer(caller, id, answer);
  }
}
