import type { CloseReason } from '../../libs/domain/dist/index.js';
import { monthStartBefore, officeInstant, workingDayBefore } from './dates.ts';
import { kebab } from './departments.ts';
import { historyUntil } from './history.ts';
import { randomFor } from './random.ts';
import type { ListedService } from './service-table.ts';
import type { Step } from './setbacks.ts';
import { tempoOf } from './tempo.ts';
import type { DemonstrationClosure, Said } from './types.ts';

interface Closed extends Omit<ListedService, 'slug' | 'isNew'> {
  readonly steps: readonly Step[];
  /** It closed on the first of the month, so many days before today or up to thirty more. */
  readonly closed: number;
  readonly reason: CloseReason;
  readonly mergedInto?: string;
  readonly note: string;
}

// Beside the services that there are, none of which closed for good; their references come after those of the tables.
const closed: readonly Closed[] = [
  {
    reference: 'DWP-041',
    name: 'Give new bank details for a pension',
    organisation: 'department-for-work-and-pensions',
    audience: 'external',
    description: 'Pensioners gave the account that a pension is paid into.',
    transactionsAYear: 130_000,
    owner: 'Director, Retirement',
    steps: [
      { age: 1441, stage: 'not_started' },
      { age: 1108, stage: 'in_progress' },
      { age: 742, stage: 'live' },
    ],
    closed: 380,
    reason: 'merged',
    mergedInto: 'DWP-028',
    note: 'Bank details are one of the changes that people can tell us about in one place.',
  },
  {
    reference: 'HMRC-043',
    name: 'Send a VAT return through the old portal',
    organisation: 'hm-revenue-and-customs',
    audience: 'external',
    description: 'Businesses without software typed in nine boxes.',
    transactionsAYear: 310_000,
    owner: 'Director, Business Tax',
    steps: [{ age: 1437, stage: 'live' }],
    closed: 830,
    reason: 'merged',
    mergedInto: 'HMRC-015',
    note: 'The last businesses now use compatible software.',
  },
  {
    reference: 'HO-035',
    name: 'Replace a biometric residence permit',
    organisation: 'home-office',
    audience: 'external',
    description: 'People with a permit asked for a new card when it was lost or had expired.',
    transactionsAYear: 260_000,
    owner: 'Director, Settlement and Status',
    steps: [
      { age: 1424, stage: 'in_progress' },
      { age: 1131, stage: 'live' },
    ],
    closed: 675,
    reason: 'retired',
    note: 'Cards are no longer made; people prove their status online.',
  },
  {
    reference: 'DESNZ-011',
    name: 'Claim help with energy bills without a supplier',
    organisation: 'department-for-energy-security-and-net-zero',
    audience: 'external',
    description: 'Homes without an electricity contract of their own claimed a payment.',
    transactionsAYear: 84_000,
    owner: 'Director, Energy Markets',
    steps: [{ age: 1418, stage: 'live' }],
    closed: 1030,
    reason: 'retired',
    note: 'The scheme has made its last payment.',
  },
  {
    reference: 'DVSA-013',
    name: 'Order theory test practice discs',
    organisation: 'driver-and-vehicle-standards-agency',
    audience: 'external',
    description: 'Learners ordered practice questions on a disc by post.',
    transactionsAYear: 21_000,
    owner: 'Director, Driver Services',
    steps: [{ age: 1440, stage: 'not_started' }],
    closed: 560,
    reason: 'retired',
    note: 'Learners practise online; hardly any discs were still ordered.',
  },
  {
    reference: 'NHSBSA-013',
    name: 'Check if you can get free dental care',
    organisation: 'nhs-business-services-authority',
    audience: 'external',
    description: 'People answered questions to see whether they must pay a dentist.',
    transactionsAYear: 420_000,
    owner: 'Director, Citizen Services',
    steps: [
      { age: 1421, stage: 'in_progress' },
      { age: 1017, stage: 'live' },
    ],
    closed: 215,
    reason: 'merged',
    mergedInto: 'NHSBSA-005',
    note: 'One set of questions covers prescriptions, dentists and opticians.',
  },
  {
    reference: 'MOJ-015',
    name: 'Request kiosk on the wing',
    organisation: 'ministry-of-justice',
    audience: 'internal',
    description: 'Prisoners would have booked visits, meals and jobs on a shared screen.',
    transactionsAYear: 15_000,
    owner: 'Director, Prisons Digital',
    steps: [
      { age: 1206, stage: 'not_started' },
      { age: 861, stage: 'in_progress' },
    ],
    closed: 320,
    reason: 'cancelled',
    note: 'Given up after the alpha: laptops that prisons already hand out do the same.',
  },
  {
    reference: 'DFT-009',
    name: 'Register a drone delivery route',
    organisation: 'department-for-transport',
    audience: 'external',
    description: 'Operators would have registered where drones carry goods.',
    transactionsAYear: 2_400,
    owner: 'Director, Aviation, Maritime and Security',
    steps: [],
    closed: 145,
    reason: 'cancelled',
    note: 'Should have opened on this day. The regulator registers routes itself.',
  },
];

/** A grant that ended with its money and opened again with the next. */
const reopened = {
  reference: 'DESNZ-003',
  closed: 900,
  opened: 400,
  note: 'All the money of the first scheme is spent.',
};

export interface ClosedService {
  readonly service: ListedService;
  readonly opensOn: string | null;
  readonly records: readonly Said[];
  readonly closures: readonly DemonstrationClosure[];
}

/** Services that have closed, with all that was said about them until then. */
export function closedServices(today: string): readonly ClosedService[] {
  return closed.map(({ steps, closed: age, reason, mergedInto = null, note, ...listed }) => {
    const service = { ...listed, slug: kebab(listed.name), isNew: false };
    const closedOn = monthStartBefore(today, age);
    return {
      service,
      // One of which nothing was ever said was given up on the day it should have opened.
      opensOn: steps.length === 0 ? closedOn : null,
      records: historyUntil(age + 40, service, steps, tempoOf(service.organisation), today),
      closures: [
        { closedOn, at: entered(service.reference, closedOn), reason, mergedInto, note, reopened: null },
      ],
    };
  });
}

/** When a service that is open was closed for a time. */
export function closuresOf(reference: string, today: string): readonly DemonstrationClosure[] {
  if (reference !== reopened.reference) return [];
  const closedOn = monthStartBefore(today, reopened.closed);
  const on = workingDayBefore(today, reopened.opened);
  return [
    {
      closedOn,
      at: entered(reference, closedOn),
      reason: 'retired',
      mergedInto: null,
      note: reopened.note,
      reopened: { on, at: entered(`${reference} again`, on) },
    },
  ];
}

function entered(what: string, on: string): string {
  const random = randomFor(`closing of ${what}`);
  return officeInstant(on, random.between(0, 3), random.between(500, 1010));
}
