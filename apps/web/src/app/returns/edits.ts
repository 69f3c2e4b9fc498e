import type { BatchRow, NewRecord, Service } from '@headway/contract';
import {
  type CalendarDate,
  type RecordKind,
  type Stage,
  type Statement,
  formatDate,
  kindOf,
  mayBeUnderRedesign,
  offices,
} from '@headway/domain';
import { readDay } from './typed-day';

/** What a person says of one service and has not sent, as typed; null is "as it is". */
export interface Edit {
  /** So that it can be named when it is no longer theirs to see. */
  readonly name: string;
  /** The version that they first read: whatever came later they have not seen. */
  readonly version: number;
  /** When the stage had last been recorded then; another time since is somebody else's record. */
  readonly lastRecordedAt: string | null;
  /** When anything had last been written of it then. */
  readonly lastWrittenAt: string | null;
  /** Set once they were shown what others wrote after this instant, and keep their own over it. */
  readonly over?: string | null | undefined;
  readonly answer: Answer;
  readonly date: string | null;
  readonly note: string;
  readonly redesignUnderWay: boolean | null;
  readonly frontOffice: Stage | '' | null;
  readonly middleOffice: Stage | '' | null;
  readonly backOffice: Stage | '' | null;
  readonly evidenceUrl: string | null;
}
export type Answer = '' | 'confirm' | Stage;
export type Edits = Readonly<Record<string, Edit>>;
export type EditChange = Partial<Omit<Edit, 'name' | 'version' | 'lastRecordedAt' | 'lastWrittenAt'>>;

/** `day` is meant where no date is typed: today, or the quarter's last day once it is over. */
export interface Days {
  readonly today: CalendarDate;
  readonly day: CalendarDate;
}

const details = ['redesignUnderWay', ...offices, 'evidenceUrl'] as const;

export function begun({ name, version, lastRecordedAt, lastWrittenAt }: Service): Edit {
  const asItIs = { redesignUnderWay: null, frontOffice: null, middleOffice: null, backOffice: null };
  return {
    ...{ name, version, lastRecordedAt, lastWrittenAt, ...asItIs },
    ...{ answer: '', date: null, note: '', evidenceUrl: null },
  };
}

/** What is said after one more change; null where nothing is said any more. */
export function changed(before: Edit | undefined, service: Service, change: EditChange): Edit | null {
  const edit = asItIs({ ...(before ?? begun(service)), ...change }, service);
  return edit.answer !== '' || saysMore(edit) ? edit : null;
}

/** A detail put back to what it would be anyway is no change. */
function asItIs(edit: Edit, service: Service): Edit {
  const anyway = { ...service, evidenceUrl: evidenceAnyway(service, edit) };
  const same = details.filter((field) => edit[field] === (anyway[field] ?? ''));
  return { ...edit, ...Object.fromEntries(same.map((field) => [field, null])) };
}

/** Evidence of one stage is none of another, so a move does not take it along. */
export function evidenceAnyway(service: Service, edit: Edit): string {
  return stageOf(service, edit) === service.stage ? (service.evidenceUrl ?? '') : '';
}

function saysMore(edit: Edit): boolean {
  return edit.note.trim() !== '' || details.some((field) => edit[field] !== null);
}

/** Nothing has changed, and nothing is added. */
export function isConfirmation(edit: Edit): boolean {
  return edit.answer === 'confirm' && !saysMore(edit);
}

/** Whether the return for the day that is meant is submitted: then nothing can be said of the service for it. */
export function isLockedOn({ lock }: Service, { day }: Days): boolean {
  return lock !== null && lock.from <= day && day <= lock.upTo;
}

export function dateText(edit: Edit | undefined, { day }: Days): string {
  return edit?.date ?? formatDate(day);
}

/** What was said as of a day that has passed meanwhile stays of that day. */
export function keptAsOf(edits: Edits, day: CalendarDate): Edits {
  const dated = Object.entries(edits).map(([reference, edit]) => [
    reference,
    { ...edit, date: edit.date ?? formatDate(day) },
  ]);
  return Object.fromEntries(dated) as Edits;
}

/** What is in force, as a statement; null where nothing is recorded. */
export function nowOf(service: Service): Statement | null {
  const { stage, stageSince, evidenceUrl, redesignUnderWay, frontOffice, middleOffice, backOffice } = service;
  if (stage === 'not_recorded' || stageSince === null) return null;
  const said = { stage, redesignUnderWay, frontOffice, middleOffice, backOffice, evidenceUrl };
  return { ...said, effectiveOn: stageSince, note: null };
}

/** The stage it comes to; null where none is said and none is in force. */
export function stageOf(service: Service, { answer }: Edit): Stage | null {
  if (answer !== '' && answer !== 'confirm') return answer;
  return service.stage === 'not_recorded' ? null : service.stage;
}

/** What would be recorded; a stage or a date not said is left for the contract to refuse. */
export function recordOf(service: Service, edit: Edit, days: Days): NewRecord {
  const stage = stageOf(service, edit);
  const office = (field: (typeof offices)[number]) => (edit[field] ?? service[field]) || null;
  return {
    stage: stage as Stage,
    redesignUnderWay:
      stage !== null && mayBeUnderRedesign(stage) && (edit.redesignUnderWay ?? service.redesignUnderWay),
    frontOffice: office('frontOffice'),
    middleOffice: office('middleOffice'),
    backOffice: office('backOffice'),
    effectiveOn: edit.date === null ? days.day : (readDay(edit.date) ?? ''),
    note: edit.note.trim() || null,
    evidenceUrl: (edit.evidenceUrl ?? evidenceAnyway(service, edit)).trim() || null,
  };
}

export function kindFor(service: Service, edit: Edit, days: Days): RecordKind {
  return isConfirmation(edit) ? 'confirmation' : kindOf(recordOf(service, edit, days), nowOf(service));
}

/** One row of the batch. */
export function rowOf(service: Service, edit: Edit, days: Days): BatchRow {
  const of = { service: service.reference, version: edit.version };
  if (isConfirmation(edit))
    return { change: 'confirm', ...of, effectiveOn: (edit.date && readDay(edit.date)) || days.day };
  const over = edit.over === undefined ? {} : { over: edit.over };
  return { change: 'record', ...of, ...recordOf(service, edit, days), ...over };
}
