import type { CalendarDate } from './calendar.js';
import { freeSlug } from './organisation.js';
import {
  type OrganisationHistory,
  type OrganisationPeriod,
  movedFrom,
  parentSucceeded,
  partOfItself,
  renamedFrom,
  samePeriods,
  stateOn,
} from './organisation-history.js';
import { type Ownership, ownedOn, succeeded, transferred } from './ownership.js';
import type { InputError } from './problems.js';
import { reorganisationBroken } from './reorganisation-rules.js';
import {
  type Giving,
  type KnownToReorganise,
  type Move,
  type OrganisationChangeKind,
  type OwnedService,
  type PlannedOrganisation,
  type PlannedService,
  type Rename,
  type Reorganisation,
  type ReorganisationPlan,
  givingOf,
} from './reorganisation.js';

/** Whether a reorganisation may be made and, if so, all that it changes. */
export function planReorganisation(
  request: Reorganisation,
  known: KnownToReorganise,
  today: CalendarDate,
): ReorganisationPlan | { readonly broken: readonly InputError[] } {
  const broken = reorganisationBroken(request, known, today);
  if (broken.length > 0) return { broken };
  if (request.kind === 'rename') return renamePlan(request, known);
  const giving = request.kind === 'move' ? null : placed(givingOf(request), known);
  const plan = giving ? givingPlan(giving, known) : movePlan(request as Move, known);
  const after = new Map(known.organisations.map((one) => [one.slug, one]));
  for (const { history } of plan.organisations) after.set(history.slug, history);
  const touched = plan.organisations.map(({ history }) => history.slug);
  const circular = partOfItself([...after.values()], touched);
  if (circular === null) return plan;
  return { broken: [giving ? inCircle(circular, giving, after) : movedInCircle(request as Move, after)] };
}

/** Parts whose receiver has a slug, whether or not it is there yet. */
interface Placed extends Omit<Giving, 'parts'> {
  readonly parts: readonly (Giving['parts'][number] & { readonly slug: string })[];
}

function placed(giving: Giving, { organisations }: KnownToReorganise): Placed {
  const taken = new Set(organisations.map(({ slug }) => slug));
  const parts = giving.parts.map((part) => {
    const slug = typeof part.into === 'string' ? part.into : freeSlug(part.into.name, taken);
    taken.add(slug);
    return { ...part, slug };
  });
  return { ...giving, parts };
}

function inCircle(
  slug: string,
  { parts }: Placed,
  after: ReadonlyMap<string, OrganisationHistory>,
): InputError {
  const part = parts.find((one) => one.slug === slug) ?? parts[0]!;
  const { name } = after.get(part.slug)!.periods.at(-1)!;
  const message = `${name} cannot take this over, since it would become part of itself`;
  return { pointer: part.pointer, code: 'part_of_itself', message };
}

function renamePlan(request: Rename, { organisations }: KnownToReorganise): ReorganisationPlan {
  const organisation = organisations.find(({ slug }) => slug === request.organisation)!;
  const { name, abbreviation, on } = request;
  const periods = renamedFrom(organisation.periods, { name, abbreviation }, on);
  const renamed = changed('renamed', organisation, { periods }, on);
  return { organisations: [renamed], services: [], successions: [], estates: [] };
}

/** The organisation, and both that it leaves and joins, which go on as they are. */
function movePlan(request: Move, { organisations }: KnownToReorganise): ReorganisationPlan {
  const { on, organisation: slug, parent } = request;
  const was = stateOn(organisations.find((one) => one.slug === slug)!.periods, on).parent;
  const changes = organisations.flatMap((one): PlannedOrganisation[] => {
    if (one.slug === slug)
      return [changed('moved', one, { periods: movedFrom(one.periods, parent, on) }, on)];
    return one.slug === was || one.slug === parent ? [changed('continues', one, {}, on)] : [];
  });
  const inOrder = changes.toSorted((a, b) => order.indexOf(b.change) - order.indexOf(a.change));
  return { organisations: inOrder, services: [], successions: [], estates: [] };
}

function movedInCircle(
  { organisation, parent }: Move,
  after: ReadonlyMap<string, OrganisationHistory>,
): InputError {
  const name = (slug: string) => after.get(slug)!.periods.at(-1)!.name;
  const message = `${name(organisation)} cannot become part of ${name(parent!)}, since it would become part of itself`;
  return { pointer: '/parent', code: 'part_of_itself', message };
}

