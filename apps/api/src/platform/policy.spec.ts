import { Controller, Get, Module } from '@nestjs/common';
import { DiscoveryModule, NestFactory } from '@nestjs/core';
import { EveryRouteHasAPolicy, Policy } from './policy.js';

@Controller('open')
class Forgetful {
  @Get()
  nobodyDecided(): string {
    return 'anything';
  }
}

@Controller('decided')
class Careful {
  @Get()
  @Policy('readHealth')
  decided(): string {
    return 'fine';
  }
}

@Module({ imports: [DiscoveryModule], controllers: [Careful], providers: [EveryRouteHasAPolicy] })
class CarefulModule {}

@Module({ imports: [DiscoveryModule], controllers: [Careful, Forgetful], providers: [EveryRouteHasAPolicy] })
class ForgetfulModule {}

describe('the boot', () => {
  const boot = (module: typeof CarefulModule) =>
    NestFactory.createApplicationContext(module, { logger: false, abortOnError: false });

  it('goes ahead where every route has a policy', async () => {
    await expectAsync(boot(CarefulModule)).toBeResolved();
  });

  it('is refused for a route without one, by name', async () => {
    await expectAsync(boot(ForgetfulModule)).toBeRejectedWithError(/Forgetful\.nobodyDecided/);
  });
});
