import { type DynamicModule, Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE, DiscoveryModule } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { Logger } from 'pino';
import { DataSource } from 'typeorm';
import { AttemptsController } from './attempts.controller.js';
import { Changes } from './changes.js';
import { Config } from './config.js';
import { databaseOptions, migrate } from './database.js';
import { ChooserController, demonstrationProviderToken } from './demonstration/chooser.controller.js';
import { demonstrationProvider } from './demonstration/provider.js';
import { EventsController } from './events.controller.js';
import { Events } from './events.js';
import { Guard } from './guard.js';
import { HealthController } from './health.controller.js';
import { Housekeeping } from './housekeeping.js';
import { Identity } from './identity.js';
import { Jobs } from './jobs.js';
import { Listeners } from './listeners.js';
import { Log } from './log.js';
import { Delivery } from './mail/delivery.js';
import { MailController } from './mail/mail.controller.js';
import { Mail } from './mail/mail.js';
import { Outbox } from './mail/outbox.js';
import { Pages } from './pages.js';
import { EveryRouteHasAPolicy } from './policy.js';
import { ProblemFilter } from './problem.filter.js';
import { SessionController } from './session.controller.js';
import { Sessions } from './sessions.js';
import { SignInController } from './sign-in.controller.js';
import { SignIn } from './sign-in.js';
import { Validation } from './validation.js';
import { VersionInterceptor } from './version.interceptor.js';

/** What every slice stands on: the database, who asks, what they may, and how answers and errors look. */
@Global()
@Module({})
export class PlatformModule {
  static with(config: Config, log: Logger): DynamicModule {
    const demonstration = {
      controllers: [ChooserController],
      providers: [
        {
          provide: demonstrationProviderToken,
          useFactory: (database: DataSource) => demonstrationProvider(config, database),
          inject: [DataSource],
        },
      ],
    };
    const nothing = { controllers: [], providers: [] };
    const { controllers, providers } = config.demonstration ? demonstration : nothing;
    return {
      module: PlatformModule,
      imports: [
        DiscoveryModule,
        TypeOrmModule.forRootAsync({
          useFactory: () => databaseOptions(config.databaseUrl),
          dataSourceFactory: async (options) => {
            const database = await new DataSource(options!).initialize();
            await migrate(database);
            return database;
          },
        }),
      ],
      controllers: [
        SignInController,
        SessionController,
        AttemptsController,
        EventsController,
        HealthController,
        MailController,
        ...controllers,
      ],
      providers: [
        { provide: Config, useValue: config },
        { provide: Log, useValue: log },
        { provide: APP_GUARD, useClass: Guard },
        { provide: APP_PIPE, useClass: Validation },
        { provide: APP_INTERCEPTOR, useClass: VersionInterceptor },
        { provide: APP_FILTER, useClass: ProblemFilter },
        Changes,
        Delivery,
        EveryRouteHasAPolicy,
        Events,
        Housekeeping,
        Identity,
        Jobs,
        Listeners,
        Mail,
        Outbox,
        Pages,
        Sessions,
        SignIn,
        ...providers,
      ],
      exports: [Changes, Config, Jobs, Log, Mail, Sessions, Pages],
    };
  }
}