function givingPlan(giving: Placed, { organisations, services }: KnownToReorganise): ReorganisationPlan {
  const { on, givers, end, parts, rolesGo } = giving;
  const slugs = givers.map(({ slug }) => slug);
  const receivers = parts.map(({ slug }) => slug).filter((slug) => !slugs.includes(slug));
  const rest = parts.find((part) => part.rest)?.slug;
  const rolesTo = parts.filter(({ into }) => rolesGo || typeof into !== 'string').map(({ slug }) => slug);
  const changes = organisations.flatMap((one): PlannedOrganisation[] => {
    if (end && slugs.includes(one.slug)) return [changed('ended', one, { existsTo: on }, on)];
    const periods = parentsAfter(one, giving);
    if (!samePeriods(periods, one.periods)) return [changed('moved', one, { periods }, on)];
    const concerned = slugs.includes(one.slug) || receivers.includes(one.slug);
    return concerned ? [changed('continues', one, {}, on)] : [];
  });
  return {
    organisations: [...changes, ...parts.flatMap((part) => begun(part, on))].toSorted(
      (a, b) => order.indexOf(a.change) - order.indexOf(b.change),
    ),
    services: services.flatMap((service) => serviceAfter(service, giving)),
    successions: end
      ? slugs.flatMap((predecessor) => receivers.map((successor) => ({ predecessor, successor })))
      : [],
    estates: end ? slugs.map((organisation) => ({ organisation, barriersTo: rest!, rolesTo })) : [],
  };
}

const order: readonly OrganisationChangeKind[] = ['ended', 'created', 'renamed', 'continues', 'moved'];

function changed(
  change: OrganisationChangeKind,
  organisation: OrganisationHistory,
  otherwise: Partial<OrganisationHistory>,
  on: CalendarDate,
): PlannedOrganisation {
  const history = { ...organisation, ...otherwise };
  return {
    change,
    before: stateOn(organisation.periods, on),
    after: stateOn(history.periods, on),
    history,
  };
}

function begun({ into, slug }: Placed['parts'][number], on: CalendarDate): PlannedOrganisation[] {
  if (typeof into === 'string') return [];
  const { name, abbreviation, kind, parent } = into;
  const after = { name, abbreviation, kind, parent };
  const history = { slug, existsFrom: on, existsTo: null, periods: [{ ...after, untilOn: null }] };
  return [{ change: 'created', before: null, after, history }];
}

/** What an organisation is part of, where it is part of one that gives: history follows it. */
function parentsAfter(organisation: OrganisationHistory, giving: Placed): readonly OrganisationPeriod[] {
  const { slug, periods, existsTo } = organisation;
  const { on, givers, end, parts } = giving;
  if (existsTo !== null && existsTo <= on) return periods;
  const to = (parts.find((part) => part.organisations.includes(slug)) ?? parts.find((part) => part.rest))
    ?.slug;
  return givers.reduce((now: readonly OrganisationPeriod[], giver) => {
    if (to === undefined || to === giver.slug) return now;
    if (end) return parentSucceeded(now, giver.slug, to, on);
    return stateOn(now, on).parent === giver.slug ? movedFrom(now, to, on) : now;
  }, periods);
}

/** Where a giver ends, all that it would own from then on goes; else what it owns on the day, until it next changes. */
function serviceAfter({ reference, periods }: OwnedService, giving: Placed): PlannedService[] {
  const { on, givers, end, parts } = giving;
  const names = (part: Placed['parts'][number]) =>
    part.services.some((one) => one.toLowerCase() === reference.toLowerCase());
  const to = (parts.find(names) ?? parts.find((part) => part.rest))?.slug;
  const given = (period: Ownership) =>
    givers.some(({ slug }) => slug === period.organisation && slug !== to) &&
    (period.toOn === null || period.toOn > on);
  const from = (end ? periods.find(given) : [ownedOn(periods, on)].find(given))?.organisation;
  if (to === undefined || from === undefined) return [];
  const after = end
    ? givers.reduce((now: readonly Ownership[], { slug }) => succeeded(now, slug, to, on), periods)
    : transferred(periods, to, on);
  return [{ reference, from, to, periods: after }];
}
