import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  NewReturn,
  RequestedChanges,
  Return,
  ReturnDraft,
  ReturnExcusal,
  ReturnList,
  ReturnSubmission,
  SubmittedReturn,
  key,
  quarterId,
} from '@headway/contract';
import { type Caller, FromCaller } from '../platform/caller.js';
import { type ExpectedVersions, IfMatch } from '../platform/if-match.js';
import { Policy } from '../platform/policy.js';
import { ReturnsService } from './returns.service.js';

@ApiTags('returns')
@Controller('api/quarters/:quarter/returns')
export class ReturnsController {
  constructor(private readonly returns: ReturnsService) {}

  @Get()
  @Policy('readReturns')
  @ApiOkResponse({ standardSchema: ReturnList })
  list(
    @FromCaller() caller: Caller,
    @Param('quarter', { schema: quarterId }) quarter: string,
  ): Promise<ReturnList> {
    return this.returns.list(caller, quarter);
  }

  @Post()
  @Policy('runQuarters')
  @ApiCreatedResponse({ standardSchema: Return })
  add(
    @FromCaller() caller: Caller,
    @Param('quarter', { schema: quarterId }) quarter: string,
    @Body({ schema: NewReturn }) asked: NewReturn,
  ): Promise<Return> {
    return this.returns.add(caller, quarter, asked);
  }

  @Get(':slug')
  @Policy('readReturns')
  @ApiOkResponse({ standardSchema: Return })
  one(
    @FromCaller() caller: Caller,
    @Param('quarter', { schema: quarterId }) quarter: string,
    @Param('slug', { schema: key }) slug: string,
  ): Promise<Return> {
    return this.returns.one(caller, { quarter, slug });
  }

  @Get(':slug/submission')
  @Policy('readReturns')
  @ApiOkResponse({ standardSchema: SubmittedReturn })
  submission(
    @FromCaller() caller: Caller,
    @Param('quarter', { schema: quarterId }) quarter: string,
    @Param('slug', { schema: key }) slug: string,
  ): Promise<SubmittedReturn> {
    return this.returns.submission(caller, { quarter, slug });
  }

  @Put(':slug')
  @Policy('prepareReturn')
  @ApiOkResponse({ standardSchema: Return })
  save(
    @FromCaller() caller: Caller,
    @Param('quarter', { schema: quarterId }) quarter: string,
    @Param('slug', { schema: key }) slug: string,
    @IfMatch() expected: ExpectedVersions,
    @Body({ schema: ReturnDraft }) draft: ReturnDraft,
  ): Promise<Return> {
    return this.returns.keep(caller, { quarter, slug }, expected, draft);
  }

  @Post(':slug/submit')
  @HttpCode(200)
  @Policy('prepareReturn')
  @ApiOkResponse({ standardSchema: Return })
  submit(
    @FromCaller() caller: Caller,
    @Param('quarter', { schema: quarterId }) quarter: string,
    @Param('slug', { schema: key }) slug: string,
    @IfMatch() expected: ExpectedVersions,
    @Body({ schema: ReturnSubmission }) _: ReturnSubmission,
  ): Promise<Return> {
    return this.returns.submit(caller, { quarter, slug }, expected);
  }

  @Post(':slug/sign-off')
  @HttpCode(200)
  @Policy('signOffReturn')
  @ApiOkResponse({ standardSchema: Return })
  signOff(
    @FromCaller() caller: Caller,
    @Param('quarter', { schema: quarterId }) quarter: string,
    @Param('slug', { schema: key }) slug: string,
    @IfMatch() expected: ExpectedVersions,
  ): Promise<Return> {
    return this.returns.signOff(caller, { quarter, slug }, expected);
  }

  @Post(':slug/request-changes')
  @HttpCode(200)
  @Policy('requestChanges')
  @ApiOkResponse({ standardSchema: Return })
  requestChanges(
    @FromCaller() caller: Caller,
    @Param('quarter', { schema: quarterId }) quarter: string,
    @Param('slug', { schema: key }) slug: string,
    @IfMatch() expected: ExpectedVersions,
    @Body({ schema: RequestedChanges }) requested: RequestedChanges,
  ): Promise<Return> {
    return this.returns.requestChanges(caller, { quarter, slug }, expected, requested);
  }

  @Post(':slug/excuse')
  @HttpCode(200)
  @Policy('runQuarters')
  @ApiOkResponse({ standardSchema: Return })
  excuse(
    @FromCaller() caller: Caller,
    @Param('quarter', { schema: quarterId }) quarter: string,
    @Param('slug', { schema: key }) slug: string,
    @IfMatch() expected: ExpectedVersions,
    @Body({ schema: ReturnExcusal }) excusal: ReturnExcusal,
  ): Promise<Return> {
    return this.returns.excuse(caller, { quarter, slug }, expected, excusal);
  }
}
