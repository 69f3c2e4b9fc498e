import { type CalendarDate, formatDate } from './calendar.js';
import { type OrganisationHistory, renamedFrom, stateOn } from './organisation-history.js';
import { comparableName, namesBroken } from './organisation-names.js';
import { ownedOn } from './ownership.js';
import type { InputError } from './problems.js';
import {
  type GivenPart,
  type KnownToReorganise,
  type Merge,
  type Rename,
  type Reorganisation,
  type Split,
  type Transfer,
  givingOf,
} from './reorganisation.js';
import { moveBroken } from './reorganisation-move.js';
import { type Broken, type World, broken, nameOf, there } from './reorganisation-world.js';

/** Every rule that a reorganisation breaks, and where in it. */
export function reorganisationBroken(
  request: Reorganisation,
  { organisations, services }: KnownToReorganise,
  today: CalendarDate,
): InputError[] {
  const world = {
    on: request.on,
    organisations: new Map(organisations.map((one) => [one.slug, one])),
    services: new Map(services.map((one) => [one.reference.toLowerCase(), one])),
  };
  const future = broken('/on', 'in_the_future', 'The date of the change must be today or in the past');
  return [...(request.on > today ? [future] : []), ...rulesOf(request, world)];
}

function rulesOf(request: Reorganisation, world: World): Broken {
  if (request.kind === 'rename') return renameBroken(request, world);
  return request.kind === 'move' ? moveBroken(request, world) : givingBroken(request, world);
}

function* renameBroken({ organisation: slug, name, abbreviation }: Rename, world: World): Broken {
  const organisation = yield* there(slug, '/organisation', world);
  if (!organisation) return;
  const was = stateOn(organisation.periods, world.on);
  if (organisation.existsFrom === world.on)
    yield broken('/on', 'began_that_day', `${was.name} began on this date. Correct its name instead`);
  if (was.name === name && was.abbreviation === abbreviation)
    yield broken('/name', 'nothing_changes', 'It had this name and abbreviation on this date already');
  const periods = renamedFrom(organisation.periods, { name, abbreviation }, world.on);
  yield* namesBroken({ ...organisation, periods }, organisation, [...world.organisations.values()]);
}

function* givingBroken(request: Merge | Split | Transfer, world: World): Broken {
  const { givers, end, parts } = givingOf(request);
  const slugs = givers.map(({ slug }) => slug);
  const known = (slug: string) => world.organisations.get(slug);
  const existing = parts.flatMap(({ into, pointer }) =>
    typeof into === 'string' ? [{ into, pointer }] : [],
  );
  yield* eachOnce(givers.map(({ slug, pointer }) => ({ key: slug, name: nameOf(known(slug)), pointer })));
  yield* eachOnce(existing.map(({ into, pointer }) => ({ key: into, name: nameOf(known(into)), pointer })));
  for (const { slug, pointer } of givers) {
    const giver = yield* there(slug, pointer, world);
    if (giver && end) yield* cannotEnd(giver, pointer, world.on);
  }
  for (const { into, pointer } of existing) {
    // A part of a split may be the organisation itself, which then goes on.
    if (!slugs.includes(into)) yield* goesOn(into, pointer, world, []);
    else if (request.kind !== 'split')
      yield broken(pointer, 'itself', 'An organisation cannot become part of itself');
  }
  yield* newOnes(parts, world, end ? slugs : []);
  yield* theirs(parts, slugs[0] ?? '', world);
  if (parts.every((part) => !part.rest && part.services.length + part.organisations.length === 0))
    yield broken('/services', 'nothing_moves', 'Select at least one service or organisation to transfer');
}

