import { Module } from '@nestjs/common';
import { AuditController } from './audit.controller.js';
import { AuditService } from './audit.service.js';
import { HeadsAtStart } from './heads-at-start.js';

@Module({ controllers: [AuditController], providers: [AuditService, HeadsAtStart] })
export class AuditModule {}
