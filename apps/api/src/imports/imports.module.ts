import { Module } from '@nestjs/common';
import { ImportsController } from './imports.controller.js';
import { ImportsService } from './imports.service.js';
import { MappingsService } from './mappings.service.js';

@Module({ controllers: [ImportsController], providers: [ImportsService, MappingsService] })
export class ImportsModule {}
