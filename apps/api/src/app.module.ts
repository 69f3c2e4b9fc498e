import { type DynamicModule, Module } from '@nestjs/common';
import type { Logger } from 'pino';
import { AuditModule } from './audit/audit.module.js';
import { BarriersModule } from './barriers/barriers.module.js';
import { ImportsModule } from './imports/imports.module.js';
import { OrganisationsModule } from './organisations/organisations.module.js';
import { PeopleModule } from './people/people.module.js';
import type { Config } from './platform/config.js';
import { PagesController } from './platform/pages.controller.js';
import { PlatformModule } from './platform/platform.module.js';
import { PortfolioModule } from './portfolio/portfolio.module.js';
import { PulseModule } from './pulse/pulse.module.js';
import { QuartersModule } from './quarters/quarters.module.js';
import { RecordsModule } from './records/records.module.js';
import { ReturnsModule } from './returns/returns.module.js';
import { ServicesModule } from './services/services.module.js';
import { TargetsModule } from './targets/targets.module.js';

@Module({})
export class AppModule {
  static with(config: Config, log: Logger): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.with(config, log),
        OrganisationsModule,
        ServicesModule,
        RecordsModule,
        TargetsModule,
        BarriersModule,
        PortfolioModule,
        QuartersModule,
        ReturnsModule,
        PulseModule,
        ImportsModule,
        PeopleModule,
        AuditModule,
      ],
      // Last, because its route takes every address that is nobody else's.
      controllers: [PagesController],
    };
  }
}
