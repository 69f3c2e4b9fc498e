import { type Counts, liveOrBeyond, recorded, share } from './counts.js';
import { type Stage, stages } from './stage.js';

const phrases: Readonly<Record<Stage, [singular: string, plural: string]>> = {
  not_started: ['has not started', 'have not started'],
  in_progress: ['is in progress', 'are in progress'],
  live: ['is live', 'are live'],
  redesigned: ['has been redesigned', 'have been redesigned'],
};

const nobody: Readonly<Record<Stage, string>> = {
  not_started: 'Every service recorded has started.',
  in_progress: 'No service is in progress.',
  live: 'No service is live.',
  redesigned: 'No service has been redesigned.',
};

function services(n: number): string {
  return n === 1 ? '1 service' : `${n.toLocaleString('en-GB')} services`;
}

/** "15%", "less than 1%" and "more than 99%": never a rounded 0% or 100% that is not so. */
export function percent(part: number, counts: Counts): string {
  const exact = share(part, counts);
  if (exact === null) return 'no share';
  if (part > 0 && exact < 0.5) return 'less than 1%';
  if (part < recorded(counts) && exact >= 99.5) return 'more than 99%';
  return `${Math.round(exact)}%`;
}

/** "62 of the 410 services recorded are live or beyond, 15%." */
export function headline(counts: Counts): string {
  if (counts.services === 0) return 'There are no services.';
  if (recorded(counts) === 0)
    return counts.services === 1
      ? 'The only service has no stage recorded.'
      : `None of the ${services(counts.services)} has a stage recorded.`;
  const part = liveOrBeyond(counts);
  const verb = part === 1 ? 'is' : 'are';
  const who = part === 0 ? 'None' : part.toLocaleString('en-GB');
  const share = part === 0 ? '' : `, ${percent(part, counts)}`;
  return recorded(counts) === 1
    ? `The only service recorded ${part === 1 ? 'is' : 'is not yet'} live or beyond.`
    : `${who} of the ${services(recorded(counts))} recorded ${part === 0 ? 'is' : verb} live or beyond${share}.`;
}

/** One sentence for each stage: "213 services are in progress, 52%." Nothing where nothing is recorded. */
export function stageSentences(counts: Counts): { stage: Stage; sentence: string }[] {
  if (recorded(counts) === 0) return [];
  return stages.map((stage) => {
    const n = counts[stage];
    const [singular, plural] = phrases[stage];
    const sentence =
      n === 0 ? nobody[stage] : `${services(n)} ${n === 1 ? singular : plural}, ${percent(n, counts)}.`;
    return { stage, sentence };
  });
}

/** How much of the list the shares speak for. */
export function coverageSentence(counts: Counts): string {
  if (counts.services === 0) return '';
  if (counts.not_recorded === 0)
    return counts.services === 1
      ? 'The service has a stage recorded.'
      : `All ${services(counts.services)} have a stage recorded.`;
  const have = counts.not_recorded === 1 ? 'has' : 'have';
  return `${services(counts.not_recorded)} of ${counts.services.toLocaleString('en-GB')} ${have} no stage recorded, and ${counts.not_recorded === 1 ? 'is' : 'are'} left out of the shares.`;
}
