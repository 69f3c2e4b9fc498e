import { Body, Controller, HttpCode, Post, Query, UseGuards } from '@nestjs/common';
import { ApiConsumes, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ImportQuery, ImportReport } from '@headway/contract';
import { type Caller, FromCaller } from '../platform/caller.js';
import { Policy } from '../platform/policy.js';
import { CsvOnly } from './csv-only.guard.js';
import { ImportsService } from './imports.service.js';

@ApiTags('imports')
@Controller('api/imports')
export class ImportsController {
  constructor(private readonly imports: ImportsService) {}

  @Post()
  @HttpCode(200)
  @Policy('importServices')
  @UseGuards(CsvOnly)
  @ApiConsumes('text/csv')
  @ApiOkResponse({ standardSchema: ImportReport })
  import(
    @FromCaller() caller: Caller,
    @Query({ schema: ImportQuery }) query: ImportQuery,
    @Body() body: Buffer,
  ): Promise<ImportReport> {
    return this.imports.import(caller, query, body);
  }
}
