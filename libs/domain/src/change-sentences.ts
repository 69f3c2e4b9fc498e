import { type CalendarDate, formatDate } from './calendar.js';
import { type Comparison, comparisonCoverage, liveOrBeyondChange } from './comparison.js';
import { type Counts, liveOrBeyond, pointsChange, recorded, share } from './counts.js';
import { headline, percent, stageSentences } from './sentences.js';
import { type Stage } from './stage.js';
import { countOf, howMany, uncapitalised } from './text.js';

/** Changes smaller than a computer's rounding are none. */
const none = 1e-9;

/** "3 points up", "1 point down", "less than 1 point up" and "unchanged", of a change before rounding. */
export function pointsWords(points: number): string {
  const size = Math.abs(points);
  if (size < none) return 'unchanged';
  const direction = points > 0 ? 'up' : 'down';
  if (size < 0.5) return `less than 1 point ${direction}`;
  const whole = Math.round(size);
  return `${whole} ${whole === 1 ? 'point' : 'points'} ${direction}`;
}

/** "62 of the 410 services recorded are live or beyond, 15%; 3 points up since 31 March 2026; 2 points up among the same services." */
export function headlineChange(comparison: Comparison): string {
  const { with: date, overall, sameServices } = comparison;
  const [whole, same] = [liveOrBeyondChange(overall), liveOrBeyondChange(sameServices)];
  const parts = [headline(overall.after).replace(/\.$/, '')];
  if (whole === null)
    return recorded(overall.after) === 0 ? `${parts[0]}.` : `${parts[0]}. ${nothingThen(date)}`;
  parts.push(`${pointsWords(whole)} since ${formatDate(date)}`);
  parts.push(amongTheSame(same));
  return `${parts.join('; ')}.`;
}

/** "Since 30 June 2026 the share that is live or beyond is 1 point up; unchanged among the same services." */
export function changeSince({ with: date, overall, sameServices }: Comparison): string {
  const [whole, same] = [liveOrBeyondChange(overall), liveOrBeyondChange(sameServices)];
  if (whole === null) return recorded(overall.after) === 0 ? '' : nothingThen(date);
  return `Since ${formatDate(date)} the share that is live or beyond is ${pointsWords(whole)}; ${amongTheSame(same)}.`;
}

/** "Among the 118 services recorded on both 31 December 2021 and 26 November 2026 the share that is live or beyond is 12 points up." */
export function sameServicesChange({ with: date, sameServices }: Comparison, on: CalendarDate): string {
  const points = liveOrBeyondChange(sameServices);
  const dates = `recorded on both ${formatDate(date)} and ${formatDate(on)}`;
  if (points === null) return `No service was ${dates}.`;
  const { services } = sameServices;
  const among =
    services === 1 ? 'Of the only service' : `Among the ${services.toLocaleString('en-GB')} services`;
  return `${among} ${dates} the share that is live or beyond is ${pointsWords(points)}.`;
}

function amongTheSame(points: number | null): string {
  return points === null
    ? 'no service was recorded both times'
    : `${pointsWords(points)} among the same services`;
}

function nothingThen(date: CalendarDate): string {
  return `Nothing was recorded on ${formatDate(date)}, so there is no change to show.`;
}

/**
 * One sentence for each stage, with how its share has changed: "213 services are in progress, 52%; unchanged." Where
 * it is said of those that have started, whose share it is that changed: "Every service recorded has started; the
 * share that has not is 3 points down."
 */
export function stageChanges(comparison: Comparison): { stage: Stage; sentence: string }[] {
  const { before, after } = comparison.overall;
  return stageSentences(after).map(({ stage, sentence }) => {
    const change = pointsChange((counts: Counts) => counts[stage], before, after);
    if (change === null) return { stage, sentence };
    const whose = stage === 'not_started' && after.not_started === 0 ? 'the share that has not is ' : '';
    return { stage, sentence: sentence.replace(/\.$/, `; ${whose}${pointsWords(change)}.`) };
  });
}

/** "100 services entered the list and 1 left." */
export function listChange({ entered, left }: Comparison): string {
  if (entered + left === 0) return 'No service entered or left the list.';
  const gone = left === 0 ? 'none' : left.toLocaleString('en-GB');
  return `${howMany(entered)} entered the list and ${gone} left.`;
}

