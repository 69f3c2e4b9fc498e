import type { Organisation } from '@headway/contract';

/** An organisation by its abbreviation, which in lower case is its slug. */
export function organisationOf(abbreviation: string, otherwise: Partial<Organisation> = {}): Organisation {
  return {
    id: '3f0c8a52-54ab-4c0e-9d5c-1b2f5d3c7a10',
    slug: abbreviation.toLowerCase(),
    name: `Department ${abbreviation}`,
    abbreviation,
    kind: 'ministerial_department',
    parent: null,
    existsFrom: null,
    existsTo: null,
    formerNames: [],
    formerParents: [],
    predecessors: [],
    successors: [],
    services: 0,
    lock: null,
    version: 1,
    ...otherwise,
  };
}
