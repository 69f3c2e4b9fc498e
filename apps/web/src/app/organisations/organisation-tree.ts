import type { Organisation } from '@headway/contract';

export interface OrganisationRow {
  readonly organisation: Organisation;
  /** 0 at the top, 1 below that, and so on. */
  readonly depth: number;
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
      .flatMap((organisation) => [{ organisation, depth }, ...below(organisation.slug, depth + 1)]);
  return below(null, 0);
}
