import type { NewRecord, Service, StageRecord } from '@headway/contract';
import {
  type CalendarDate,
  type Stage,
  asKnownAt,
  correctedByChoice,
  goesBack,
  inForceBefore,
  mayBeUnderRedesign,
} from '@headway/domain';
import { readTypedDate, typedFrom } from '../platform/typed-date';
import { historyOf } from './history';

/** What a person typed on the way to a record, as typed: nothing is corrected or lost. */
export interface Answers {
  readonly stage: Stage | '';
  readonly date: { readonly day: string; readonly month: string; readonly year: string };
  readonly redesign: readonly string[];
  readonly frontOffice: Stage | '';
  readonly middleOffice: Stage | '';
  readonly backOffice: Stage | '';
  readonly note: string;
  readonly evidenceUrl: string;
}

export const dateOf = 'The date the service reached this stage';

/** Nothing said yet, but what stays true unless it is changed. */
export function answersFor(service: Service): Answers {
  return {
    stage: '',
    date: typedFrom(null),
    redesign: service.redesignUnderWay ? ['yes'] : [],
    frontOffice: service.frontOffice ?? '',
    middleOffice: service.middleOffice ?? '',
    backOffice: service.backOffice ?? '',
    note: '',
    evidenceUrl: '',
  };
}

/** What would be sent; a stage or date not said yet is left for the contract to refuse. */
export function recordFrom(answers: Answers, today: CalendarDate): NewRecord {
  const read = readTypedDate(answers.date, dateOf, { latest: today });
  return {
    stage: answers.stage as Stage,
    redesignUnderWay:
      answers.redesign.includes('yes') && answers.stage !== '' && mayBeUnderRedesign(answers.stage),
    frontOffice: answers.frontOffice || null,
    middleOffice: answers.middleOffice || null,
    backOffice: answers.backOffice || null,
    effectiveOn: typeof read === 'string' ? read : '',
    note: answers.note.trim() || null,
    evidenceUrl: answers.evidenceUrl.trim() || null,
  };
}

/** The records that count. */
export function counting(records: readonly StageRecord[]) {
  return asKnownAt(historyOf({ closures: [] }, records).records, null);
}

/** What is in force, said again on a later day: the note told why it came about, so it is not said again. */
export function sameAgain(now: NewRecord, effectiveOn: CalendarDate): NewRecord {
  const { stage, redesignUnderWay, frontOffice, middleOffice, backOffice, evidenceUrl } = now;
  return {
    stage,
    redesignUnderWay,
    frontOffice,
    middleOffice,
    backOffice,
    evidenceUrl,
    effectiveOn,
    note: null,
  };
}

/** The records that others wrote after an instant and that a record kept over them corrects. */
export function correctedOver(
  said: NewRecord,
  records: readonly StageRecord[],
  over: string | null | undefined,
) {
  if (over === undefined) return [];
  const theirs = counting(records).filter(({ recordedAt }) => recordedAt > (over ?? ''));
  return correctedByChoice(said, theirs);
}

/** The stage before the date given, or today while none is, that the service would go back from. */
export function goesBackFrom(
  answers: Answers,
  records: readonly StageRecord[],
  today: CalendarDate,
): Stage | null {
  const on = readTypedDate(answers.date, dateOf, { latest: today });
  const before = inForceBefore(counting(records), typeof on === 'string' ? on : today);
  return answers.stage !== '' && before && goesBack(before.stage, answers.stage) ? before.stage : null;
}
