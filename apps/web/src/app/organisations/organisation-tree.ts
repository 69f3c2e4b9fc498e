import type { Organisation } from '@headway/contract';

export interface OrganisationRow {
  readonly organisation: Organisation;
  /** 0 at the top, 1 below that, and so on. */
  readonly depth: number;
  /** Its own and those of everything below it, as its figures and the list of services count them. */
  readonly services: number;
}

/**
 * By name, each followed by those below it. One whose parent is out of sight stands at the top, so
 * that nobody misses it.
 */
export function organisationTree(all: readonly Organisation[]): OrganisationRow[] {
  const slugs = new Set(all.map(({ slug }) => slug));
  const below = (slug: string | null, depth: number): OrganisationRow[] =>
    all
      .filter(({ parent }) => (parent && slugs.has(parent.slug) ? parent.slug : null) === slug)
      .toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB'))
      .flatMap((organisation) => {
        const under = below(organisation.slug, depth + 1);
        const direct = under.filter((row) => row.depth === depth + 1);
        const services = direct.reduce((sum, row) => sum + row.services, organisation.services);
        return [{ organisation, depth, services }, ...under];
      });
  return below(null, 0);
}
