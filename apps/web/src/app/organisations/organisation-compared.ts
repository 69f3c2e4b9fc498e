import type { Organisation } from '@headway/contract';
import { organisationKindLabels, organisationKinds } from '@headway/domain';
import type { ConflictRow } from '../platform/conflict';
import { typedDateText } from '../platform/typed-date-text';
import type { OrganisationInput } from './organisation-form';

/** Two versions of an organisation, in words, in the order of the form. */
export function organisationCompared(
  theirs: OrganisationInput,
  yours: OrganisationInput,
  all: readonly Organisation[],
): ConflictRow[] {
  const row = (label: string, text: (typed: OrganisationInput) => string): ConflictRow => ({
    label,
    theirs: text(theirs),
    yours: text(yours),
  });
  return [
    row('Name', ({ name }) => name),
    row('Abbreviation', ({ abbreviation }) => abbreviation),
    row('Kind', (typed) => {
      const kind = organisationKinds.find((one) => one === typed.kind);
      return kind ? organisationKindLabels[kind] : '';
    }),
    row('Part of', ({ parent }) => all.find(({ slug }) => slug === parent)?.name ?? parent),
    row('Exists from', ({ existsFrom }) => typedDateText(existsFrom)),
  ];
}
