import { Module } from '@nestjs/common';
import { RecordsController } from './records.controller.js';
import { BatchService } from './batch.service.js';
import { RecordsService } from './records.service.js';

@Module({ controllers: [RecordsController], providers: [BatchService, RecordsService] })
export class RecordsModule {}
