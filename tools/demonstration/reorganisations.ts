import {
  type KnownToReorganise,
  type OrganisationHistory,
  type OrganisationState,
  type Ownership,
  type Reorganisation,
  type ReorganisationPlan,
  planReorganisation,
} from '../../libs/domain/dist/index.js';
import { officeInstant } from './dates.ts';
import { organisations } from './departments.ts';
import { idOf } from './random.ts';
import type { DemonstrationOrganisation, DemonstrationReorganisation } from './types.ts';

/** Organisations and whose each service was, from the beginning until today. */
export interface Reorganised {
  readonly organisations: readonly OrganisationHistory[];
  readonly reorganisations: readonly DemonstrationReorganisation[];
  readonly owners: ReadonlyMap<string, readonly Ownership[]>;
}

interface Owned {
  readonly reference: string;
  readonly organisation: string;
  readonly opensOn: string | null;
}

type Dated = Reorganisation & { readonly note: string };

const beis = 'department-for-business-energy-and-industrial-strategy';
const dit = 'department-for-international-trade';
const dbt = 'department-for-business-and-trade';
const desnz = 'department-for-energy-security-and-net-zero';
const dsit = 'department-for-science-innovation-and-technology';
const dcms = 'department-for-culture-media-and-sport';
const mhclg = 'ministry-of-housing-communities-and-local-government';
const cabinetOffice = 'cabinet-office';
const landRegistry = 'hm-land-registry';

// What happened to departments in 2023 and 2024 is so; which services went along is invented.
const ended: readonly DemonstrationOrganisation[] = [
  {
    slug: beis,
    name: 'Department for Business, Energy and Industrial Strategy',
    abbreviation: 'BEIS',
    kind: 'ministerial_department',
    parent: null,
  },
  {
    slug: dit,
    name: 'Department for International Trade',
    abbreviation: 'DIT',
    kind: 'ministerial_department',
    parent: null,
  },
];

/** Those that begin by a reorganisation. */
const begun = [dbt, desnz, dsit];

/** How those that there still are were at first, where that was otherwise. */
const atFirst: Readonly<Record<string, Partial<DemonstrationOrganisation>>> = {
  'companies-house': { parent: beis },
  [landRegistry]: { parent: beis },
  [dcms]: { name: 'Department for Digital, Culture, Media and Sport' },
  [mhclg]: { name: 'Department for Levelling Up, Housing and Communities', abbreviation: 'DLUHC' },
};

const numbered = (prefix: string, ...numbers: readonly number[]): readonly string[] =>
  numbers.map((number) => `${prefix}-${String(number).padStart(3, '0')}`);

// Who had services at first that have changed hands. One that opened only later was never theirs.
const firstOwners: readonly { readonly from: string; readonly services: readonly string[] }[] = [
  { from: dit, services: numbered('DBT', 1, 2, 3, 4, 5, 6, 7, 8, 9) },
  { from: beis, services: numbered('DBT', 10, 11, 12) },
  { from: beis, services: numbered('DESNZ', 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11) },
  { from: beis, services: numbered('DSIT', 7, 8) },
  { from: dcms, services: numbered('DSIT', 9, 10) },
  { from: cabinetOffice, services: numbered('DSIT', 1, 2, 3, 4, 5, 6) },
];

const departments = '2023-02-07';
const registry = '2023-06-01';
const digital = '2024-07-08';
const communities = '2024-07-09';

