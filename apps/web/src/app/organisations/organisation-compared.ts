import type { Organisation } from '@headway/contract';
import { organisationKindLabels, organisationKinds } from '@headway/domain';
import type { Detail } from '../platform/three-way';
import { typedDateText } from '../platform/typed-date-text';
import type { OrganisationInput } from './organisation-form';

/** The details of an organisation in words, in the order of the form. */
export function organisationDetails(all: readonly Organisation[]): Detail<OrganisationInput>[] {
  return [
    { field: 'name', label: 'Name', words: ({ name }) => name },
    { field: 'abbreviation', label: 'Abbreviation', words: ({ abbreviation }) => abbreviation },
    {
      field: 'kind',
      label: 'Kind',
      words: (typed) => {
        const kind = organisationKinds.find((one) => one === typed.kind);
        return kind ? organisationKindLabels[kind] : '';
      },
    },
    {
      field: 'parent',
      label: 'Part of',
      words: ({ parent }) => all.find(({ slug }) => slug === parent)?.name ?? parent,
    },
    { field: 'existsFrom', label: 'Exists from', words: ({ existsFrom }) => typedDateText(existsFrom) },
  ];
}
