import { formatDate } from './calendar.js';
import { addedUp, movementKind, type MovementKind } from './comparison.js';
import { confidenceLabels, confidences } from './confidence.js';
import { returnCounts, returnStateLabels, returnStates } from './return.js';
import type { Snapshot, SnapshotComparison, SnapshotTarget } from './snapshot.js';
import { targetStanding } from './target.js';
import { capitalised, counted, listed } from './text.js';

/** "34 services have moved to a higher stage since 30 June 2026, and 2 to a lower one." */
export function movedSentence({ comparison, matrix }: SnapshotComparison): string {
  const moved = (kind: MovementKind) =>
    addedUp(matrix.filter(({ before, after }) => movementKind(before, after) === kind));
  const [up, down] = [moved('up'), moved('down')];
  const since = `since ${formatDate(comparison.with)}`;
  if (up + down === 0) return `No service has moved to another stage ${since}.`;
  const who = `${capitalised(counted(up, 'service'))} ${up === 1 ? 'has' : 'have'}`;
  return `${who} moved to a higher stage ${since}, and ${down === 0 ? 'none' : down.toLocaleString('en-GB')} to a lower one.`;
}

/** "24 returns were expected: 20 signed off, 2 submitted and 2 not started." */
export function returnsSentence({ returns }: Snapshot): string {
  const counts = returnCounts(returns.map(({ state }) => state));
  if (counts.expected === 0) return 'No returns were expected.';
  const each = returnStates
    .filter((state) => counts[state] > 0)
    .map((state) => `${counts[state].toLocaleString('en-GB')} ${returnStateLabels[state].toLowerCase()}`);
  return `${counted(counts.expected, 'return')} ${counts.expected === 1 ? 'was' : 'were'} expected: ${listed(each)}.`;
}

/** "22 returns say how confident the organisation is: 3 very confident, 10 fairly confident and 9 don’t know." */
export function confidenceSentence({ returns }: Snapshot): string {
  const each = confidences.flatMap((one) => {
    const said = returns.filter(({ confidence }) => confidence === one).length;
    return said === 0 ? [] : [`${said.toLocaleString('en-GB')} ${confidenceLabels[one].toLowerCase()}`];
  });
  const all = returns.filter(({ confidence }) => confidence !== null).length;
  if (all === 0) return 'No return says how confident the organisation is.';
  return `${counted(all, 'return')} ${all === 1 ? 'says' : 'say'} how confident the organisation is: ${listed(each)}.`;
}

/** "In 3 of the 20 returns that can be compared, confidence is lower than in the one before." */
export function fallingSentence({ returns }: Snapshot): string {
  const all = returns.filter(({ confidence, confidenceBefore }) => confidence && confidenceBefore);
  const fell = all.filter((one) => one.fell).length;
  if (all.length === 0) return '';
  if (all.length === 1)
    return `In the only return that can be compared, confidence is ${fell === 1 ? '' : 'not '}lower than in the one before.`;
  const some = fell === 0 ? 'none' : fell.toLocaleString('en-GB');
  return `In ${some} of the ${counted(all.length, 'return')} that can be compared, confidence is lower than in the one before.`;
}

/** "40 targets are set: 12 have been reached, 8 have passed without being reached and 20 are to come." */
export function targetsSentence({ targets, quarter }: Snapshot): string {
  const set = targets.filter(({ dueOn }) => dueOn !== null);
  if (set.length === 0) return 'No targets are set.';
  const standing = ({ dueOn, stage, reached }: SnapshotTarget) =>
    targetStanding({ dueOn, stage }, reached ? stage : 'not_recorded', quarter.to).is;
  const each = (
    [
      ['reached', 'has been reached', 'have been reached'],
      ['passed', 'has passed without being reached', 'have passed without being reached'],
      ['due', 'is to come', 'are to come'],
    ] as const
  ).flatMap(([is, one, many]) => {
    const n = set.filter((target) => standing(target) === is).length;
    return n === 0 ? [] : [`${n.toLocaleString('en-GB')} ${n === 1 ? one : many}`];
  });
  return `${counted(set.length, 'target')} ${set.length === 1 ? 'is' : 'are'} set: ${listed(each)}.`;
}

/** "The date of 9 targets is later than it was at first." */
export function slippageSentence({ targets }: Snapshot): string {
  const set = targets.filter(({ slippage }) => slippage !== null);
  const later = set.filter(({ slippage }) => slippage! > 0).length;
  if (set.length === 0) return '';
  return later === 0
    ? 'No target is later than it was at first.'
    : `The date of ${counted(later, 'target')} is later than it was at first.`;
}

/** "18 barriers hold back 15 services and 2 organisations." */
export function barriersSentence({ barriers }: Snapshot): string {
  if (barriers.length === 0) return 'No barriers are recorded.';
  const services = new Set(barriers.flatMap(({ service }) => service?.reference ?? [])).size;
  const organisations = new Set(
    barriers.flatMap(({ service, organisation }) => (service ? [] : [organisation])),
  ).size;
  const held = [
    ...(services > 0 ? [counted(services, 'service')] : []),
    ...(organisations > 0 ? [counted(organisations, 'organisation')] : []),
  ];
  const one = barriers.length === 1;
  return `${counted(barriers.length, 'barrier')} ${one ? 'holds' : 'hold'} back ${listed(held)}.`;
}