/** What happened, as the rules of reorganising make it of what there was at first. */
export function reorganised(services: readonly Owned[], today: string): Reorganised {
  const leftOn: Readonly<Record<string, string>> = {
    [dit]: departments,
    [beis]: departments,
    [dcms]: departments,
    [cabinetOffice]: digital,
  };
  const firstOwner = ({ reference, organisation, opensOn }: Owned): string => {
    const from = firstOwners.find((one) => one.services.includes(reference))?.from;
    return from !== undefined && (opensOn ?? '') < (leftOn[from] ?? '') ? from : organisation;
  };
  const given = (from: string, to: string): readonly string[] =>
    services
      .filter((service) => service.organisation === to && firstOwner(service) === from)
      .map(({ reference }) => reference);
  let known: KnownToReorganise = {
    organisations: organisationsAtFirst(),
    services: services.map((service) => ({
      reference: service.reference,
      periods: [{ organisation: firstOwner(service), fromOn: null, toOn: null }],
    })),
  };
  const reorganisations = requests(given).map(({ note, ...request }, index) => {
    const plan = planReorganisation(request, known, today);
    if ('broken' in plan) throw new Error(JSON.stringify(plan.broken));
    known = carriedOut(known, plan);
    const at = officeInstant(request.on, 1, 560 + 9 * index);
    return { id: idOf(`reorganisation ${index}`), request, note, at, by: 'admin@headway.example', plan };
  });
  const owners = new Map(known.services.map(({ reference, periods }) => [reference, periods]));
  return { organisations: known.organisations, reorganisations, owners };
}

function requests(given: (from: string, to: string) => readonly string[]): readonly Dated[] {
  return [
    {
      kind: 'split',
      on: departments,
      organisation: beis,
      parts: [
        { into: present(dbt), services: given(beis, dbt), organisations: ['companies-house', landRegistry] },
        { into: present(desnz), services: given(beis, desnz), organisations: [] },
        { into: present(dsit), services: given(beis, dsit), organisations: [] },
      ],
      note: 'Business, energy and science each have a department of their own.',
    },
    {
      kind: 'merge',
      on: departments,
      organisations: [dit],
      into: dbt,
      note: 'Business and trade are one department.',
    },
    {
      kind: 'transfer',
      on: departments,
      from: dcms,
      to: dsit,
      services: given(dcms, dsit),
      organisations: [],
      note: 'Telecoms went to the department for science.',
    },
    {
      kind: 'rename',
      on: departments,
      organisation: dcms,
      ...called(present(dcms)),
      note: 'Digital left its name together with telecoms.',
    },
    {
      kind: 'move',
      on: registry,
      organisation: landRegistry,
      parent: null,
      note: 'HM Land Registry left the department for business.',
    },
    {
      kind: 'transfer',
      on: digital,
      from: cabinetOffice,
      to: dsit,
      services: given(cabinetOffice, dsit),
      organisations: [],
      note: 'The Government Digital Service went to the department for science.',
    },
    {
      kind: 'rename',
      on: communities,
      organisation: mhclg,
      ...called(present(mhclg)),
      note: 'It has the name again that it had until 2021.',
    },
  ];
}

function present(slug: string): OrganisationState {
  const organisation = organisations.find((one) => one.slug === slug);
  if (!organisation) throw new Error(`There is no ${slug}`);
  const { name, abbreviation, kind, parent } = organisation;
  return { name, abbreviation, kind, parent };
}

function called({ name, abbreviation }: OrganisationState): Pick<OrganisationState, 'name' | 'abbreviation'> {
  return { name, abbreviation };
}

function organisationsAtFirst(): readonly OrganisationHistory[] {
  const there = organisations.filter(({ slug }) => !begun.includes(slug));
  return [...ended, ...there].map(({ slug, ...state }) => ({
    slug,
    existsFrom: null,
    existsTo: null,
    periods: [{ ...state, ...atFirst[slug], untilOn: null }],
  }));
}

function carriedOut({ organisations: all, services }: KnownToReorganise, plan: ReorganisationPlan) {
  const histories = new Map(all.map((one) => [one.slug, one]));
  for (const { history } of plan.organisations) histories.set(history.slug, history);
  const moved = new Map(plan.services.map((service) => [service.reference, service]));
  return {
    organisations: [...histories.values()],
    services: services.map((service) => moved.get(service.reference) ?? service),
  };
}
