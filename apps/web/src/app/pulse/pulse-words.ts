import type { PulseResult, PulseWave } from '@headway/contract';
import {
  type Grade,
  type PulseMeasureId,
  type PulseTopic,
  capitalised,
  countOf,
  formatDate,
  gradePhrases,
  percent,
  pulseChangeWords,
  pulseMeasures,
} from '@headway/domain';

export const topicLabels: Readonly<Record<PulseTopic, string>> = {
  impact: 'Impact',
  online: 'Online',
  redesign: 'Redesign',
  confidence: 'Confidence',
  barriers: 'Barriers',
};

/** "Everyone", "Senior civil servants". */
export function gradeWords(grade: Grade | null): string {
  return grade === null ? 'Everyone' : capitalised(gradePhrases[grade]);
}

/** "1 June to 30 June 2026": the days on which answers were taken. */
export function waveWords({ opensOn, closesOn }: Pick<PulseWave, 'opensOn' | 'closesOn'>): string {
  const sameYear = opensOn.slice(0, 4) === closesOn.slice(0, 4);
  const opens = formatDate(opensOn);
  return `${sameYear ? opens.replace(/ \d{4}$/, '') : opens} to ${formatDate(closesOn)}`;
}

export const notShown = '[c]';
/** Beside a bar that is not there. */
export function instead({ status, base }: PulseResult): string {
  if (status === 'suppressed') return `${notShown} not shown`;
  return status === 'nobody' ? 'nobody answered' : peopleWords(base!);
}

export function peopleWords(people: number): string {
  return countOf(people, 'person', 'people');
}

/** What stands in a cell: "14%", "[c]", or that nobody answered. */
export function shareWords(result: PulseResult, option: string): string {
  if (result.status === 'suppressed') return notShown;
  if (result.status === 'nobody') return 'Nobody answered';
  const found = result.options.find((one) => one.option === option);
  return found ? percent(found.count, { services: result.answers!, not_recorded: 0 }) : '';
}

export function baseWords({ status, base }: PulseResult): string {
  if (status === 'suppressed') return notShown;
  return status === 'nobody' ? '0' : base!.toLocaleString('en-GB');
}

/** "3 points up, give or take 2 points: more than chance would explain", where the wave before shows the group. */
export function changeWords(result: PulseResult, option: string): string {
  if (result.status === 'suppressed') return notShown;
  const change = result.options.find((one) => one.option === option)?.change;
  return change ? capitalised(pulseChangeWords(change)) : '';
}

/** The answer that stands for a topic where there is room for one. */
const leading: Readonly<Record<Exclude<PulseTopic, 'barriers'>, string>> = {
  impact: 'significant',
  online: 'live',
  redesign: 'complete',
  confidence: 'very_confident',
};
/** Of barriers, whichever staff name most. */
export function leadingOption(measure: PulseMeasureId, result: PulseResult | null): string {
  const { topic } = pulseMeasures.find(({ id }) => id === measure)!;
  if (topic !== 'barriers') return leading[topic];
  const named = (result?.options ?? []).filter(({ option }) => option !== 'none' && option !== 'dont_know');
  return named.reduce((most, one) => (one.count > most.count ? one : most), named[0]!)?.option ?? 'skills';
}
