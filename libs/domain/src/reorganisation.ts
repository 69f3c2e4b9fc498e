import type { CalendarDate } from './calendar.js';
import type { OrganisationHistory, OrganisationState } from './organisation-history.js';
import type { Ownership } from './ownership.js';

export const reorganisationKinds = ['rename', 'merge', 'split', 'transfer', 'move'] as const;
export type ReorganisationKind = (typeof reorganisationKinds)[number];

export const reorganisationLabels: Readonly<Record<ReorganisationKind, string>> = {
  rename: 'Rename an organisation',
  merge: 'Merge organisations',
  split: 'Split an organisation',
  transfer: 'Transfer services or agencies',
  move: 'Move an organisation',
};

export const reorganisationDefinitions: Readonly<Record<ReorganisationKind, string>> = {
  rename: 'It goes on under another name from a date. Before that date it keeps the name it had.',
  merge: 'One organisation or more end, and another one takes over all that they have.',
  split: 'What one organisation has is divided among several. It ends, unless it is one of them.',
  transfer: 'One organisation gives some of its services or agencies to another. Both go on.',
  move: 'It becomes part of another organisation, or is no longer part of one. It keeps all that it has.',
};

/** One that there is already, by slug, or one that begins on the day. */
export type Receiver = string | OrganisationState;

export interface Rename extends Pick<OrganisationState, 'name' | 'abbreviation'> {
  readonly kind: 'rename';
  readonly on: CalendarDate;
  readonly organisation: string;
}

export interface Merge {
  readonly kind: 'merge';
  readonly on: CalendarDate;
  /** Those that end. */
  readonly organisations: readonly string[];
  readonly into: Receiver;
}

export interface SplitPart {
  readonly into: Receiver;
  readonly services: readonly string[];
  readonly organisations: readonly string[];
}

export interface Split {
  readonly kind: 'split';
  readonly on: CalendarDate;
  readonly organisation: string;
  /** What nobody names goes to the first. */
  readonly parts: readonly SplitPart[];
}

export interface Transfer {
  readonly kind: 'transfer';
  readonly on: CalendarDate;
  readonly from: string;
  readonly to: Receiver;
  readonly services: readonly string[];
  readonly organisations: readonly string[];
}

/** It becomes part of another organisation, or independent where `parent` is null, with all that it has. */
export interface Move {
  readonly kind: 'move';
  readonly on: CalendarDate;
  readonly organisation: string;
  readonly parent: string | null;
}

export type Reorganisation = Rename | Merge | Split | Transfer | Move;

/** A service of an organisation that gives, with its owners by slug. */
export interface OwnedService {
  readonly reference: string;
  readonly periods: readonly Ownership[];
}

/** All organisations, and the services that `servicesOf` asks for. */
export interface KnownToReorganise {
  readonly organisations: readonly OrganisationHistory[];
  readonly services: readonly OwnedService[];
}

export type OrganisationChangeKind = 'created' | 'ended' | 'renamed' | 'moved' | 'continues';

export interface PlannedOrganisation {
  readonly change: OrganisationChangeKind;
  /** On the day, had nothing happened; null where it begins. */
  readonly before: OrganisationState | null;
  /** From the day on; for one that ends, what it was at last. */
  readonly after: OrganisationState;
  readonly history: OrganisationHistory;
}

export interface PlannedService {
  readonly reference: string;
  readonly from: string;
  readonly to: string;
  readonly periods: readonly Ownership[];
}

/**
 * What an organisation that ends leaves behind. Whoever looked after it looks after what receives all of it, or begins
 * with a part of it: so nobody is left unable to do what they were asked. What was there before keeps its own people.
 */
export interface Estate {
  readonly organisation: string;
  readonly barriersTo: string;
  readonly rolesTo: readonly string[];
}

/** All that a reorganisation changes, with everything by slug and reference. */
export interface ReorganisationPlan {
  readonly organisations: readonly PlannedOrganisation[];
  readonly services: readonly PlannedService[];
  readonly successions: readonly { readonly predecessor: string; readonly successor: string }[];
  readonly estates: readonly Estate[];
}

/** Merge, split and transfer alike: some give, and end or not; what is theirs goes to parts. */
export interface Giving {
  readonly on: CalendarDate;
  readonly givers: readonly { readonly slug: string; readonly pointer: string }[];
  readonly end: boolean;
  /** Whether the one receiver gets all, and with it whoever looked after it. */
  readonly rolesGo: boolean;
  readonly parts: readonly GivenPart[];
}

export interface GivenPart extends SplitPart {
  /** Where the request says who receives. */
  readonly pointer: string;
  /** Where it says what. */
  readonly below: string;
  /** Whether it gets what nobody names. */
  readonly rest: boolean;
}

export function givingOf(request: Merge | Split | Transfer): Giving {
  const { kind, on } = request;
  switch (kind) {
    case 'merge':
      return {
        on,
        givers: request.organisations.map((slug, index) => ({ slug, pointer: `/organisations/${index}` })),
        end: true,
        rolesGo: true,
        parts: [
          { into: request.into, services: [], organisations: [], pointer: '/into', below: '', rest: true },
        ],
      };
    case 'split':
      return {
        on,
        givers: [{ slug: request.organisation, pointer: '/organisation' }],
        end: !request.parts.some(({ into }) => into === request.organisation),
        rolesGo: false,
        parts: request.parts.map((part, index) => ({
          ...part,
          pointer: `/parts/${index}/into`,
          below: `/parts/${index}`,
          rest: index === 0,
        })),
      };
    case 'transfer': {
      const { from, to: into, services, organisations } = request;
      return {
        on,
        givers: [{ slug: from, pointer: '/from' }],
        end: false,
        rolesGo: false,
        parts: [{ into, services, organisations, pointer: '/to', below: '', rest: false }],
      };
    }
  }
}

/** Whose services must be known to plan a reorganisation, and which of them; null is all. */
export function servicesOf(request: Reorganisation): {
  readonly organisations: readonly string[];
  readonly references: readonly string[] | null;
} {
  if (request.kind === 'rename' || request.kind === 'move') return { organisations: [], references: [] };
  const { givers, parts } = givingOf(request);
  const organisations = givers.map(({ slug }) => slug);
  const restMoves = parts.some(({ rest, into }) => rest && !organisations.includes(into as string));
  return { organisations, references: restMoves ? null : parts.flatMap(({ services }) => services) };
}
