import { type CalendarDate, daysBetween } from './calendar.js';

/** The days on which answers are taken, both included, in London. */
export interface PulseWaveDates {
  readonly opensOn: CalendarDate;
  readonly closesOn: CalendarDate;
}

export const pulseWaveStates = ['planned', 'open', 'closed'] as const;
export type PulseWaveState = (typeof pulseWaveStates)[number];
export const pulseWaveStateLabels: Readonly<Record<PulseWaveState, string>> = {
  planned: 'Planned',
  open: 'Open',
  closed: 'Closed',
};

/** Worked out from the dates. Only a closed wave has results: an open one read twice would tell who answered between. */
export function pulseWaveState({ opensOn, closesOn }: PulseWaveDates, today: CalendarDate): PulseWaveState {
  if (today < opensOn) return 'planned';
  return today <= closesOn ? 'open' : 'closed';
}

/** Days from the one on which a wave opens to the one on which it closes. The database holds it too. */
export const longestPulseWave = 92;

/**
 * Why a wave cannot be made beside those there are, or null. Waves share no day, so that one is before another; and as
 * they cannot be taken back, a year typed wrong must not keep all others away.
 */
export function pulseWaveBroken(
  { opensOn, closesOn }: PulseWaveDates,
  others: readonly PulseWaveDates[],
  today: CalendarDate,
): { field: keyof PulseWaveDates; code: string; message: string } | null {
  if (opensOn < today)
    return {
      field: 'opensOn',
      code: 'in_the_past',
      message: 'The date the wave opens must be today or in the future',
    };
  if (closesOn < opensOn)
    return {
      field: 'closesOn',
      code: 'before_it_opens',
      message: 'The date the wave closes must be the same as or after the date it opens',
    };
  if (daysBetween(opensOn, closesOn) > longestPulseWave)
    return {
      field: 'closesOn',
      code: 'too_long',
      message: `The date the wave closes must be within ${longestPulseWave} days of the date it opens`,
    };
  if (others.some((other) => opensOn <= other.closesOn && other.opensOn <= closesOn))
    return {
      field: 'opensOn',
      code: 'overlaps',
      message: 'The dates of the wave must not overlap those of another',
    };
  return null;
}

/** The wave that changes are shown since: the last that closed before this one opened. */
export function pulseWaveBefore<Wave extends PulseWaveDates>(
  wave: PulseWaveDates,
  all: readonly Wave[],
): Wave | null {
  return all
    .filter(({ closesOn }) => closesOn < wave.opensOn)
    .reduce<Wave | null>((last, one) => (last === null || one.closesOn > last.closesOn ? one : last), null);
}
