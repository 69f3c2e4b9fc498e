import type { Random } from './random.ts';
import type { Step } from './setbacks.ts';
import type { Tempo } from './tempo.ts';
import type { Stage } from './types.ts';

/** The moves of one service, oldest first; `quietFrom` is the age after which nothing is written down at all. */
export interface Path {
  readonly steps: readonly Step[];
  readonly stalled: boolean;
  readonly quietFrom: number | null;
}

const YEAR = 365;
const LATEST = 12;

export function pathTo(outcome: Stage, start: number, tempo: Tempo, random: Random): Path {
  switch (outcome) {
    case 'not_started':
      return moving([{ age: start, stage: 'not_started' }]);
    case 'in_progress':
      return toInProgress(start, tempo, random);
    case 'live':
      return moving(toLive(start, random));
    case 'redesigned':
      return moving(toRedesigned(start, random));
  }
}

function toInProgress(start: number, tempo: Tempo, random: Random): Path {
  if (start > 2 * YEAR + 60 && random.chance(tempo.stalled)) {
    const fromTheStart = random.chance(0.3);
    const begun = fromTheStart ? start : random.between(2 * YEAR + 10, Math.min(start - 40, 1250));
    const first: readonly Step[] = fromTheStart ? [] : [{ age: start, stage: 'not_started' }];
    const quietFrom = random.chance(0.5) ? Math.max(2 * YEAR + 5, begun - random.between(0, 240)) : null;
    return { steps: [...first, { age: begun, stage: 'in_progress' }], stalled: true, quietFrom };
  }
  const draw = random.next();
  if (draw < 0.32) return moving([{ age: start, stage: 'in_progress' }]);
  const begun = draw < 0.53 ? random.between(20, YEAR - 5) : random.between(YEAR, 1300);
  return moving([
    { age: start, stage: 'not_started' },
    { age: begun, stage: 'in_progress' },
  ]);
}

function toLive(start: number, random: Random): readonly Step[] {
  const draw = random.next();
  if (draw < 0.42) return [{ age: start, stage: 'live' }];
  const live = draw < 0.69 ? random.between(LATEST, YEAR - 5) : random.between(YEAR, 1200);
  // Some go straight to live: a product that another department had already built, or one bought ready made.
  if (random.chance(0.25)) {
    return [
      { age: start, stage: 'not_started' },
      { age: live, stage: 'live' },
    ];
  }
  return [...untilBeta(start, live, random), { age: live, stage: 'live' }];
}

function toRedesigned(start: number, random: Random): readonly Step[] {
  const draw = random.next();
  const redesigned =
    draw < 0.1
      ? random.between(LATEST, YEAR - 5)
      : draw < 0.65
        ? random.between(YEAR, 1050)
        : random.between(1050, 1300);
  const wasLive = redesigned > 900 || random.chance(0.55);
  if (wasLive) {
    return [
      { age: start, stage: 'live' },
      { age: redesigned, stage: 'redesigned' },
    ];
  }
  const live = redesigned + random.between(150, 420);
  return [
    ...untilBeta(start, live, random),
    { age: live, stage: 'live' },
    { age: redesigned, stage: 'redesigned' },
  ];
}

function untilBeta(start: number, live: number, random: Random): readonly Step[] {
  const begun = live + random.between(170, 700);
  if (begun > start - 60) return [{ age: start, stage: 'in_progress' }];
  return [
    { age: start, stage: 'not_started' },
    { age: begun, stage: 'in_progress' },
  ];
}

// A service that opened lately has less room: moves are pulled in after its first record, in the same order.
function moving(steps: readonly Step[]): Path {
  const [first, ...rest] = steps;
  if (first === undefined) throw new Error('A path has at least one step');
  const last = rest.at(-1);
  const room = first.age - LATEST;
  const fits = rest.every((step, index) => step.age < (rest[index - 1] ?? first).age - 25);
  if (fits || last === undefined) return { steps, stalled: false, quietFrom: null };
  const spread = rest.map((step, index) => ({
    ...step,
    age: first.age - Math.round(((index + 1) / (rest.length + 0.4)) * room),
  }));
  return { steps: [first, ...spread], stalled: false, quietFrom: null };
}
