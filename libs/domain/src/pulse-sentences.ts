import { pointsWords } from './change-sentences.js';
import { type PulseChange, isClear } from './pulse-margin.js';
import { gradePhrases } from './pulse-questions.js';
import { type PulseResult, type PulseResultOption, type PulseTopic, pulseMeasures } from './pulse-results.js';
import { percent } from './sentences.js';
import { capitalised, listed } from './text.js';

/** Why a figure is not there, to stand after "means" or in a sentence. */
export const whySuppressed =
  'not shown: fewer than 10 people answered, or it would let the answers of fewer than 10 be worked out';
export const pulseSuppressed = `${capitalised(whySuppressed)}.`;

/**
 * A result in a sentence, with the change since the wave before where there is one, and a grade beside everyone:
 * "Services online: 14% live (3 points up on the wave before), 52% in progress (unchanged)."
 * "Confidence that planned transformation will be completed: 17% very confident, and 12% among senior civil servants."
 */
export function pulseSentence(result: PulseResult, beside: PulseResult | null = null): string {
  const { label, topic } = pulseMeasures.find(({ id }) => id === result.measure)!;
  if (result.status === 'nobody') return `${label}: nobody answered.`;
  if (result.status === 'suppressed') return `${label}: ${whySuppressed}.`;
  if (topic === 'barriers') return `${label}: ${barriers(result)}.`;
  const parts = said[topic];
  const words = parts.map(({ options, name }, n) => {
    const change = changed(result, options);
    const brackets =
      change === null ? '' : ` (${change}${n === 0 && change !== 'unchanged' ? ' on the wave before' : ''})`;
    return `${shareOf(result, options)} ${name}${brackets}`;
  });
  const among = beside ? amongGrade(beside, parts[0]!.options) : '';
  return `${label}: ${words.join(', ')}${among}.`;
}

/** What of each question the published survey said, and in what words. */
const said: Readonly<
  Record<
    Exclude<PulseTopic, 'barriers'>,
    readonly { readonly options: readonly string[]; readonly name: string }[]
  >
> = {
  impact: [
    { options: ['significant', 'some'], name: 'feel an impact' },
    { options: ['significant'], name: 'a significant one' },
  ],
  online: [
    { options: ['live'], name: 'live' },
    { options: ['in_progress'], name: 'in progress' },
  ],
  redesign: [
    { options: ['complete'], name: 'complete' },
    { options: ['in_progress'], name: 'in progress' },
  ],
  confidence: [{ options: ['very_confident'], name: 'very confident' }],
};

function amongGrade(result: PulseResult, options: readonly string[]): string {
  const who = result.grade ? gradePhrases[result.grade] : 'everyone';
  if (result.status === 'suppressed') return `; not shown among ${who}`;
  return result.status === 'nobody'
    ? `; no answers from ${who}`
    : `, and ${shareOf(result, options)} among ${who}`;
}

function chosen(result: PulseResult, options: readonly string[]): PulseResultOption[] {
  return result.options.filter(({ option }) => options.includes(option));
}

function shareOf(result: PulseResult, options: readonly string[]): string {
  const count = chosen(result, options).reduce((sum, one) => sum + one.count, 0);
  return percent(count, { services: result.answers!, not_recorded: 0 });
}

/** Of options that exclude each other, so that their changes add up. */
function changed(result: PulseResult, options: readonly string[]): string | null {
  const changes = chosen(result, options).map(({ change }) => change?.points ?? null);
  return changes.includes(null) ? null : pointsWords(changes.reduce<number>((sum, n) => sum + n!, 0));
}

/** The three named most, as the question has them where equal. */
function barriers(result: PulseResult): string {
  const named = result.options.filter(
    ({ option, count }) => count > 0 && option !== 'none' && option !== 'dont_know',
  );
  const most = named.toSorted((a, b) => b.count - a.count).slice(0, 3);
  if (most.length === 0) return 'none named';
  const words = most.map(({ option, label }) => `${label.toLowerCase()} (${shareOf(result, [option])})`);
  return `named most ${most.length === 1 ? 'is' : 'are'} ${listed(words)}`;
}

/** "1,204 people answered." */
export function pulseBase({ status, base }: PulseResult): string {
  if (status === 'suppressed') return pulseSuppressed;
  return status === 'nobody' ? 'Nobody answered.' : `${base!.toLocaleString('en-GB')} people answered.`;
}

/**
 * "3 points up, give or take 2 points: more than chance would explain". Where both are rounded to the same, so that they
 * would not tell why, with a decimal: "3.0 points down, give or take 2.7 points".
 */
export function pulseChangeWords(change: PulseChange): string {
  const verdict = isClear(change) ? 'more than chance would explain' : 'chance could explain it';
  const size = Math.abs(change.points);
  const whole = Math.max(1, Math.round(change.margin));
  if (size >= 0.05 && Math.max(1, Math.round(size)) === whole)
    return `${size.toFixed(1)} points ${change.points > 0 ? 'up' : 'down'}, give or take ${change.margin.toFixed(1)} points: ${verdict}`;
  return `${pointsWords(change.points)}, give or take ${whole} ${whole === 1 ? 'point' : 'points'}: ${verdict}`;
}

/** What margins do and do not say, for the page that has them. */
export const pulseMarginNote =
  'Margins are at 95% confidence, and are of chance alone. People chose to answer, so those who did may differ from those who did not.';
