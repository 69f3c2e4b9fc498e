import { type CalendarDate, formatDate } from './calendar.js';
import {
  type OrganisationHistory,
  type OrganisationPeriod,
  type OrganisationState,
  joinedPeriods,
  partOfItself,
} from './organisation-history.js';
import { namesBroken } from './organisation-names.js';
import type { InputError } from './problems.js';

/** What was always wrong of an organisation; what changed on a day is a reorganisation. */
export interface OrganisationCorrection extends Partial<OrganisationState> {
  readonly existsFrom?: CalendarDate | null;
}

/**
 * "PATCH corrects only what was always wrong": a name and a kind for as long as it has had them, what it is part of
 * and from when it exists for all its past; the last two only where no dated change says otherwise.
 */
export function correctOrganisation(
  correction: OrganisationCorrection,
  before: OrganisationHistory,
  all: readonly OrganisationHistory[],
): { readonly history: OrganisationHistory } | { readonly broken: readonly InputError[] } {
  const { existsFrom = before.existsFrom, ...state } = correction;
  const history = { ...before, existsFrom, periods: corrected(before.periods, state) };
  const broken = [...brokenBy(history, before, all)];
  return broken.length > 0 ? { broken } : { history };
}

/** Back from the last period for as long as each detail was what it is now. */
function corrected(
  periods: readonly OrganisationPeriod[],
  to: Partial<OrganisationState>,
): OrganisationPeriod[] {
  const now = periods.at(-1)!;
  const sinceWhen = (same: (period: OrganisationPeriod) => boolean) =>
    periods.findLastIndex((period) => !same(period)) + 1;
  const since = {
    name: sinceWhen(({ name, abbreviation }) => name === now.name && abbreviation === now.abbreviation),
    kind: sinceWhen(({ kind }) => kind === now.kind),
    parent: sinceWhen(({ parent }) => parent === now.parent),
  };
  const { name = now.name, abbreviation = now.abbreviation, kind = now.kind, parent = now.parent } = to;
  return joinedPeriods(
    periods.map((period, index) => ({
      ...period,
      ...(index >= since.name ? { name, abbreviation } : {}),
      ...(index >= since.kind ? { kind } : {}),
      ...(index >= since.parent ? { parent } : {}),
    })),
  );
}

function* brokenBy(
  after: OrganisationHistory,
  before: OrganisationHistory,
  all: readonly OrganisationHistory[],
): Generator<InputError> {
  yield* namesBroken(after, before, all);
  const [now, was] = [after.periods.at(-1)!, before.periods.at(-1)!];
  if (now.parent !== was.parent) yield* parentBroken(now.parent, after, before, all);
  if (after.existsFrom !== before.existsFrom) yield* existsFromBroken(after, all);
}

function* parentBroken(
  slug: string | null,
  after: OrganisationHistory,
  before: OrganisationHistory,
  all: readonly OrganisationHistory[],
): Generator<InputError> {
  const { name } = after.periods.at(-1)!;
  const changedOn = before.periods.findLast((period, index) => {
    const next = before.periods[index + 1];
    return next !== undefined && next.parent !== period.parent;
  })?.untilOn;
  if (changedOn) {
    const message = `What ${name} is part of changed on ${formatDate(changedOn)}. Withdraw that change, or record another with its date`;
    yield { pointer: '/parent', code: 'changed_on_a_date', message };
    return;
  }
  if (slug === null) return;
  const wrong = parentNotThere(slug, after, all);
  if (wrong) yield wrong;
  else if (
    partOfItself(
      all.map((one) => (one.slug === after.slug ? after : one)),
      [after.slug],
    ) !== null
  )
    yield {
      pointer: '/parent',
      code: 'part_of_itself',
      message: 'An organisation cannot be part of itself or of one below it',
    };
}

/** Whether one that an organisation is always part of is there for as long as that is. */
export function parentNotThere(
  slug: string,
  child: OrganisationHistory,
  all: readonly OrganisationHistory[],
): InputError | null {
  const parent = all.find((one) => one.slug === slug);
  const pointer = '/parent';
  if (!parent) return { pointer, code: 'unknown_organisation', message: 'Select an organisation' };
  const { name } = parent.periods.at(-1)!;
  const { existsFrom, existsTo } = parent;
  if (existsTo !== null && (child.existsTo === null || child.existsTo > existsTo))
    return {
      pointer,
      code: 'organisation_ended',
      message: 'That organisation has ended. Select another one',
    };
  if (existsFrom === null || (child.existsFrom !== null && child.existsFrom >= existsFrom)) return null;
  const since = formatDate(existsFrom);
  const message = `${name} exists only from ${since}. Record from which date it is part of that, or that it exists from ${since} or later`;
  return { pointer, code: 'organisation_not_there', message };
}

function* existsFromBroken(
  { slug, existsFrom, existsTo, periods }: OrganisationHistory,
  all: readonly OrganisationHistory[],
): Generator<InputError> {
  const wrong = (code: string, message: string) => ({ pointer: '/existsFrom', code, message });
  if (existsFrom !== null && existsTo !== null && existsFrom >= existsTo)
    yield wrong('begins_after_it_ends', 'It must exist from a date before the one it ended on');
  const first = periods[0]!.untilOn;
  if (existsFrom !== null && first !== null && first <= existsFrom)
    yield wrong(
      'begins_after_it_changed',
      `It was renamed or moved on ${formatDate(first)}, so it must exist from a date before that`,
    );
  const parent = all.find((one) => one.slug === periods[0]!.parent);
  const began = parent?.existsFrom ?? null;
  if (parent && began !== null && (existsFrom === null || existsFrom < began))
    yield wrong(
      'begins_before_its_parent',
      `It has been part of ${parent.periods.at(-1)!.name} from the beginning, which exists from ${formatDate(began)}`,
    );
  if (existsFrom === null) return;
  for (const child of all) {
    const part = child.periods.findIndex((period) => period.parent === slug);
    if (part === -1) continue;
    const since = part === 0 ? child.existsFrom : child.periods[part - 1]!.untilOn;
    if (since !== null && since >= existsFrom) continue;
    const when = since === null ? 'from the beginning' : `from ${formatDate(since)}`;
    yield wrong('begins_after_its_parts', `${child.periods.at(-1)!.name} was part of it ${when}`);
  }
}
