import { Injectable, type OnModuleInit, SetMetadata } from '@nestjs/common';
import { METHOD_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import type { Policy as PolicyName } from '@headway/domain';

const policyKey = 'headway:policy';

/** Names the policy that decides who may use a route. A route without one stops the boot. */
export const Policy = (policy: PolicyName) => SetMetadata(policyKey, policy);

export function policyOf(reflector: Reflector, handler: () => unknown): PolicyName | undefined {
  return reflector.get<PolicyName | undefined>(policyKey, handler);
}

/** Refuses to start while any route of any controller has no policy. */
@Injectable()
export class EveryRouteHasAPolicy implements OnModuleInit {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  onModuleInit(): void {
    const missing = this.discovery.getControllers().flatMap(({ instance, metatype }) => {
      const prototype = Object.getPrototypeOf(instance) as Record<string, () => unknown>;
      return this.scanner
        .getAllMethodNames(prototype)
        .filter((name) => Reflect.hasMetadata(METHOD_METADATA, prototype[name]!))
        .filter((name) => policyOf(this.reflector, prototype[name]!) === undefined)
        .map((name) => `${metatype?.name}.${name}`);
    });
    if (missing.length > 0) throw new Error(`Routes without a policy: ${missing.join(', ')}`);
  }
}
