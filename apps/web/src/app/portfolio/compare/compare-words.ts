import {
  type Movement,
  type MovementKind,
  type Standing,
  howMany,
  standingLabels,
  standings,
} from '@headway/domain';
import type { CompareView } from './compare.view';

/** In lists of services that did so between the dates. */
export const kindLabels: Readonly<Record<MovementKind, string>> = {
  up: 'Moved up',
  down: 'Went back',
  stayed: 'Stayed at their stage',
  entered: 'Entered the list',
  left: 'Left the list',
  unrecorded: 'Not recorded on one date or both',
};

const phrases: Readonly<Record<MovementKind, readonly [one: string, many: string]>> = {
  up: ['moved up', 'moved up'],
  down: ['went back', 'went back'],
  stayed: ['stayed at its stage', 'stayed at their stage'],
  entered: ['entered the list', 'entered the list'],
  left: ['left the list', 'left the list'],
  unrecorded: ['was not recorded on one date or both', 'were not recorded on one date or both'],
};

export function standingLabel(standing: Standing): string {
  return standingLabels[standing];
}

/** "5 services went back", "1 service went from Live to In progress" */
export function listWords({ kind, before, after }: CompareView, total: number): string {
  const who = howMany(total);
  if (before && before === after) return `${who} stayed at ${standingLabel(before)}`;
  const same = kind.includes('stayed') && kind.length > 1;
  if (same && before) return `${who} recorded on both dates, ${standingLabel(before)} on the first`;
  if (same && after) return `${who} recorded on both dates, ${standingLabel(after)} on the second`;
  if (before || after) {
    const from = before ? ` from ${standingLabel(before)}` : '';
    return `${who} went${from}${after ? ` to ${standingLabel(after)}` : ''}`;
  }
  if (same) return `${who} recorded on both dates`;
  if (kind.includes('entered') && kind.includes('left')) return `${who} entered or left the list`;
  return kind.length === 1 ? `${who} ${phrases[kind[0]!][total > 1 ? 1 : 0]}` : `${who} moved up or back`;
}

/** The stages always; the rest only where a service stood there. */
export function standingsIn(matrix: readonly Movement[], when: 'before' | 'after'): Standing[] {
  const there = new Set(matrix.map(({ [when]: standing }) => standing));
  return standings.filter((one) => there.has(one) || (one !== 'absent' && one !== 'not_recorded'));
}
