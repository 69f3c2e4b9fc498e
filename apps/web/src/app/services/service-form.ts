import { NewService, type Service, ServiceChange } from '@headway/contract';
import { type DateParts, noDateParts } from '@headway/govuk';
import * as z from 'zod';
import { dateFields, wholeNumberField } from '../platform/forms/inputs';
import { typedFrom } from '../platform/typed-date';

/** The details as text boxes hold them. */
export interface DetailsInput {
  name: string;
  audience: string;
  description: string;
  address: string;
  transactionsAYear: string;
  owner: string;
  opensOn: DateParts;
}

export interface NewServiceInput extends DetailsInput {
  organisation: string;
  reference: string;
}

export const blankDetails: DetailsInput = {
  name: '',
  audience: '',
  description: '',
  address: '',
  transactionsAYear: '',
  owner: '',
  opensOn: noDateParts,
};

const number = wholeNumberField('Transactions a year must be a whole number');
const date = dateFields('The date the service opened');

/** From what is typed to what the contract takes, held to the contract's own rules. */
export const changeForm = z
  .strictObject({
    ...ServiceChange.shape,
    transactionsAYear: number.pipe(NewService.shape.transactionsAYear.unwrap()),
    opensOn: date.pipe(NewService.shape.opensOn.unwrap()),
  })
  .required();

export const newServiceForm = NewService.extend({
  transactionsAYear: number.pipe(NewService.shape.transactionsAYear.unwrap()),
  opensOn: date.pipe(NewService.shape.opensOn.unwrap()),
  reference: z
    .string()
    .transform((typed) => typed.trim() || undefined)
    .pipe(NewService.shape.reference),
});

export function detailsOf(service: Service): DetailsInput {
  return {
    name: service.name,
    audience: service.audience,
    description: service.description ?? '',
    address: service.address ?? '',
    transactionsAYear: service.transactionsAYear?.toString() ?? '',
    owner: service.owner ?? '',
    opensOn: typedFrom(service.opensOn),
  };
}
