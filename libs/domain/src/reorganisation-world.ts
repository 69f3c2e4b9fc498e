import { type CalendarDate, formatDate } from './calendar.js';
import { type OrganisationHistory, existsOn } from './organisation-history.js';
import type { InputError } from './problems.js';
import type { OwnedService } from './reorganisation.js';

/** What the rules of reorganising look at, found by name. */
export interface World {
  readonly on: CalendarDate;
  readonly organisations: ReadonlyMap<string, OrganisationHistory>;
  readonly services: ReadonlyMap<string, OwnedService>;
}

export type Broken<Found = void> = Generator<InputError, Found>;

/** The organisation, where there is one on the day. */
export function* there(
  slug: string,
  pointer: string,
  { organisations, on }: World,
): Broken<OrganisationHistory | null> {
  const organisation = organisations.get(slug);
  if (!organisation) yield broken(pointer, 'unknown_organisation', 'Select an organisation');
  else if (!existsOn(organisation, on))
    yield broken(
      pointer,
      'organisation_not_there',
      `${nameOf(organisation)} did not exist on ${formatDate(on)}`,
    );
  else return organisation;
  return null;
}

export function nameOf(organisation: OrganisationHistory | undefined): string {
  return organisation?.periods.at(-1)!.name ?? '';
}

export function broken(pointer: string, code: string, message: string): InputError {
  return { pointer, code, message };
}
