import type { NewRecord, StageRecord } from '@headway/contract';
import {
  formatDate,
  mayBeUnderRedesign,
  officeLabels,
  offices,
  stageLabels,
  type StageOrNone,
} from '@headway/domain';
import type { Detail, Versions } from '../platform/three-way';
import { typedFrom } from '../platform/typed-date';
import { typedDateText } from '../platform/typed-date-text';
import { type Answers, answersFor, correctedOver, counting } from './answers';
import type { Draft } from './drafts';
import type { History } from './records.actions';

const labelOf = (stage: StageOrNone | '') => (stage ? stageLabels[stage] : '');
const redesigning = ({ stage, redesign }: Answers) =>
  stage !== '' && mayBeUnderRedesign(stage) && redesign.includes('yes');

/** What is said of a service in words, in the order of the questions. */
export const recordDetails: readonly Detail<Answers>[] = [
  { field: 'stage', label: 'Stage', words: ({ stage }) => labelOf(stage) },
  { field: 'date', label: 'Since', words: ({ date }) => typedDateText(date) },
  {
    field: 'redesign',
    label: 'Redesign under way',
    words: (said) => (redesigning(said) ? 'Yes' : 'No'),
  },
  ...offices.map((office) => ({
    ...{ field: office, label: officeLabels[office] },
    words: (said: Answers) => labelOf(said[office]),
  })),
  { field: 'note', label: 'Note', words: ({ note }) => note },
  { field: 'evidenceUrl', label: 'Link to evidence', words: ({ evidenceUrl }) => evidenceUrl },
];

/** The record written last, which need not be the one in force. */
function latest({ records }: History) {
  return records.toSorted((a, b) => (a.recordedAt < b.recordedAt ? 1 : -1))[0];
}

/**
 * What is recorded now beside what was typed. A stage, its date, note and evidence are said anew each time; what was
 * filled in from the service and never touched follows the service.
 */
export function recordVersions(now: History, mine: Answers, begun: Answers): Versions<Answers> {
  const { service } = now;
  const last = latest(now);
  const theirs: Answers = {
    ...answersFor(service),
    stage: service.stage === 'not_recorded' ? '' : service.stage,
    date: typedFrom(service.stageSince),
    note: last?.note ?? '',
    evidenceUrl: last?.evidenceUrl ?? '',
  };
  const { redesign, frontOffice, middleOffice, backOffice } = begun;
  return { base: { ...theirs, redesign, frontOffice, middleOffice, backOffice }, mine, theirs };
}

/** Who changed what since the person began, in a sentence. */
export function overtakenBy(now: History | null, draft: Pick<Draft, 'lastRecordedAt'> | null): string {
  if (!now || !draft) return '';
  const last = latest(now);
  if (!last || now.service.lastRecordedAt === draft.lastRecordedAt)
    return 'Details of the service were changed, and its stage was not.';
  const at = new Date(last.recordedAt).toLocaleString('en-GB', {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'Europe/London',
  });
  return `${last.recordedBy} recorded ${stageLabels[last.stage]} from ${formatDate(last.effectiveOn)}, on ${at}.`;
}

/** What becomes of the record that somebody made meanwhile where the person keeps their own; nothing to say of none. */
export function insteadWords(
  now: History | null,
  yours: NewRecord,
  draft: Pick<Draft, 'lastWrittenAt' | 'over'> | null,
): string {
  if (!now || !draft) return '';
  const since = (draft.over === undefined ? draft.lastWrittenAt : draft.over) ?? '';
  if (!counting(now.records).some(({ recordedAt }) => recordedAt > since)) return '';
  const wrong = correctedOver(yours, now.records, since);
  if (wrong.length === 0) return 'If you keep your own, it is recorded beside it.';
  return wrong.length === 1
    ? `If you keep your own, ${correctedWords(wrong)} is corrected by it. Both stay readable in the history.`
    : `If you keep your own, ${correctedWords(wrong)} are corrected by it. All of them stay readable in the history.`;
}

/** "the record by Sam Oak", "the 2 records by Sam Oak and Ada Lead". */
export function correctedWords(wrong: readonly Pick<StageRecord, 'recordedBy'>[]): string {
  const by = new Intl.ListFormat('en-GB').format(new Set(wrong.map(({ recordedBy }) => recordedBy)));
  return wrong.length === 1 ? `the record by ${by}` : `the ${wrong.length} records by ${by}`;
}
