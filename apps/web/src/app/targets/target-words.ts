import type { Target, TargetHistory } from '@headway/contract';
import {
  type TargetStage,
  type TargetStanding,
  countOf,
  formatDate,
  londonDate,
  stageLabels,
  targetStages,
} from '@headway/domain';
import type { TagColour } from '@headway/govuk';

/** What a service should do by the date: "be live". */
export const aims: Readonly<Record<TargetStage, string>> = { live: 'be live', redesigned: 'be redesigned' };

export function targetPath(reference: string, stage: TargetStage, page?: 'give-up'): string {
  return `/services/${encodeURIComponent(reference)}/targets/${stage}${page ? `/${page}` : ''}`;
}

/** The present target of a service for a stage, if one was ever set. */
export function targetFor(
  service: { readonly targets: readonly Target[] } | null,
  stage: TargetStage | null,
): Target | null {
  return service?.targets.find((target) => target.stage === stage) ?? null;
}

export function stageOfPath(text: string): TargetStage | null {
  return targetStages.find((stage) => stage === text) ?? null;
}

/** "1 day", "182 days", whichever way. */
function days(n: number): string {
  return countOf(Math.abs(n), 'day');
}

/** How it stands, as a tag; nothing while it is merely still to come. */
export function standingTag(standing: TargetStanding): { text: string; colour: TagColour } | null {
  switch (standing.is) {
    case 'reached':
      return { text: 'Reached', colour: 'green' };
    case 'passed':
      return { text: `Passed ${days(standing.days)} ago`, colour: 'red' };
    case 'given_up':
      return { text: 'Given up', colour: 'grey' };
    case 'due':
      return null;
  }
}

/** "due in 30 days" */
export function dueWords(standing: TargetStanding): string {
  if (standing.is !== 'due') return '';
  return standing.days === 0 ? 'due today' : `due in ${days(standing.days)}`;
}

/** "Slipped 182 days"; nothing where the date is what it was at first, or sooner. */
export function slippedWords({ slippage }: Target): string {
  return slippage !== null && slippage > 0 ? `Slipped ${days(slippage)}` : '';
}

/** "First set as 30 September 2026: 182 days later"; nothing where the date is what it was at first. */
export function firstSetWords({ dueOn, firstDueOn, slippage }: Target): string {
  const first = `First set as ${formatDate(firstDueOn)}`;
  if (dueOn === null) return first;
  return slippage ? `${first}: ${days(slippage)} ${slippage > 0 ? 'later' : 'earlier'}` : '';
}

/** "Live by 31 March 2027. First set as 30 September 2026: 182 days later." */
export function targetSentence(target: Target): string {
  const { stage, dueOn } = target;
  const now = dueOn ? `${stageLabels[stage]} by ${formatDate(dueOn)}` : 'The target was given up';
  return [now, firstSetWords(target)]
    .filter(Boolean)
    .map((sentence) => `${sentence}.`)
    .join(' ');
}

/** One date that was set, in words. */
export function settingWords({ stage, dueOn, setAt, setBy }: TargetHistory['items'][number]) {
  const what = dueOn ? `by ${formatDate(dueOn)}` : 'target given up';
  const when = formatDate(londonDate(new Date(setAt)));
  return { title: `${stageLabels[stage]}${dueOn ? ' ' : ': '}${what}`, byline: `${when}, by ${setBy}` };
}
