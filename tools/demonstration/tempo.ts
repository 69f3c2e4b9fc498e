import { randomFor } from './random.ts';
import type { ListedService } from './service-table.ts';
import type { Stage } from './types.ts';

export type Outcome = Stage | 'not_recorded';

export interface Tempo {
  /** Parts of the organisation's services, in the order of `outcomes`. */
  readonly parts: readonly [number, number, number, number, number];
  readonly confirmEveryDays: number;
  /** How many of the services in progress have been so, without a move, for over two years. */
  readonly stalled: number;
}

const outcomes: readonly Outcome[] = ['not_recorded', 'not_started', 'in_progress', 'live', 'redesigned'];

const tempos: Readonly<Record<string, Tempo>> = {
  'attorney-generals-office': { parts: [0, 65, 35, 0, 0], confirmEveryDays: 400, stalled: 0.5 },
  'cabinet-office': { parts: [8, 26, 50, 10, 8], confirmEveryDays: 190, stalled: 0.3 },
  'companies-house': { parts: [0, 10, 40, 25, 25], confirmEveryDays: 91, stalled: 0.1 },
  'department-for-business-and-trade': { parts: [8, 22, 52, 10, 8], confirmEveryDays: 182, stalled: 0.3 },
  'department-for-culture-media-and-sport': {
    parts: [25, 38, 37, 0, 0],
    confirmEveryDays: 480,
    stalled: 0.6,
  },
  'department-for-education': { parts: [4, 21, 52, 14, 9], confirmEveryDays: 120, stalled: 0.2 },
  'department-for-energy-security-and-net-zero': {
    parts: [10, 30, 48, 10, 2],
    confirmEveryDays: 365,
    stalled: 0.3,
  },
  'department-for-environment-food-and-rural-affairs': {
    parts: [12, 33, 45, 7, 3],
    confirmEveryDays: 300,
    stalled: 0.45,
  },
  'department-for-science-innovation-and-technology': {
    parts: [0, 20, 50, 20, 10],
    confirmEveryDays: 110,
    stalled: 0.15,
  },
  'department-for-transport': { parts: [12, 25, 50, 13, 0], confirmEveryDays: 182, stalled: 0.3 },
  'department-for-work-and-pensions': { parts: [2, 18, 52, 15, 13], confirmEveryDays: 91, stalled: 0.2 },
  'department-of-health-and-social-care': { parts: [10, 35, 45, 10, 0], confirmEveryDays: 365, stalled: 0.4 },
  'driver-and-vehicle-licensing-agency': { parts: [0, 6, 33, 28, 33], confirmEveryDays: 91, stalled: 0.1 },
  'driver-and-vehicle-standards-agency': { parts: [0, 16, 50, 18, 16], confirmEveryDays: 100, stalled: 0.2 },
  'environment-agency': { parts: [0, 34, 46, 12, 8], confirmEveryDays: 182, stalled: 0.3 },
  'foreign-commonwealth-and-development-office': {
    parts: [16, 32, 44, 8, 0],
    confirmEveryDays: 420,
    stalled: 0.45,
  },
  'hm-courts-and-tribunals-service': { parts: [4, 26, 52, 13, 5], confirmEveryDays: 150, stalled: 0.35 },
  'hm-land-registry': { parts: [0, 14, 42, 28, 16], confirmEveryDays: 91, stalled: 0.1 },
  'hm-revenue-and-customs': { parts: [0, 8, 40, 25, 27], confirmEveryDays: 91, stalled: 0.1 },
  'hm-treasury': { parts: [17, 33, 50, 0, 0], confirmEveryDays: 450, stalled: 0.5 },
  'home-office': { parts: [6, 20, 55, 11, 8], confirmEveryDays: 170, stalled: 0.35 },
  'ministry-of-defence': { parts: [18, 42, 37, 3, 0], confirmEveryDays: 500, stalled: 0.6 },
  'ministry-of-housing-communities-and-local-government': {
    parts: [8, 28, 50, 8, 6],
    confirmEveryDays: 200,
    stalled: 0.3,
  },
  'ministry-of-justice': { parts: [0, 22, 56, 14, 8], confirmEveryDays: 130, stalled: 0.3 },
  'nhs-business-services-authority': { parts: [0, 16, 42, 22, 20], confirmEveryDays: 91, stalled: 0.15 },
  'northern-ireland-office': { parts: [33, 33, 34, 0, 0], confirmEveryDays: 400, stalled: 0.5 },
  'office-of-the-advocate-general-for-scotland': {
    parts: [0, 100, 0, 0, 0],
    confirmEveryDays: 480,
    stalled: 0,
  },
  'office-of-the-leader-of-the-house-of-commons': {
    parts: [0, 0, 100, 0, 0],
    confirmEveryDays: 480,
    stalled: 1,
  },
  'office-of-the-leader-of-the-house-of-lords': {
    parts: [100, 0, 0, 0, 0],
    confirmEveryDays: 480,
    stalled: 0,
  },
  'planning-inspectorate': { parts: [0, 18, 56, 14, 12], confirmEveryDays: 120, stalled: 0.25 },
  'scotland-office': { parts: [0, 50, 50, 0, 0], confirmEveryDays: 365, stalled: 0.5 },
  'uk-export-finance': { parts: [0, 30, 50, 20, 0], confirmEveryDays: 182, stalled: 0.2 },
  'wales-office': { parts: [0, 70, 30, 0, 0], confirmEveryDays: 420, stalled: 0 },
};

export function tempoOf(organisation: string): Tempo {
  const tempo = tempos[organisation];
  if (tempo === undefined) throw new Error(`No tempo for ${organisation}`);
  return tempo;
}

/** Where each of one organisation's services stands today, by reference. */
export function outcomesOf(
  organisation: string,
  services: readonly ListedService[],
): ReadonlyMap<string, Outcome> {
  const { parts } = tempoOf(organisation);
  const offset = randomFor(`outcomes of ${organisation}`).next();
  const total = parts.reduce((sum, part) => sum + part, 0);
  const ranked = services
    .map((service) => ({ service, readiness: readiness(service) }))
    .sort((a, b) => a.readiness - b.readiness);
  return new Map(
    ranked.map(({ service }, index) => {
      // Evenly spaced along the parts, so that a small organisation keeps its mix too.
      const place = ((index + offset) / ranked.length) * total;
      let reached = 0;
      const at = parts.findIndex((part) => (reached += part) > place);
      return [service.reference, outcomes[at] ?? 'not_started'];
    }),
  );
}

// Much-used services go first, and one that has just opened was built online; chance does the rest.
// Staff are few beside the public, so what they use is not held back for being used less.
function readiness(service: ListedService): number {
  const chance = randomFor(`readiness of ${service.reference}`).next() * 2.2;
  return (
    Math.log10(service.transactionsAYear) +
    (service.isNew ? 1.5 : 0) +
    (service.audience === 'internal' ? 0.8 : 0) +
    chance
  );
}
