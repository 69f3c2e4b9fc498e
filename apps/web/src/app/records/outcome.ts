import type { Service, StageRecord } from '@headway/contract';
import { type CalendarDate, type Outcome, type StageChange, decide, outcomeOf } from '@headway/domain';
import { historyOf } from './history';

/** What a change will come to by the rule that the server applies; null while it breaks one. */
export function outcomeFor(
  change: StageChange,
  service: Service,
  records: readonly StageRecord[],
  today: CalendarDate,
): Outcome | null {
  const history = historyOf(service, records);
  const decision = decide(change, history, { today, opensOn: service.opensOn });
  return 'refused' in decision ? null : outcomeOf(decision, history, today);
}
