import { Module } from '@nestjs/common';
import { BarriersController } from './barriers.controller.js';
import { BarriersDownload } from './barriers.download.js';
import { BarriersService } from './barriers.service.js';

@Module({ controllers: [BarriersController], providers: [BarriersDownload, BarriersService] })
export class BarriersModule {}
