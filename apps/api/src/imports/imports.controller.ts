import { Body, Controller, Delete, Get, HttpCode, Post, Query, UseGuards } from '@nestjs/common';
import { ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  ForgottenMapping,
  ImportMapping,
  ImportMappingList,
  ImportQuery,
  ImportReport,
  NewImportMapping,
} from '@headway/contract';
import { workbookTypes } from '@headway/workbook';
import { type Caller, FromCaller } from '../platform/caller.js';
import { Policy } from '../platform/policy.js';
import { FileOnly } from './file-only.guard.js';
import { ImportsService } from './imports.service.js';
import { MappingsService } from './mappings.service.js';

@ApiTags('imports')
@Controller('api/imports')
export class ImportsController {
  constructor(
    private readonly imports: ImportsService,
    private readonly mappings: MappingsService,
  ) {}

  @Post()
  @HttpCode(200)
  @Policy('importServices')
  @UseGuards(FileOnly)
  @ApiConsumes('text/csv', workbookTypes.ods, workbookTypes.xlsx)
  @ApiOkResponse({ standardSchema: ImportReport })
  import(
    @FromCaller() caller: Caller,
    @Query({ schema: ImportQuery }) query: ImportQuery,
    @Body() body: Buffer,
  ): Promise<ImportReport> {
    return this.imports.import(caller, query, body);
  }

  @Get('mappings')
  @Policy('importServices')
  @ApiOkResponse({ standardSchema: ImportMappingList })
  remembered(@FromCaller() caller: Caller): Promise<ImportMappingList> {
    return this.mappings.list(caller);
  }

  @Post('mappings')
  @Policy('importServices')
  @ApiCreatedResponse({ standardSchema: ImportMapping })
  remember(
    @FromCaller() caller: Caller,
    @Body({ schema: NewImportMapping }) mapping: NewImportMapping,
  ): Promise<ImportMapping> {
    return this.mappings.remember(caller, mapping);
  }

  @Delete('mappings')
  @HttpCode(204)
  @Policy('importServices')
  forget(
    @FromCaller() caller: Caller,
    @Query({ schema: ForgottenMapping }) { organisation }: ForgottenMapping,
  ): Promise<void> {
    return this.mappings.forget(caller, organisation);
  }
}
