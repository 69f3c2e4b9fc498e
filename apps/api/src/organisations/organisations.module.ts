import { Module } from '@nestjs/common';
import { OrganisationsController } from './organisations.controller.js';
import { OrganisationsService } from './organisations.service.js';
import { ReorganisationsController } from './reorganisations.controller.js';
import { ReorganisationsService } from './reorganisations.service.js';
import { WithdrawalsController } from './withdrawals.controller.js';
import { WithdrawalsService } from './withdrawals.service.js';

@Module({
  controllers: [ReorganisationsController, WithdrawalsController, OrganisationsController],
  providers: [OrganisationsService, ReorganisationsService, WithdrawalsService],
})
export class OrganisationsModule {}
