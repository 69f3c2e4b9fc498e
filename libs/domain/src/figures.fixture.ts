import { counts } from './counts.fixture.js';
import { addCounts } from './counts.js';
import type { AllCounts } from './figures.js';
import { onlineCounts } from './measures.js';

/** All that is counted of 24 services, fourteen of them external. */
export function allCounts(changes: Partial<AllCounts> = {}): AllCounts {
  const external = counts(1, 6, 4, 2, 1);
  const internal = counts(1, 4, 2, 0, 3);
  const total = addCounts(external, internal);
  return {
    total,
    byAudience: { external, internal },
    online: onlineCounts(total),
    redesign: { services: 24, not_recorded: 4, not_started: 11, under_way: 7, complete: 2 },
    offices: {
      frontOffice: counts(0, 4, 8, 2, 10),
      middleOffice: counts(1, 0, 0, 0, 23),
      backOffice: counts(0, 0, 0, 0, 24),
    },
    ...changes,
  };
}
