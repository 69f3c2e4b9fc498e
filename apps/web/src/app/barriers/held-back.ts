import type { Barrier } from '@headway/contract';

/** What barriers are about: a service by its reference, or a whole organisation by its slug. */
export interface HeldBack {
  readonly kind: 'service' | 'organisation';
  readonly key: string;
}

export function heldBackBy({ service, organisation }: Pick<Barrier, 'service' | 'organisation'>): HeldBack {
  return service
    ? { kind: 'service', key: service.reference }
    : { kind: 'organisation', key: organisation.slug };
}

/** Its own page, or one beneath that; references may hold slashes. */
export function heldBackPath({ kind, key }: HeldBack, page?: 'barriers/new'): string {
  const own = `/${kind === 'service' ? 'services' : 'departments'}/${encodeURIComponent(key)}`;
  return page ? `${own}/${page}` : own;
}

export type BarrierPageKind = 'change' | 'resolve' | 'reopen';

export function barrierPath(id: string, page: BarrierPageKind): string {
  return `/barriers/${encodeURIComponent(id)}/${page}`;
}
