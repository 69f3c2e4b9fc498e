import { type BatchRow, NewRecord, type Service } from '@headway/contract';
import { type Problem, lockOn, lockWords, rulesBroken } from '@headway/domain';
import { type Days, type Edit, type Edits, isConfirmation, nowOf, recordOf } from './edits';
import { isShortOfYear } from './typed-day';

const fields = [
  'stage',
  'effectiveOn',
  'note',
  'redesignUnderWay',
  'frontOffice',
  'middleOffice',
  'backOffice',
  'evidenceUrl',
] as const;
export type Field = (typeof fields)[number];

/** One thing wrong with what is said of a service. */
export interface Wrong {
  readonly reference: string;
  readonly field: Field;
  readonly message: string;
}

/** The id of the control that a field of a service has on the page. */
export function idOf(field: Field | 'tick' | 'more', reference: string): string {
  return `${field}-${reference}`;
}

/** What is wrong with all that is said, as far as can be known here, in the order of the services. */
export function wrongAmong(services: readonly Service[], edits: Edits, days: Days): Wrong[] {
  return services.flatMap((service) => {
    const edit = edits[service.reference];
    return edit ? wrongWith(service, edit, days) : [];
  });
}

/** By the contract, then by the rules; the first word on each field. A confirmation is the server's to judge. */
export function wrongWith(service: Service, edit: Edit, days: Days): Wrong[] {
  if (isConfirmation(edit)) return [];
  const record = recordOf(service, edit, days);
  const wrong: { field: string; message: string }[] = [];
  if (record.effectiveOn === '') wrong.push({ field: 'effectiveOn', message: dateMessage(edit) });
  for (const { path, message } of NewRecord.safeParse(record).error?.issues ?? [])
    wrong.push({ field: String(path[0]), message });
  if (wrong.length === 0) {
    const now = nowOf(service);
    const { opensOn, closures } = service;
    // What is kept over somebody's record of the same time corrects it, and needs no other reason.
    const correcting = edit.over !== undefined;
    const context = { today: days.today, opensOn, closures, correcting };
    wrong.push(...rulesBroken(record, now ? [{ ...now, sequence: 1 }] : [], context));
    const lock = service.lock && lockOn([service.lock], record.effectiveOn);
    if (lock) wrong.push({ field: 'effectiveOn', message: lockWords(lock) });
  }
  return firstOfEach(wrong.map((one) => ({ ...one, reference: service.reference })));
}

function dateMessage({ date }: Edit): string {
  if (date && isShortOfYear(date))
    return 'The date the service reached this stage must have a full year, like 2026';
  return date?.trim()
    ? 'The date the service reached this stage must be a real date, like 3 May 2026'
    : 'Enter the date the service reached this stage';
}

/** What the server found wrong, by the rows that were sent. */
export function wrongSaid({ errors = [] }: Problem, rows: readonly BatchRow[]): Wrong[] {
  const told = errors.filter(({ code }) => code !== 'changed_since_read');
  return firstOfEach(
    told.flatMap(({ pointer, message }) => {
      const [, , index, field = ''] = pointer.split('/');
      const row = rows[Number(index)];
      return row ? [{ reference: row.service, field: row.change === 'record' ? field : '', message }] : [];
    }),
  );
}

/** What is said of no field that the page has is said of the stage. */
function firstOfEach(found: readonly { reference: string; field: string; message: string }[]): Wrong[] {
  const wrong = found.map((one) => ({ ...one, field: fields.find((name) => name === one.field) ?? 'stage' }));
  return wrong.filter(
    (one, index) =>
      wrong.findIndex(({ reference, field }) => reference === one.reference && field === one.field) === index,
  );
}

/** Services of the rows that the server no longer lets the person record; none where it says no such thing. */
export function lostSaid({ code, errors = [] }: Problem, rows: readonly BatchRow[]): string[] {
  if (code !== 'not_found' && code !== 'not_allowed' && code !== 'wrong_state') return [];
  return errors.flatMap(({ pointer }) => rows[Number(pointer.split('/')[2])]?.service ?? []);
}
