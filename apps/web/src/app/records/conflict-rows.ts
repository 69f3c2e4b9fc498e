import type { NewRecord } from '@headway/contract';
import { type StageOrNone, formatDate, stageLabels } from '@headway/domain';
import type { ConflictRow } from '../platform/conflict';
import type { Draft } from './drafts';
import type { History } from './records.actions';

const labelOf = (stage: StageOrNone | null) => (stage ? stageLabels[stage] : '');
const dateOf = (date: string | null) => (date ? formatDate(date) : '');
const yesNo = (mark: boolean) => (mark ? 'Yes' : 'No');

/** The record written last, which need not be the one in force. */
function latest({ records }: History) {
  return records.toSorted((a, b) => (a.recordedAt < b.recordedAt ? 1 : -1))[0];
}

/** What is saved now beside what was typed, in the order of the questions. */
export function conflictRows(
  now: History,
  yours: NewRecord,
  draft: Pick<Draft, 'lastRecordedAt'> | null,
): ConflictRow[] {
  const { service } = now;
  const last = latest(now);
  return [
    { label: 'What happened', theirs: overtakenBy(now, draft), yours: 'Not recorded yet' },
    { label: 'Stage', theirs: labelOf(service.stage), yours: labelOf(yours.stage) },
    { label: 'Since', theirs: dateOf(service.stageSince), yours: dateOf(yours.effectiveOn) },
    {
      label: 'Redesign under way',
      theirs: yesNo(service.redesignUnderWay),
      yours: yesNo(yours.redesignUnderWay),
    },
    { label: 'Front office', theirs: labelOf(service.frontOffice), yours: labelOf(yours.frontOffice) },
    { label: 'Middle office', theirs: labelOf(service.middleOffice), yours: labelOf(yours.middleOffice) },
    { label: 'Back office', theirs: labelOf(service.backOffice), yours: labelOf(yours.backOffice) },
    { label: 'Note', theirs: last?.note ?? '', yours: yours.note ?? '' },
    { label: 'Link to evidence', theirs: last?.evidenceUrl ?? '', yours: yours.evidenceUrl ?? '' },
  ];
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
