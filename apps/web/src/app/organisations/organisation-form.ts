import { NewOrganisation, type Organisation, OrganisationChange } from '@headway/contract';
import { type DateParts, noDateParts } from '@headway/govuk';
import { dateFields, optionalChoice } from '../platform/forms/inputs';
import * as z from 'zod';
import { typedFrom } from '../platform/typed-date';

export interface OrganisationInput {
  name: string;
  abbreviation: string;
  kind: string;
  parent: string;
  existsFrom: DateParts;
}

export const blankOrganisation: OrganisationInput = {
  name: '',
  abbreviation: '',
  kind: '',
  parent: '',
  existsFrom: noDateParts,
};

const typed = {
  parent: optionalChoice.pipe(NewOrganisation.shape.parent.unwrap()),
  existsFrom: dateFields('The date it exists from').pipe(NewOrganisation.shape.existsFrom.unwrap()),
};

/** From what is typed to what the contract takes, held to the contract's own rules. */
export const newOrganisationForm = NewOrganisation.extend(typed);
export const changeOrganisationForm = z.strictObject({ ...OrganisationChange.shape, ...typed }).required();

export function inputOf(organisation: Organisation): OrganisationInput {
  return {
    name: organisation.name,
    abbreviation: organisation.abbreviation ?? '',
    kind: organisation.kind,
    parent: organisation.parent?.slug ?? '',
    existsFrom: typedFrom(organisation.existsFrom),
  };
}
