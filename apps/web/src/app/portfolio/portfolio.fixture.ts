import { type Counts, addCounts, noCounts } from '@headway/domain';
import type { Portfolio } from '@headway/contract';

export function counts(some: Partial<Counts>): Counts {
  const all = { ...noCounts(), ...some };
  return {
    ...all,
    services: all.not_started + all.in_progress + all.live + all.redesigned + all.not_recorded,
  };
}

const organisation = (slug: string, name: string, parent: string | null = null) => ({
  organisation: { slug, name, abbreviation: slug.toUpperCase(), parent },
  counts: counts({ not_started: 1, in_progress: 5, live: 3, redesigned: 1, not_recorded: 2 }),
});

/** A portfolio of two departments, one of them with an agency. */
export function portfolioOf(changes: Partial<Portfolio> = {}): Portfolio {
  const external = counts({ not_started: 1, in_progress: 6, live: 4, redesigned: 2, not_recorded: 1 });
  const internal = counts({ not_started: 1, in_progress: 4, live: 2, not_recorded: 3 });
  return {
    on: '2026-11-23',
    boundaries: 'then',
    total: addCounts(external, internal),
    byAudience: { external, internal },
    byOrganisation: [
      organisation('co', 'Cabinet Office'),
      organisation('dft', 'Department for Transport'),
      organisation('dvla', 'Driver and Vehicle Licensing Agency', 'dft'),
    ],
    ...changes,
  };
}
