import { Module } from '@nestjs/common';
import { ServicesController } from './services.controller.js';
import { ServicesDownload } from './services.download.js';
import { ServicesService } from './services.service.js';

@Module({ controllers: [ServicesController], providers: [ServicesService, ServicesDownload] })
export class ServicesModule {}
