import { Module } from '@nestjs/common';
import { OrganisationsController } from './organisations.controller.js';
import { OrganisationsService } from './organisations.service.js';
import { ReorganisationsController } from './reorganisations.controller.js';
import { ReorganisationsService } from './reorganisations.service.js';

@Module({
  controllers: [ReorganisationsController, OrganisationsController],
  providers: [OrganisationsService, ReorganisationsService],
})
export class OrganisationsModule {}
