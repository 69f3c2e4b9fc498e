import { Module } from '@nestjs/common';
import { LifecycleController } from './lifecycle.controller.js';
import { LifecycleService } from './lifecycle.service.js';
import { ServicesController } from './services.controller.js';
import { ServicesDownload } from './services.download.js';
import { ServicesService } from './services.service.js';

@Module({
  controllers: [LifecycleController, ServicesController],
  providers: [LifecycleService, ServicesService, ServicesDownload],
})
export class ServicesModule {}
