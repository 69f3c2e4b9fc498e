import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  Ownership,
  Service,
  ServiceClosing,
  ServiceReopening,
  ServiceTransfer,
  key,
} from '@headway/contract';
import { type Caller, FromCaller } from '../platform/caller.js';
import { type ExpectedVersions, IfMatch } from '../platform/if-match.js';
import { Policy } from '../platform/policy.js';
import { LifecycleService } from './lifecycle.service.js';

@ApiTags('services')
@Controller('api/services/:id')
export class LifecycleController {
  constructor(private readonly lifecycle: LifecycleService) {}

  @Get('ownership')
  @Policy('readServices')
  @ApiOkResponse({ standardSchema: Ownership })
  ownership(@FromCaller() caller: Caller, @Param('id', { schema: key }) id: string): Promise<Ownership> {
    return this.lifecycle.ownership(caller, id);
  }

  @Post('close')
  @HttpCode(200)
  @Policy('closeService')
  @ApiOkResponse({ standardSchema: Service })
  close(
    @FromCaller() caller: Caller,
    @Param('id', { schema: key }) id: string,
    @IfMatch() expected: ExpectedVersions,
    @Body({ schema: ServiceClosing }) closing: ServiceClosing,
  ): Promise<Service> {
    return this.lifecycle.close(caller, id, expected, closing);
  }

  @Post('reopen')
  @HttpCode(200)
  @Policy('closeService')
  @ApiOkResponse({ standardSchema: Service })
  reopen(
    @FromCaller() caller: Caller,
    @Param('id', { schema: key }) id: string,
    @IfMatch() expected: ExpectedVersions,
    @Body({ schema: ServiceReopening }) reopening: ServiceReopening,
  ): Promise<Service> {
    return this.lifecycle.reopen(caller, id, expected, reopening);
  }

  /** Another date on which it last opened again. */
  @Post('reopening')
  @HttpCode(200)
  @Policy('closeService')
  @ApiOkResponse({ standardSchema: Service })
  correctReopening(
    @FromCaller() caller: Caller,
    @Param('id', { schema: key }) id: string,
    @IfMatch() expected: ExpectedVersions,
    @Body({ schema: ServiceReopening }) reopening: ServiceReopening,
  ): Promise<Service> {
    return this.lifecycle.correctReopening(caller, id, expected, reopening);
  }

  @Post('transfer')
  @HttpCode(200)
  @Policy('transferService')
  @ApiOkResponse({ standardSchema: Service })
  transfer(
    @FromCaller() caller: Caller,
    @Param('id', { schema: key }) id: string,
    @IfMatch() expected: ExpectedVersions,
    @Body({ schema: ServiceTransfer }) transfer: ServiceTransfer,
  ): Promise<Service> {
    return this.lifecycle.transfer(caller, id, expected, transfer);
  }
}
