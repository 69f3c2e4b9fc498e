import { type Grade, grades } from './pulse-questions.js';

/** Fewer people than this are never shown as a group. */
export const smallestPulseGroup = 10;

/** All of government; every other group is named by the slug of its organisation. */
export const allOfGovernment = null;
export type PulseOrganisationKey = string | typeof allOfGovernment;

/** An organisation as it was on the day the wave opened: later reorganisations regroup no answers. */
export interface PulseOrganisation {
  readonly slug: string;
  readonly parent: string | null;
}

/** The organisation itself, and those below it. */
export interface PulseNode {
  readonly key: PulseOrganisationKey;
  readonly children: readonly PulseNode[];
}

export interface PulseTree {
  readonly root: PulseNode;
  /** The organisation and every one below it, by organisation. */
  readonly under: ReadonlyMap<PulseOrganisationKey, readonly PulseOrganisationKey[]>;
}

/** Organisations below all of government; one of which the parent took no part stands at the top. */
export function pulseTree(organisations: readonly PulseOrganisation[]): PulseTree {
  const here = new Set(organisations.map(({ slug }) => slug));
  const under = new Map<PulseOrganisationKey, readonly PulseOrganisationKey[]>();
  const node = (key: PulseOrganisationKey): PulseNode => {
    const children = organisations
      .filter(({ parent }) => (here.has(parent ?? '') ? parent : allOfGovernment) === key)
      .map(({ slug }) => node(slug));
    under.set(key, [key, ...children.flatMap((child) => under.get(child.key)!)]);
    return { key, children };
  };
  return { root: node(allOfGovernment), under };
}

/** People by the organisation that they answered for, those below it left out, and their grade. */
export type People = ReadonlyMap<PulseOrganisationKey, Readonly<Record<Grade, number>>>;

/** People who answered for these organisations: of one grade, or of all where none is given. */
export function peopleOf(
  people: People,
  keys: readonly PulseOrganisationKey[],
  grade: Grade | null = null,
): number {
  const counted = grade === null ? grades : [grade];
  let all = 0;
  for (const key of keys) for (const one of counted) all += people.get(key)?.[one] ?? 0;
  return all;
}

/**
 * Whether that many people are a group that must not be known. Nobody is no such group: it holds no answer
 * of anybody. That nobody answered may be shown; that 1 or 9 did may not.
 */
export function isSmall(people: number): boolean {
  return people > 0 && people < smallestPulseGroup;
}
