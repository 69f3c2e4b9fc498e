import type { HeadwayEvent } from '@headway/contract';

const kinds: readonly HeadwayEvent['kind'][] = ['quarter.changed', 'return.changed', 'everything.changed'];

/** Whether what changed may change how a quarter goes. */
export function aboutQuarters({ kind }: HeadwayEvent): boolean {
  return kinds.includes(kind);
}
