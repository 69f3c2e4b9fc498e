import { audienceLabels, audiences } from '@headway/domain';
import type { DateParts } from '@headway/govuk';
import type { ConflictRow } from '../platform/conflict';
import type { DetailsInput } from './service-form';

const dateText = ({ day, month, year }: DateParts) => [day, month, year].filter(Boolean).join(' ');
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
    row('Transactions a year', ({ transactionsAYear }) => transactionsAYear),
    row('Senior responsible owner', ({ owner }) => owner),
    row('Opened', ({ opensOn }) => dateText(opensOn)),
  ];
}
