import { type Counts, addCounts, noCounts, onlineCounts } from '@headway/domain';
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
  const total = addCounts(external, internal);
  return {
    on: '2026-11-23',
    boundaries: 'then',
    total,
    byAudience: { external, internal },
    online: onlineCounts(total),
    redesign: { services: 24, not_recorded: 4, not_started: 11, under_way: 7, complete: 2 },
    offices: {
      frontOffice: counts({ in_progress: 4, live: 8, redesigned: 2, not_recorded: 10 }),
      middleOffice: counts({ not_started: 1, not_recorded: 23 }),
      backOffice: counts({ not_recorded: 24 }),
    },
    byOrganisation: [
      organisation('co', 'Cabinet Office'),
      organisation('dft', 'Department for Transport'),
      organisation('dvla', 'Driver and Vehicle Licensing Agency', 'dft'),
    ],
    ...changes,
  };
}
