import { type PulseQuestionId, confidences } from '../../libs/domain/dist/index.js';

/** How many chose each option: the farthest along first, as they are given out by how far along an organisation is. */
export type Chosen = readonly (readonly [option: string, people: number])[];

/** One wave: how many people of each grade took part, in all and of those how many answered each question. */
export interface PulseShares {
  readonly seniors: number;
  readonly gradesSixAndSeven: number;
  readonly others: number;
  /** Of all who took part; the others left the question out. */
  readonly answers: Readonly<Partial<Record<Exclude<PulseQuestionId, 'barriers' | 'confidence'>, Chosen>>>;
  readonly confidence: { readonly seniors: Chosen; readonly everyoneElse: Chosen };
}

/** People for each of these options, in their order. */
const chosenOf =
  (...options: readonly string[]) =>
  (...people: readonly number[]): Chosen => {
    if (people.length !== options.length) throw new Error(`Say how many chose each of ${options.join(', ')}`);
    return options.map((option, n) => [option, people[n]!]);
  };
const online = chosenOf('live', 'in_progress', 'not_started', 'dont_know');
const redesign = chosenOf('complete', 'in_progress', 'not_started', 'dont_know');
const impact = chosenOf('significant', 'some', 'none', 'dont_know');
const confidence = chosenOf(...confidences);

/** Two years ago: 11% live and 52% in progress. */
const first: PulseShares = {
  ...{ seniors: 80, gradesSixAndSeven: 400, others: 1160 },
  answers: {
    impact: impact(500, 652, 368, 80),
    external_online: online(180, 840, 380, 200),
    internal_online: online(172, 824, 384, 220),
    external_redesign: redesign(165, 795, 420, 220),
    internal_redesign: redesign(155, 781, 444, 220),
  },
  confidence: { seniors: confidence(12, 32, 20, 10, 6), everyoneElse: confidence(292, 500, 380, 190, 158) },
};

/** A year ago: the published survey, to the figure. 14% live, 17% very confident and 12% of senior civil servants. */
const second: PulseShares = {
  ...{ seniors: 100, gradesSixAndSeven: 500, others: 1460 },
  answers: {
    impact: impact(660, 840, 400, 100),
    external_online: online(290, 1050, 410, 250),
    internal_online: online(270, 1030, 430, 270),
    external_redesign: redesign(230, 1030, 470, 270),
    internal_redesign: redesign(210, 1010, 490, 290),
  },
  confidence: { seniors: confidence(12, 40, 28, 12, 8), everyoneElse: confidence(328, 660, 472, 248, 192) },
};

/** So far. */
const third: PulseShares = {
  ...{ seniors: 75, gradesSixAndSeven: 370, others: 1055 },
  answers: {
    impact: impact(520, 600, 280, 60),
    external_online: online(250, 750, 280, 180),
    internal_online: online(235, 740, 295, 190),
    external_redesign: redesign(185, 760, 325, 190),
    internal_redesign: redesign(170, 750, 345, 195),
  },
  confidence: { seniors: confidence(10, 31, 20, 8, 6), everyoneElse: confidence(240, 480, 330, 180, 155) },
};

/** Oldest first. */
export const pulseShares = [first, second, third] as const;

/** How many of a thousand are in an organisation itself; the small ones are never shown by themselves. */
export const headcounts: Readonly<Record<string, number>> = {
  'department-for-work-and-pensions': 150,
  'hm-revenue-and-customs': 140,
  'ministry-of-justice': 90,
  'hm-courts-and-tribunals-service': 40,
  'home-office': 110,
  'ministry-of-defence': 110,
  'department-for-environment-food-and-rural-affairs': 45,
  'environment-agency': 30,
  'department-for-transport': 30,
  'driver-and-vehicle-licensing-agency': 25,
  'driver-and-vehicle-standards-agency': 20,
  'department-of-health-and-social-care': 25,
  'nhs-business-services-authority': 15,
  'department-for-education': 30,
  'department-for-business-and-trade': 25,
  'companies-house': 6,
  'cabinet-office': 25,
  'department-for-science-innovation-and-technology': 18,
  'department-for-energy-security-and-net-zero': 18,
  'ministry-of-housing-communities-and-local-government': 14,
  'planning-inspectorate': 3,
  'foreign-commonwealth-and-development-office': 20,
  'hm-treasury': 12,
  'department-for-culture-media-and-sport': 9,
  'hm-land-registry': 15,
  'uk-export-finance': 4,
  'attorney-generals-office': 2,
  'northern-ireland-office': 2,
  'scotland-office': 2,
  'wales-office': 2,
  'office-of-the-advocate-general-for-scotland': 1,
  'office-of-the-leader-of-the-house-of-commons': 1,
  'office-of-the-leader-of-the-house-of-lords': 1,
};

/** How often of a hundred each barrier is named. */
export const namedBarriers: Readonly<Record<string, number>> = {
  legacy_technology: 52,
  funding: 44,
  skills: 41,
  structure: 27,
  data_sharing: 24,
  procurement: 19,
  leadership: 16,
  policy_or_law: 12,
  supplier: 9,
  other: 4,
};