/** "The 402 services recorded on both dates are 98% of all on the second." */
export function sameServicesSentence(comparison: Comparison): string {
  const coverage = comparisonCoverage(comparison);
  const { services } = comparison.sameServices;
  if (coverage === null) return '';
  if (services === 0) return 'No service was recorded on both dates.';
  const part = services === comparison.overall.after.services ? 'all' : `${shareOf(coverage)} of all`;
  return services === 1
    ? `The only service recorded on both dates is ${part} there ${services === comparison.overall.after.services ? 'is' : 'are'} on the second.`
    : `The ${services.toLocaleString('en-GB')} services recorded on both dates are ${part} there are on the second.`;
}

function shareOf(percent: number): string {
  if (percent < 0.5) return 'less than 1%';
  return percent >= 99.5 ? 'more than 99%' : `${Math.round(percent)}%`;
}

/** An organisation by its name, with what is counted for it. */
interface NamedCounts {
  readonly name: string;
  readonly counts: Counts;
}

/** How far apart organisations stood on a date, by the share that is live or beyond. */
export interface SpreadOn {
  readonly on: CalendarDate;
  readonly organisations: readonly NamedCounts[];
}

/** "On 31 March 2026 the share that is live or beyond was lowest in A, 5%, and highest in B, 62%: 57 points apart. On 31 March 2024 the lowest and the highest were 40 points apart." */
export function spreadSentence(dates: readonly SpreadOn[]): string {
  const told = dates
    .map(({ on, organisations }) => ({ on, found: extremesOf(organisations) }))
    .flatMap(({ on, found }) => (found && found.organisations > 1 ? [{ on, ...found }] : []));
  const [first, last] = [told[0], told.at(-1)];
  if (!first || !last) return '';
  const { lowest, highest } = last;
  const lead = `On ${formatDate(last.on)} the share that is live or beyond was`;
  const now =
    last.points < none
      ? `${lead} ${lowest.share} in every organisation.`
      : `${lead} lowest in ${lowest.where}, ${lowest.share}, ` +
        `and highest in ${highest.where}, ${highest.share}: ${pointsApart(last.points)}.`;
  if (first === last) return now;
  return `${now} On ${formatDate(first.on)} the lowest and the highest were ${pointsApart(first.points)}.`;
}

/** Where the share that is live or beyond is lowest and highest, of those with anything recorded; null where none has. */
export function extremesOf(all: readonly NamedCounts[]) {
  const shares = all.flatMap((one) => {
    const exact = share(liveOrBeyond(one.counts), one.counts);
    return exact === null ? [] : [{ ...one, exact }];
  });
  if (shares.length === 0) return null;
  const [least, most] = [Math.min, Math.max].map((of) => of(...shares.map(({ exact }) => exact)));
  const at = (end: number) => {
    const there = shares.filter(({ exact }) => Math.abs(exact - end) < none);
    const [{ name, counts }] = there as [(typeof there)[number]];
    return {
      where: there.length === 1 ? name : countOf(there.length, 'organisation'),
      share: percent(liveOrBeyond(counts), counts),
    };
  };
  return { organisations: shares.length, points: most! - least!, lowest: at(least!), highest: at(most!) };
}

/** "57 points apart", of a difference that is not below 0. */
export function pointsApart(points: number): string {
  if (points < none) return 'no points apart';
  if (points < 0.5) return 'less than 1 point apart';
  const whole = Math.round(points);
  return `${whole} ${whole === 1 ? 'point' : 'points'} apart`;
}

/** Why the whole and the same services tell two stories; nothing where they do not. */
export function disagreement({ disagrees, overall, sameServices }: Comparison): string {
  if (!disagrees) return '';
  const [whole, same] = [liveOrBeyondChange(overall)!, liveOrBeyondChange(sameServices)!];
  const { services } = sameServices;
  const among = services === 1 ? 'the only service' : `the ${services.toLocaleString('en-GB')} services`;
  // All that the whole has and the same services have not, whether they came, went or were recorded late.
  const [first, second] = [overall.before, overall.after].map((counts) => recorded(counts) - services);
  const were = first! < 2 ? 'was' : 'were';
  return (
    `The share that is live or beyond ${went(whole)} overall, but ${went(same)} among ${among} recorded on both ` +
    `dates. What changed overall is which services are counted: ${uncapitalised(howMany(first!))} ${were} recorded ` +
    `on the first date only, and ${uncapitalised(howMany(second!))} on the second only.`
  );
}

/** "rose by 4 points" */
function went(points: number): string {
  return `${points > 0 ? 'rose' : 'fell'} by ${pointsWords(points).replace(/ (up|down)$/, '')}`;
}
