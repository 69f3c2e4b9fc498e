import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { AuditList, AuditQuery } from '@headway/contract';
import { type Caller, FromCaller } from '../platform/caller.js';
import { Policy } from '../platform/policy.js';
import { AuditService } from './audit.service.js';

@ApiTags('audit')
@Controller('api/audit')
export class AuditController {
  constructor(private readonly trail: AuditService) {}

  @Get()
  @Policy('readAudit')
  @ApiOkResponse({ standardSchema: AuditList })
  list(@FromCaller() caller: Caller, @Query({ schema: AuditQuery }) query: AuditQuery): Promise<AuditList> {
    return this.trail.list(caller, query);
  }
}
