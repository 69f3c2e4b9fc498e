import { Body, Controller, Get, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  type List,
  NewService,
  Service,
  ServiceChange,
  ServiceQuery,
  ServicesDownloadQuery,
  type ServiceFilters,
  ServiceList,
  ServicesQuery,
  key,
} from '@headway/contract';
import type { FastifyReply } from 'fastify';
import { type Caller, FromCaller } from '../platform/caller.js';
import { type ExpectedVersions, IfMatch } from '../platform/if-match.js';
import { Policy } from '../platform/policy.js';
import { ServicesDownload } from './services.download.js';
import { ServicesService } from './services.service.js';

@ApiTags('services')
@Controller('api')
export class ServicesController {
  constructor(
    private readonly services: ServicesService,
    private readonly downloads: ServicesDownload,
  ) {}

  @Get('services')
  @Policy('readServices')
  @ApiOkResponse({ standardSchema: ServiceList })
  list(
    @FromCaller() caller: Caller,
    @Query({ schema: ServicesQuery }) query: ServicesQuery,
  ): Promise<List<Service>> {
    return this.services.list(caller, query);
  }

  @Get('services.csv')
  @Policy('readServices')
  async downloadCsv(
    @FromCaller() caller: Caller,
    @Query({ schema: ServicesDownloadQuery }) filters: ServiceFilters,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.downloads.sendCsv(caller, filters, reply);
  }

  @Get('services.xlsx')
  @Policy('readServices')
  async downloadXlsx(
    @FromCaller() caller: Caller,
    @Query({ schema: ServicesDownloadQuery }) filters: ServiceFilters,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.downloads.sendWorkbook(caller, filters, 'xlsx', reply);
  }

  @Get('services.ods')
  @Policy('readServices')
  async downloadOds(
    @FromCaller() caller: Caller,
    @Query({ schema: ServicesDownloadQuery }) filters: ServiceFilters,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.downloads.sendWorkbook(caller, filters, 'ods', reply);
  }

  @Get('services/:id')
  @Policy('readServices')
  @ApiOkResponse({ standardSchema: Service })
  one(
    @FromCaller() caller: Caller,
    @Param('id', { schema: key }) id: string,
    @Query({ schema: ServiceQuery }) query: ServiceQuery,
  ): Promise<Service> {
    return this.services.one(caller, id, query);
  }

  @Post('services')
  @Policy('createService')
  @ApiCreatedResponse({ standardSchema: Service })
  create(@FromCaller() caller: Caller, @Body({ schema: NewService }) service: NewService): Promise<Service> {
    return this.services.create(caller, service);
  }

  @Patch('services/:id')
  @Policy('changeService')
  @ApiOkResponse({ standardSchema: Service })
  change(
    @FromCaller() caller: Caller,
    @Param('id', { schema: key }) id: string,
    @IfMatch() expected: ExpectedVersions,
    @Body({ schema: ServiceChange }) change: ServiceChange,
  ): Promise<Service> {
    return this.services.change(caller, id, expected, change);
  }
}
