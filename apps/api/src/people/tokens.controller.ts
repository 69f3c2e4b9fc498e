import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CreatedToken, NewToken, type Token, TokenList, key } from '@headway/contract';
import { type Caller, FromCaller } from '../platform/caller.js';
import { Policy } from '../platform/policy.js';
import { TokensService } from './tokens.service.js';

@ApiTags('tokens')
@Controller('api/tokens')
export class TokensController {
  constructor(private readonly tokens: TokensService) {}

  @Get()
  @Policy('manageOwnTokens')
  @ApiOkResponse({ standardSchema: TokenList })
  list(@FromCaller() caller: Caller): Promise<{ items: Token[] }> {
    return this.tokens.list(caller);
  }

  @Post()
  @Policy('manageOwnTokens')
  @ApiCreatedResponse({ standardSchema: CreatedToken })
  create(@FromCaller() caller: Caller, @Body({ schema: NewToken }) token: NewToken): Promise<CreatedToken> {
    return this.tokens.create(caller, token);
  }

  @Delete(':id')
  @HttpCode(204)
  @Policy('manageOwnTokens')
  revoke(@FromCaller() caller: Caller, @Param('id', { schema: key }) id: string): Promise<void> {
    return this.tokens.revoke(caller, id);
  }
}
