import { audienceLabels, audiences } from '@headway/domain';
import type { Detail } from '../platform/three-way';
import { typedDateText } from '../platform/typed-date-text';
import type { DetailsInput } from './service-form';

const numberText = (typed: string) => {
  const plain = typed.replace(/[\s,]/g, '');
  return /^\d{1,15}$/.test(plain) ? Number(plain).toLocaleString('en-GB') : typed;
};
const audienceText = (typed: string) => {
  const audience = audiences.find((one) => one === typed);
  return audience ? audienceLabels[audience] : '';
};

/** The details of a service in words, in the order of the form. */
export const serviceDetails: readonly Detail<DetailsInput>[] = [
  { field: 'name', label: 'Name', words: ({ name }) => name },
  { field: 'audience', label: 'Who it is for', words: ({ audience }) => audienceText(audience) },
  { field: 'description', label: 'Description', words: ({ description }) => description },
  { field: 'address', label: 'Service address', words: ({ address }) => address },
  {
    field: 'transactionsAYear',
    label: 'Transactions a year',
    words: ({ transactionsAYear }) => numberText(transactionsAYear),
  },
  { field: 'owner', label: 'Senior responsible owner', words: ({ owner }) => owner },
  { field: 'opensOn', label: 'Opened', words: ({ opensOn }) => typedDateText(opensOn) },
];