function* cannotEnd(organisation: OrganisationHistory, pointer: string, on: CalendarDate): Broken {
  const { existsFrom, existsTo, periods } = organisation;
  const name = nameOf(organisation);
  if (existsTo !== null)
    yield broken(pointer, 'ended_already', `${name} ended on ${formatDate(existsTo)} already`);
  if (existsFrom === on)
    yield broken(pointer, 'began_that_day', `${name} began on this date, so it cannot end on it`);
  const later = periods.find(({ untilOn }) => untilOn !== null && untilOn > on)?.untilOn;
  if (later)
    yield broken(
      pointer,
      'changed_later',
      `${name} was renamed or moved on ${formatDate(later)}, so it cannot have ended before that`,
    );
}

/** One that is there on the day, and neither has ended since nor ends now. */
function* goesOn(slug: string, pointer: string, world: World, ending: readonly string[]): Broken {
  const organisation = yield* there(slug, pointer, world);
  if (!organisation) return;
  const { existsTo } = organisation;
  const name = nameOf(organisation);
  if (existsTo !== null)
    yield broken(
      pointer,
      'organisation_ended',
      `${name} ended on ${formatDate(existsTo)}, so it cannot take anything over for good`,
    );
  else if (ending.includes(slug))
    yield broken(pointer, 'organisation_ended', `${name} ends by this change, so nothing can be part of it`);
}

function* newOnes(parts: readonly GivenPart[], world: World, ending: readonly string[]): Broken {
  const made = parts.flatMap(({ into, pointer }) => (typeof into === 'string' ? [] : [{ into, pointer }]));
  yield* eachOnce(
    made.flatMap(({ into: { name, abbreviation }, pointer }) => [
      { key: comparableName(name), name, pointer: `${pointer}/name` },
      ...(abbreviation === null || comparableName(abbreviation) === comparableName(name)
        ? []
        : [{ key: comparableName(abbreviation), name: abbreviation, pointer: `${pointer}/abbreviation` }]),
    ]),
  );
  for (const { into, pointer } of made) {
    const begins = { slug: '', existsFrom: world.on, existsTo: null, periods: [{ ...into, untilOn: null }] };
    yield* namesBroken(begins, null, [...world.organisations.values()], pointer);
    if (into.parent !== null) yield* goesOn(into.parent, `${pointer}/parent`, world, ending);
  }
}

/** What parts name is the giver's on the day, and is named once. */
function* theirs(parts: readonly GivenPart[], giver: string, world: World): Broken {
  const of = world.organisations.get(giver);
  const services = parts.flatMap(({ services: all, below }) =>
    all.map((name, index) => ({ key: name, name, pointer: `${below}/services/${index}` })),
  );
  const agencies = parts.flatMap(({ organisations: all, below }) =>
    all.map((key, index) => ({
      key,
      name: nameOf(world.organisations.get(key)),
      pointer: `${below}/organisations/${index}`,
    })),
  );
  yield* eachOnce(services);
  yield* eachOnce(agencies);
  if (!of) return;
  for (const { name, pointer } of services) {
    const owned = world.services.get(name.toLowerCase());
    if (!owned || ownedOn(owned.periods, world.on).organisation !== giver)
      yield notTheirs(pointer, `${name} was not a service`, of, world.on);
  }
  for (const { key, name, pointer } of agencies) {
    const agency = yield* there(key, pointer, world);
    if (agency && stateOn(agency.periods, world.on).parent !== giver)
      yield notTheirs(pointer, `${name} was not part`, of, world.on);
  }
}

function notTheirs(pointer: string, what: string, of: OrganisationHistory, on: CalendarDate): InputError {
  return broken(pointer, 'not_theirs', `${what} of ${nameOf(of)} on ${formatDate(on)}`);
}

function* eachOnce(named: readonly { key: string; name: string; pointer: string }[]): Broken {
  const seen = new Set<string>();
  for (const { key, name, pointer } of named) {
    // One that is left blank is missing, and no more than that.
    if (name !== '' && seen.has(key.toLowerCase()))
      yield broken(pointer, 'repeated', `${name} is named more than once`);
    seen.add(key.toLowerCase());
  }
}
