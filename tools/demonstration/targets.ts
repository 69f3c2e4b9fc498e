import { type TargetStage, daysBetween } from '../../libs/domain/dist/index.js';
import { monthEndAfter, officeInstant, quarterEndAfter, workingDayBefore } from './dates.ts';
import { type Random, randomFor } from './random.ts';
import { reasons } from './target-reasons.ts';
import type { Tempo } from './tempo.ts';
import type { DemonstrationTarget, Said, Stage } from './types.ts';

/** A date that was set; both in days before today, so that a date still to come is below 0. Null gives it up. */
interface Setting {
  readonly age: number;
  readonly due: number | null;
}

/** A due date is the end of a quarter or of a month, so up to so many days later than drawn. */
const ROUNDING = 92;
const LATEST = 12;

/** The dates by which a service should be live, or redesigned, and how they slipped. */
export function targetsOf(
  reference: string,
  records: readonly Said[],
  tempo: Tempo,
  today: string,
): readonly DemonstrationTarget[] {
  const first = (stages: readonly Stage[]): number | null => {
    const record = records.find(({ stage }) => stages.includes(stage));
    return record ? daysBetween(record.effectiveOn, today) : null;
  };
  const now = records.at(-1)?.stage;
  const [begun, live, redesigned] = [
    first(['in_progress']),
    first(['live', 'redesigned']),
    first(['redesigned']),
  ];
  const keen = tempo.confirmEveryDays < 300;
  if (now === 'in_progress' && begun !== null && live === null)
    return drawn(reference, 'live', { from: begun, reached: null, likely: keen ? 0.92 : 0.62 }, today);
  if (now === 'live' && live !== null && redesigned === null)
    return [
      ...drawn(reference, 'live', { from: begun, reached: live, likely: keen ? 0.6 : 0.3 }, today),
      ...drawn(reference, 'redesigned', { from: live, reached: null, likely: 0.85 }, today),
    ];
  if (now === 'redesigned' && live !== null)
    return drawn(reference, 'redesigned', { from: live, reached: redesigned, likely: 0.55 }, today);
  return [];
}

interface Room {
  /** Age since which there could be a target; null where there never was one. */
  readonly from: number | null;
  /** Age on which it was reached. */
  readonly reached: number | null;
  readonly likely: number;
}

function drawn(
  reference: string,
  stage: TargetStage,
  { from, reached, likely }: Room,
  today: string,
): readonly DemonstrationTarget[] {
  const random = randomFor(`target ${stage} of ${reference}`);
  const room = (from ?? 0) - LATEST;
  if (!random.chance(likely) || room < (reached ?? 0) + 60) return [];
  const settings = reached === null ? open(room, random) : met(reached, room, random);
  return written(stage, settings, random, today);
}

function open(room: number, random: Random): readonly Setting[] {
  const course = random.next();
  if (course < 0.34) return ahead(random.between(20, Math.min(room, 420)), 0, room, random);
  if (course < 0.57) return ahead(random.between(LATEST, Math.min(room, 170)), 1, room, random);
  if (course < 0.75)
    return ahead(random.between(LATEST, Math.min(room, 170)), random.between(2, 3), room, random);
  if (course < 0.78) return broughtForward(room, random);
  if (course < 0.94) return missed(random.between(3, 330), room, random);
  return givenUp(random.between(LATEST, 380), room, random);
}

/** Still to come, set last at an age. */
function ahead(age: number, slips: number, room: number, random: Random): readonly Setting[] {
  return slipping({ age, due: Math.min(-random.between(15, 520), age - 100) }, slips, room, random);
}

function broughtForward(room: number, random: Random): readonly Setting[] {
  const age = random.between(LATEST, Math.min(room, 120));
  if (age + 100 > room) return ahead(age, 0, room, random);
  const first = { age: age + random.between(60, 100), due: -random.between(400, 600) };
  return [first, { age, due: -random.between(60, 250) }];
}

/** Passed at least so many days ago without being reached. */
function missed(passed: number, room: number, random: Random): readonly Setting[] {
  const due = passed + ROUNDING;
  const age = due + random.between(60, 260);
  if (age > room) return ahead(Math.min(room, 60), 0, room, random);
  return slipping({ age, due }, random.between(0, 1), room, random);
}

function givenUp(age: number, room: number, random: Random): readonly Setting[] {
  const set = age + random.between(130, 300);
  if (set > room) return ahead(Math.min(room, 60), 0, room, random);
  const due = age - random.between(0, 250);
  return [...slipping({ age: set, due }, random.between(0, 1), room, random), { age, due: null }];
}

/** Reached at an age: most in time, some only after the date had passed. */
function met(reached: number, room: number, random: Random): readonly Setting[] {
  const due = random.chance(0.7) ? reached : reached + ROUNDING + random.between(8, 200);
  const age = due + random.between(60, 300);
  if (age > room) return [{ age: room, due: reached }];
  return slipping({ age, due }, random.between(0, 2), room, random);
}

/** Before that, it was set for about the day on which it was put off, as often as there is room for. */
function slipping(last: Setting, slips: number, room: number, random: Random): readonly Setting[] {
  const settings = [last];
  for (let left = slips; left > 0; left--) {
    const next = settings[0]!;
    const age = next.age + random.between(130, 290);
    if (age > room) break;
    settings.unshift({ age, due: next.age + 40 });
  }
  return settings;
}

function written(
  stage: TargetStage,
  settings: readonly Setting[],
  random: Random,
  today: string,
): readonly DemonstrationTarget[] {
  const said = new Set<string>();
  const because = (pool: readonly string[]): string => {
    const reason = random.pick(pool.filter((one) => !said.has(one)));
    said.add(reason);
    return reason;
  };
  return settings.map(({ age, due }, index): DemonstrationTarget => {
    const before = settings[index - 1]?.due ?? null;
    const end = random.chance(0.85) ? quarterEndAfter : monthEndAfter;
    return {
      stage,
      dueOn: due === null ? null : end(today, due),
      reason: before === null ? null : because(poolFor(stage, before, due)),
      at: officeInstant(workingDayBefore(today, age), 0, random.between(500, 1010)),
    };
  });
}

function poolFor(stage: TargetStage, before: number, due: number | null): readonly string[] {
  if (due === null) return reasons.givenUp(stage);
  return due < before ? reasons.later(stage) : reasons.earlier();
}
