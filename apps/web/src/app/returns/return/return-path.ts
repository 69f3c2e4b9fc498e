import type { Return } from '@headway/contract';
import type { At } from './return.actions';

export type ReturnPageName = 'check' | 'done' | 'sign-off' | 'request-changes' | 'record';

/** A return's own page, or one beneath it. */
export function returnPath({ quarter, slug }: At, page?: ReturnPageName): string {
  return `/quarters/${encodeURIComponent(quarter)}/returns/${encodeURIComponent(slug)}${page ? `/${page}` : ''}`;
}

export function placeOf({ quarter, organisation }: Pick<Return, 'quarter' | 'organisation'>): At {
  return { quarter, slug: organisation.slug };
}
