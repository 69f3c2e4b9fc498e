import { NewRecord, type Service, type StageRecord } from '@headway/contract';
import { type CalendarDate, rulesBroken } from '@headway/domain';
import { readTypedDate } from '../platform/typed-date';
import { type Answers, correctedOver, counting, dateOf, recordFrom } from './answers';
import { type Field, isField } from './steps';

/** One thing wrong with an answer; `target` is the id of the input to go to. */
export interface Wrong {
  readonly field: Field;
  readonly message: string;
  readonly target: string;
}

const at = (field: Field, message: string, target: string = field): Wrong => ({ field, message, target });

/** Everything wrong with the answers: by the contract, then by the rules, the first word on each field. */
export function wrongWith(
  answers: Answers,
  context: {
    service: Service;
    records: readonly StageRecord[];
    today: CalendarDate;
    correcting?: boolean;
    /** What others wrote after this instant is overruled. */
    over?: string | null | undefined;
  },
): Wrong[] {
  const { service, records, today, over, correcting = false } = context;
  const wrong: Wrong[] = [];
  const typed = readTypedDate(answers.date, dateOf, { latest: today });
  if (typed === null)
    wrong.push(at('effectiveOn', 'Enter the date the service reached this stage', 'effectiveOn-day'));
  else if (typeof typed === 'object')
    wrong.push(at('effectiveOn', typed.message, `effectiveOn-${typed.part}`));

  const record = recordFrom(answers, today);
  const parsed = NewRecord.safeParse(record);
  for (const { path, message } of parsed.error?.issues ?? []) {
    const field = String(path[0]);
    if (isField(field)) wrong.push(at(field, message));
  }
  const known = counting(records);
  const corrected = new Set(correctedOver(record, records, over).map(({ id }) => id));
  const others = known.filter(({ id }) => !corrected.has(id));
  if (typeof typed === 'string' && answers.stage !== '')
    for (const { field, message } of rulesBroken(record, others, {
      today,
      opensOn: service.opensOn,
      closures: service.closures,
      correcting: correcting || corrected.size > 0,
    }))
      wrong.push(at(field, message, field === 'effectiveOn' ? 'effectiveOn-day' : field));
  return wrong.filter((one, index) => wrong.findIndex(({ field }) => field === one.field) === index);
}
