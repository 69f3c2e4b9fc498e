import { type BarrierCategory, barrierCategories, barrierCategoryLabels } from './barrier.js';
import { pointsApart } from './change-sentences.js';
import { type Confidence, confidenceLabels, confidences } from './confidence.js';
import { type Counts, liveOrBeyond, recorded, share } from './counts.js';
import type { PulseResult } from './pulse-results.js';
import { percent } from './sentences.js';
import { countOf } from './text.js';

/** What leads recorded of an organisation's services, beside what its staff said, in per cent, not rounded. */
export interface RecordAndBelief {
  readonly of: 'online' | 'redesign';
  /** Services live or beyond, or redesigned, of those recorded; null where none is. */
  readonly recorded: number | null;
  /** Staff who said live, or complete, of those who answered; null where not shown or nobody did. */
  readonly believed: number | null;
  /** Points by which belief is above the record; below 0 where staff believe less than leads recorded. */
  readonly gap: number | null;
}

/** The services and the staff of one organisation with those below it, and of one audience or of both. */
export function recordAndBelief(
  of: RecordAndBelief['of'],
  counts: Counts,
  result: PulseResult,
): RecordAndBelief {
  const is = share(of === 'online' ? liveOrBeyond(counts) : counts.redesigned, counts);
  const believed = optionOf(result, done[of])?.share ?? null;
  return { of, recorded: is, believed, gap: is === null || believed === null ? null : believed - is };
}

const done = { online: 'live', redesign: 'complete' } as const;
const recordedAs = { online: 'live or beyond', redesign: 'redesigned' } as const;
const saidOf = { online: 'services are live', redesign: 'redesign is complete' } as const;

function optionOf({ options }: PulseResult, id: string) {
  return options.find(({ option }) => option === id);
}

/**
 * "62 of the 410 services recorded are live or beyond, 15%; 14% of staff say that services are live: 1 point apart."
 * One is a share of services, the other of people.
 */
export function recordAndBeliefSentence(
  of: RecordAndBelief['of'],
  counts: Counts,
  result: PulseResult,
): string {
  const { gap } = recordAndBelief(of, counts, result);
  const all = recorded(counts);
  const part = of === 'online' ? liveOrBeyond(counts) : counts.redesigned;
  const record =
    all === 0
      ? 'No service has a stage recorded'
      : `${part.toLocaleString('en-GB')} of ${countOf(all)} recorded ${part === 1 ? 'is' : 'are'} ${recordedAs[of]}, ${percent(part, counts)}`;
  const apart = gap === null ? '' : `: ${pointsApart(Math.abs(gap))}`;
  return `${record}; ${belief(result, done[of], `say that ${saidOf[of]}`)}${apart}.`;
}

function belief(result: PulseResult, option: string, words: string): string {
  if (result.status === 'suppressed') return 'what staff say is not shown';
  if (result.status === 'nobody') return 'no staff answered';
  const { count } = optionOf(result, option)!;
  return `${percent(count, { services: result.answers!, not_recorded: 0 })} of staff ${words}`;
}

/** Staff at least as confident as the return says, in per cent; null where it does not say, or nothing is shown. */
export function asConfident(returned: Confidence | null, result: PulseResult): number | null {
  if (returned === null || returned === 'dont_know' || result.status !== 'shown') return null;
  const upTo = confidences.slice(0, confidences.indexOf(returned) + 1);
  return upTo.reduce((sum, id) => sum + optionOf(result, id)!.share, 0);
}

/** "The return says fairly confident; 17% of staff are very confident, and 57% at least as confident as the return." */
export function confidenceSentence(returned: Confidence | null, result: PulseResult): string {
  const says =
    returned === null ? 'No return' : `The return says ${confidenceLabels[returned].toLowerCase()}`;
  const staff = belief(result, 'very_confident', 'are very confident');
  const same = asConfident(returned, result);
  if (same === null || returned === 'very_confident') return `${says}; ${staff}.`;
  const upTo = confidences.slice(0, confidences.indexOf(returned!) + 1);
  const count = upTo.reduce((sum, id) => sum + optionOf(result, id)!.count, 0);
  const words = percent(count, { services: result.answers!, not_recorded: 0 });
  return `${says}; ${staff}, and ${words} at least as confident as the return.`;
}

/** Barriers recorded and not resolved, beside the share of staff who named the category (null where not shown). */
export function barriersBeside(
  open: Readonly<Partial<Record<BarrierCategory, number>>>,
  result: PulseResult,
): { category: BarrierCategory; label: string; recorded: number; believed: number | null }[] {
  return barrierCategories.map((category) => ({
    ...{ category, label: barrierCategoryLabels[category] },
    recorded: open[category] ?? 0,
    believed: optionOf(result, category)?.share ?? null,
  }));
}
