import type { Barrier, BarrierHistory } from '@headway/contract';
import {
  type BarrierDates,
  type CalendarDate,
  barrierCategoryLabels,
  countOf,
  daysBetween,
  formatDate,
  londonDate,
} from '@headway/domain';

function days(n: number): string {
  return countOf(n, 'day');
}

/** "Raised on 23 April 2026, open for 214 days", or when it was resolved, as of a date. */
export function ageWords({ raisedOn, resolvedOn }: BarrierDates, on: CalendarDate): string {
  const raised = `Raised on ${formatDate(raisedOn)}`;
  const over = resolvedOn !== null && resolvedOn <= on;
  const lasted = daysBetween(raisedOn, over ? resolvedOn : on);
  if (over)
    return `${raised}, resolved on ${formatDate(resolvedOn)}${lasted ? ` after ${days(lasted)}` : ''}`;
  return lasted > 0 ? `${raised}, open for ${days(lasted)}` : raised;
}

/** "Buy a gateway (Head of platforms)"; nothing where neither is said. */
export function nextWords({
  nextAction,
  nextActionOwner,
}: Pick<Barrier, 'nextAction' | 'nextActionOwner'>): string {
  if (nextAction && nextActionOwner) return `${nextAction} (${nextActionOwner})`;
  return nextAction ?? (nextActionOwner ? `To be decided (${nextActionOwner})` : '');
}

/** What a link acts on, for those who hear the link alone. */
export function barrierName({ category, description }: Pick<Barrier, 'category' | 'description'>): string {
  const start = description.length > 60 ? `${description.slice(0, 60).trimEnd()}…` : description;
  return `the barrier ${barrierCategoryLabels[category]}: ${start}`;
}

type Turn = BarrierHistory['items'][number];

/** "3 May 2026, by Dana Wren" */
export function turnByline({ changedAt, changedBy }: Pick<Turn, 'changedAt' | 'changedBy'>): string {
  return `${formatDate(londonDate(new Date(changedAt)))}, by ${changedBy}`;
}

/** What each change came to, newest first as they are given. */
export function turnsOf(items: readonly Turn[]): { byline: string; changes: readonly string[] }[] {
  return items.map((turn, index) => {
    const before = items[index + 1];
    return { byline: turnByline(turn), changes: before ? changesOf(before, turn) : ['Raised'] };
  });
}

function changesOf(before: Turn, after: Turn): string[] {
  const changes: string[] = [];
  const say = (field: keyof Turn, words: string) => {
    if (before[field] !== after[field]) changes.push(words);
  };
  say('resolvedOn', after.resolvedOn ? `Resolved on ${formatDate(after.resolvedOn)}` : 'Opened again');
  say(
    'category',
    `Now ${barrierCategoryLabels[after.category]}, was ${barrierCategoryLabels[before.category]}`,
  );
  say('description', `Description was: ${before.description}`);
  say('nextAction', `Next action: ${after.nextAction ?? 'none any more'}`);
  say('nextActionOwner', `Who does it: ${after.nextActionOwner ?? 'nobody any more'}`);
  say('raisedOn', `Raised on ${formatDate(after.raisedOn)}, not ${formatDate(before.raisedOn)}`);
  return changes.length > 0 ? changes : ['Saved again as it was'];
}
