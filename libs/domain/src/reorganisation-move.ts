import { type CalendarDate, formatDate } from './calendar.js';
import { movedFrom, stateOn } from './organisation-history.js';
import type { Move } from './reorganisation.js';
import { type Broken, type World, broken, nameOf, there } from './reorganisation-world.js';

/** The rules of an organisation that becomes part of another, or of none, but for circles. */
export function* moveBroken({ organisation: slug, parent }: Move, world: World): Broken {
  const organisation = yield* there(slug, '/organisation', world);
  const becomesPartOf = parent === null ? null : yield* there(parent, '/parent', world);
  if (!organisation || (parent !== null && !becomesPartOf)) return;
  const was = stateOn(organisation.periods, world.on);
  const on = formatDate(world.on);
  if (organisation.existsFrom === world.on)
    yield broken(
      '/on',
      'began_that_day',
      `${was.name} began on this date. Correct what it is part of instead`,
    );
  if (parent === was.parent) {
    const already =
      parent === null ? 'was not part of another organisation' : `was part of ${nameOf(becomesPartOf!)}`;
    yield broken('/parent', 'nothing_changes', `${was.name} ${already} on ${on} already`);
  } else if (
    becomesPartOf?.existsTo &&
    lasts(organisation.existsTo, becomesPartOf.existsTo, () => until(slug, parent, world))
  )
    yield broken(
      '/parent',
      'organisation_ended',
      `${nameOf(becomesPartOf)} ended on ${formatDate(becomesPartOf.existsTo)}, and ${was.name} would still be part of it`,
    );
}

/** Whether it would be part of the other beyond the day that one ended on. */
function lasts(
  ends: CalendarDate | null,
  parentEnds: CalendarDate,
  until: () => CalendarDate | null,
): boolean {
  if (ends !== null && ends <= parentEnds) return false;
  const last = until();
  return last === null || last > parentEnds;
}

/** The day until which it would be part of the other: the next one on which that changes anyway. */
function until(slug: string, parent: string | null, { organisations, on }: World): CalendarDate | null {
  const after = movedFrom(organisations.get(slug)!.periods, parent, on);
  const next = after.find(
    ({ untilOn, parent: then }, index) =>
      (untilOn === null || untilOn > on) && then === parent && after[index + 1]?.parent !== parent,
  );
  return next?.untilOn ?? null;
}
