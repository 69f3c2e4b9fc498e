import { type Counts, type Covered, liveOrBeyond, recorded, share } from './counts.js';
import {
  type OnlineCounts,
  type OnlineState,
  type RedesignCounts,
  type RedesignState,
  onlineStates,
  redesignStates,
} from './measures.js';
import { type Office, officeLabels } from './office.js';
import { type Stage, stages } from './stage.js';
import { countOf } from './text.js';

/** What is said of one service, of several, and where there is none. */
type Phrases = readonly [singular: string, plural: string, none: string];

const stagePhrases: Readonly<Record<Stage, Phrases>> = {
  not_started: ['has not started', 'have not started', 'Every service recorded has started.'],
  in_progress: ['is in progress', 'are in progress', 'No service is in progress.'],
  live: ['is live', 'are live', 'No service is live.'],
  redesigned: ['has been redesigned', 'have been redesigned', 'No service has been redesigned.'],
};

const onlinePhrases: Readonly<Record<OnlineState, Phrases>> = {
  not_started: stagePhrases.not_started,
  in_progress: stagePhrases.in_progress,
  live: ['is live or beyond', 'are live or beyond', 'No service is live or beyond.'],
};

const redesignPhrases: Readonly<Record<RedesignState, Phrases>> = {
  not_started: [
    'has not started on redesign',
    'have not started on redesign',
    'Every service recorded has started on redesign.',
  ],
  under_way: ['is being redesigned', 'are being redesigned', 'No service is being redesigned.'],
  complete: stagePhrases.redesigned,
};

/** "15%", "less than 1%" and "more than 99%": never a rounded 0% or 100% that is not so. */
export function percent(part: number, counts: Covered): string {
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
      : `None of the ${countOf(counts.services)} has a stage recorded.`;
  const part = liveOrBeyond(counts);
  const verb = part === 1 ? 'is' : 'are';
  const who = part === 0 ? 'None' : part.toLocaleString('en-GB');
  const share = part === 0 ? '' : `, ${percent(part, counts)}`;
  return recorded(counts) === 1
    ? `The only service recorded ${part === 1 ? 'is' : 'is not yet'} live or beyond.`
    : `${who} of the ${countOf(recorded(counts))} recorded ${part === 0 ? 'is' : verb} live or beyond${share}.`;
}

/** One sentence for each stage: "213 services are in progress, 52%." Nothing where nothing is recorded. */
export function stageSentences(counts: Counts): { stage: Stage; sentence: string }[] {
  return recorded(counts) === 0
    ? []
    : stages.map((stage) => ({ stage, sentence: said(counts[stage], stagePhrases[stage], counts) }));
}

/** The same by whether users can complete it online: redesigned counts as live. */
export function onlineSentences(counts: OnlineCounts): { state: OnlineState; sentence: string }[] {
  return recorded(counts) === 0
    ? []
    : onlineStates.map((state) => ({ state, sentence: said(counts[state], onlinePhrases[state], counts) }));
}

/** The same by how far the redesign of what is behind it has got. */
export function redesignSentences(counts: RedesignCounts): { state: RedesignState; sentence: string }[] {
  return recorded(counts) === 0
    ? []
    : redesignStates.map((state) => ({
        state,
        sentence: said(counts[state], redesignPhrases[state], counts),
      }));
}

function said(n: number, [singular, plural, none]: Phrases, counts: Covered): string {
  return n === 0 ? none : `${countOf(n)} ${n === 1 ? singular : plural}, ${percent(n, counts)}.`;
}

/** How much of the list the shares speak for. */
export function coverageSentence(counts: Counts): string {
  if (counts.services === 0) return '';
  if (counts.not_recorded === 0)
    return counts.services === 1
      ? 'The service has a stage recorded.'
      : `All ${countOf(counts.services)} have a stage recorded.`;
  const have = counts.not_recorded === 1 ? 'has' : 'have';
  return `${countOf(counts.not_recorded)} of ${counts.services.toLocaleString('en-GB')} ${have} no stage recorded, and ${counts.not_recorded === 1 ? 'is' : 'are'} left out of the shares.`;
}

/** "The back office is live or beyond in 62 of the 192 services that say how far it has got, 32%." */
export function officeSentence(office: Office, counts: Counts): string {
  const [all, part] = [recorded(counts), liveOrBeyond(counts)];
  const [it, tell] = [`The ${officeLabels[office].toLowerCase()}`, 'say how far it has got'];
  if (all === 0) return '';
  if (all === 1)
    return `${it} is ${part === 1 ? '' : 'not yet '}live or beyond in the only service that says how far it has got.`;
  if (part === 0) return `${it} is not yet live or beyond in any of the ${countOf(all)} that ${tell}.`;
  const share = percent(part, counts);
  return `${it} is live or beyond in ${part.toLocaleString('en-GB')} of the ${countOf(all)} that ${tell}, ${share}.`;
}

/** "218 services say nothing of their back office." */
export function officeCoverage(office: Office, counts: Counts): string {
  const it = officeLabels[office].toLowerCase();
  const { services: all, not_recorded: silent } = counts;
  if (all === 0) return '';
  if (silent === all) return `No service says how far its ${it} has got.`;
  if (silent === 0)
    return all === 1
      ? `The service says how far its ${it} has got.`
      : `All ${countOf(all)} say how far their ${it} has got.`;
  return silent === 1
    ? `1 service says nothing of its ${it}.`
    : `${countOf(silent)} say nothing of their ${it}.`;
}
