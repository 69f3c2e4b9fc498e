import { formatDate } from './calendar.js';
import { type SaidConfidence, confidenceLabels } from './confidence.js';
import { quarterName } from './quarter.js';
import { type FoundSignal, type OfficeAt, type Signal, type Thresholds, thresholdRules } from './signal.js';
import { officeLabels } from './office.js';
import { stageLabels } from './stage.js';
import { capitalised, listed } from './text.js';

export const signalLabels: Readonly<Record<Signal, string>> = {
  stalled: 'Stalled',
  went_backwards: 'Went backwards',
  slipped: 'Target slipped',
  front_only: 'Front office only',
  check_claim: 'Check the claim',
  no_data: 'No recent data',
};

/** "9 of the 40 services show a signal." */
export function signalsHeadline({ services, any }: { services: number; any: number }): string {
  if (services === 0) return 'There are no services.';
  if (services === 1) return `The only service shows ${any === 1 ? 'a' : 'no'} signal.`;
  const of = `of the ${services.toLocaleString('en-GB')} services`;
  if (any === 0) return `None ${of} shows a signal.`;
  return `${any.toLocaleString('en-GB')} ${of} ${any === 1 ? 'shows' : 'show'} a signal.`;
}

/** The signal of organisations, beside those of services. */
export const fallingConfidenceLabel = 'Confidence falling';
export const fallingConfidenceDefinition =
  'An organisation is less confident in its last return than in the one before it that planned transformation will be completed.';

/** "From fairly confident in Q1 2026-27 to not very confident in Q2 2026-27." */
export function fallingConfidenceSentence(before: SaidConfidence, now: SaidConfidence): string {
  const words = ({ quarter, confidence }: SaidConfidence) =>
    `${confidenceLabels[confidence].toLowerCase()} in ${quarterName(quarter)}`;
  return `From ${words(before)} to ${words(now)}.`;
}

/** What a signal means in a sentence, with the threshold in it where it has one. */
export function signalDefinition(signal: Signal, thresholds: Thresholds): string {
  const least = (of: keyof Thresholds) => thresholdWords(of, thresholds[of]);
  switch (signal) {
    case 'stalled':
      return `In progress, and has not moved to another stage for ${least('stalled')} or more.`;
    case 'went_backwards':
      return `Moved to a lower stage in the last ${least('went_backwards').replace(/^1 /, '')}.`;
    case 'slipped':
      return `The date of a target was moved later ${least('slipped')} or more, or has passed without the target being reached.`;
    case 'front_only':
      return 'The front office is live or redesigned while the middle or back office is not started.';
    case 'check_claim':
      return 'Redesigned while the middle or back office is not yet live, or live or redesigned without evidence.';
    case 'no_data':
      return `Neither recorded nor confirmed in the last ${least('no_data').replace(/^1 /, '')} to have ended.`;
  }
}

/** "365 days", "once", "2 times", "1 quarter". */
export function thresholdWords(signal: keyof Thresholds, value: number): string {
  const { unit } = thresholdRules[signal];
  if (value === 1) return unit === 'times' ? 'once' : `1 ${unit.slice(0, -1)}`;
  return `${value.toLocaleString('en-GB')} ${unit}`;
}

/** What caused it, with the dates, in a sentence. */
export function signalSentence(found: FoundSignal): string {
  switch (found.signal) {
    case 'stalled':
      return `In progress since ${formatDate(found.since)}.`;
    case 'went_backwards':
      return `Moved back from ${stageWords(found.from)} to ${stageWords(found.to)} on ${formatDate(found.began!)}.`;
    case 'slipped':
      return slippedSentence(found);
    case 'front_only':
      return `The front office is ahead: ${listed(found.offices.map(officeWords))}, since ${formatDate(found.began!)}.`;
    case 'check_claim': {
      const said = listed([
        ...found.offices.map(officeWords),
        ...(found.evidenceMissing ? ['there is no evidence'] : []),
      ]);
      return `${capitalised(said)}, since ${formatDate(found.began!)}.`;
    }
    case 'no_data':
      return found.last === null
        ? 'Never recorded.'
        : `Last recorded or confirmed on ${formatDate(found.last)}.`;
  }
}

function slippedSentence({ target, dueOn, passed, moves }: FoundSignal & { signal: 'slipped' }): string {
  const changes = moves.map(({ from, to, setOn }) => {
    return `from ${formatDate(from)} to ${formatDate(to)} on ${formatDate(setOn)}`;
  });
  const moved = changes.length > 0 ? `moved later ${listed(changes)}` : '';
  const missed = passed ? `passed on ${formatDate(dueOn)}` : '';
  return `The target to be ${stageWords(target)} ${[moved, missed].filter(Boolean).join(', and ')}.`;
}

function officeWords({ office, stage }: OfficeAt): string {
  return `the ${officeLabels[office].toLowerCase()} is ${stageWords(stage)}`;
}

function stageWords(stage: keyof typeof stageLabels): string {
  return stageLabels[stage].toLowerCase();
}
