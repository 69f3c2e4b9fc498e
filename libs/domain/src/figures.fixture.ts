import { addCounts, noCounts } from './counts.js';
import type { Counts } from './counts.js';
import type { AllCounts } from './figures.js';
import { onlineCounts } from './measures.js';

/** Counts that add up. */
export function counts(some: Partial<Omit<Counts, 'services'>>): Counts {
  const all = { ...noCounts(), ...some };
  return {
    ...all,
    services: all.not_started + all.in_progress + all.live + all.redesigned + all.not_recorded,
  };
}

/** All that is counted of 24 services, fourteen of them external. */
export function allCounts(changes: Partial<AllCounts> = {}): AllCounts {
  const external = counts({ not_started: 1, in_progress: 6, live: 4, redesigned: 2, not_recorded: 1 });
  const internal = counts({ not_started: 1, in_progress: 4, live: 2, not_recorded: 3 });
  const total = addCounts(external, internal);
  return {
    total,
    byAudience: { external, internal },
    online: onlineCounts(total),
    redesign: { services: 24, not_recorded: 4, not_started: 11, under_way: 7, complete: 2 },
    offices: {
      frontOffice: counts({ in_progress: 4, live: 8, redesigned: 2, not_recorded: 10 }),
      middleOffice: counts({ not_started: 1, not_recorded: 23 }),
      backOffice: counts({ not_recorded: 24 }),
    },
    ...changes,
  };
}
