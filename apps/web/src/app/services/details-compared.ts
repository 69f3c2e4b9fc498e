import { audienceLabels, audiences } from '@headway/domain';
import type { ConflictRow } from '../platform/conflict';
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

/** Two versions of the details, in words, in the order of the form. */
export function detailsCompared(theirs: DetailsInput, yours: DetailsInput): ConflictRow[] {
  const row = (label: string, text: (details: DetailsInput) => string): ConflictRow => ({
    label,
    theirs: text(theirs),
    yours: text(yours),
  });
  return [
    row('Name', ({ name }) => name),
    row('Who it is for', ({ audience }) => audienceText(audience)),
    row('Description', ({ description }) => description),
    row('Service address', ({ address }) => address),
    row('Transactions a year', ({ transactionsAYear }) => numberText(transactionsAYear)),
    row('Senior responsible owner', ({ owner }) => owner),
    row('Opened', ({ opensOn }) => typedDateText(opensOn)),
  ];
}
