import { officeInstant, workingDayBefore } from './dates.ts';
import { noteWriter } from './notes.ts';
import type { Occasion } from './notes.ts';
import { officesOf } from './offices.ts';
import { pathTo } from './path.ts';
import type { Path } from './path.ts';
import { randomFor } from './random.ts';
import type { Random } from './random.ts';
import type { ListedService } from './service-table.ts';
import { type Step, setbacks } from './setbacks.ts';
import type { Outcome, Tempo } from './tempo.ts';
import type { Said, Offices, Stage } from './types.ts';

export interface History {
  readonly opensOn: string | null;
  readonly records: readonly Said[];
}

type State = Offices & Pick<Said, 'stage' | 'redesignUnderWay'>;

const FEWEST = 3;
const MOST = 15;
const NEWEST = 10;
const APART = 20;

export function historyOf(service: ListedService, outcome: Outcome, tempo: Tempo, today: string): History {
  const random = randomFor(`history of ${service.reference}`);
  const opened = service.isNew ? random.between(330, 1280) : null;
  const opensOn = opened === null ? null : workingDayBefore(today, opened);
  const start = opened === null ? firstRecord(tempo, random) : opened - random.between(0, 25);
  const path = byHand(service) ?? (outcome === 'not_recorded' ? null : pathTo(outcome, start, tempo, random));
  return { opensOn, records: path === null ? [] : told(service, path, tempo, random, today) };
}

/** Of a service that has closed: its moves by hand, and nothing written down after an age. */
export function historyUntil(
  quietFrom: number,
  service: ListedService,
  steps: readonly Step[],
  tempo: Tempo,
  today: string,
): readonly Said[] {
  if (steps.length === 0) return [];
  const random = randomFor(`history of ${service.reference}`);
  return told(service, { steps, stalled: false, quietFrom }, tempo, random, today);
}

function told(
  service: ListedService,
  path: Path,
  tempo: Tempo,
  random: Random,
  today: string,
): readonly Said[] {
  return write(service, path, confirmationsOf(path, tempo, random), random, today);
}

function byHand({ reference }: ListedService): Path | null {
  const steps = setbacks[reference];
  return steps === undefined ? null : { steps, stalled: false, quietFrom: null };
}

// Slow departments were late in writing anything down at all.
function firstRecord(tempo: Tempo, random: Random): number {
  return random.between(tempo.confirmEveryDays < 150 ? 1390 : 1290, 1455);
}

function confirmationsOf(path: Path, tempo: Tempo, random: Random): readonly number[] {
  const steps = path.steps.map((step) => step.age);
  const first = steps[0] ?? 0;
  const last = Math.max(NEWEST, path.quietFrom ?? 0);
  const isClear = (age: number, others: readonly number[]): boolean =>
    others.every((other) => Math.abs(other - age) > APART);
  const ages: number[] = [];
  for (let due = NEWEST + 4; due < first; due += tempo.confirmEveryDays) {
    const age = due + random.between(-4, 9);
    const isMissed = random.chance(0.24);
    if (!isMissed && age < first && age > last && isClear(age, [...steps, ...ages])) ages.push(age);
  }
  while (ages.length > MOST - steps.length) ages.splice(random.between(0, ages.length - 1), 1);
  // A service with too little on record is confirmed in the widest space that it has left.
  while (ages.length + steps.length < FEWEST) ages.push(middleOfWidest([...steps, ...ages, last]));
  return ages;
}

function middleOfWidest(ages: readonly number[]): number {
  const sorted = [...ages].sort((a, b) => b - a);
  const spaces = sorted.slice(1).map((age, index) => ({ age, width: (sorted[index] ?? age) - age }));
  const widest = spaces.reduce((best, space) => (space.width > best.width ? space : best));
  return widest.age + Math.floor(widest.width / 2);
}

function write(
  service: ListedService,
  path: Path,
  confirmed: readonly number[],
  random: Random,
  today: string,
): readonly Said[] {
  const { steps } = path;
  const noteOn = noteWriter(random, service.audience);
  const stateAt = stateOf(path, random);
  const entries = [
    ...steps.map((step) => ({ age: step.age, step })),
    ...confirmed.map((age) => ({ age, step: undefined })),
  ].sort((a, b) => b.age - a.age);
  const records: Said[] = [];
  for (const { age, step } of entries) {
    const before = records.at(-1);
    const stage = step?.stage ?? before?.stage ?? 'not_started';
    const state = stateAt(stage, age);
    const effectiveOn = workingDayBefore(today, age);
    const drawn = draw(random, noteOn, step !== undefined ? stage : occasionOf(before, state));
    records.push({
      ...state,
      effectiveOn,
      recordedAt: officeInstant(
        effectiveOn,
        random.chance(0.4) ? 0 : random.between(1, 4),
        random.between(500, 1010),
      ),
      note: step?.note ?? drawn,
      // A confirmation repeats what it confirms, and the evidence with it.
      evidenceUrl:
        step === undefined ? (before?.evidenceUrl ?? null) : evidence(service, stage, effectiveOn, random),
    });
  }
  return records;
}

function stateOf({ steps, stalled }: Path, random: Random): (stage: Stage, age: number) => State {
  const offices = officesOf(random);
  const redesigns = random.chance(0.78);
  const begun = steps.find((step) => step.stage !== 'not_started')?.age ?? 0;
  const redesignFrom = stalled || random.chance(0.6) ? begun : begun - random.between(60, 500);
  const aheadFrom = stalled ? begun : begun - random.between(40, 1500);
  const isRedesignedLater = (age: number): boolean =>
    steps.some((step) => step.stage === 'redesigned' && step.age < age);
  return (stage, age) => ({
    stage,
    redesignUnderWay:
      stage === 'in_progress'
        ? redesigns && age <= redesignFrom
        : stage === 'live' && ((redesigns && age <= redesignFrom) || isRedesignedLater(age)),
    ...offices(stage, age <= aheadFrom),
  });
}

// What there is to say about a record that is not a move.
function occasionOf(before: State | undefined, now: State): Occasion {
  if (before?.redesignUnderWay === false && now.redesignUnderWay) return 'redesign_begun';
  if (before?.frontOffice === 'in_progress' && now.frontOffice === 'live') return 'front_done';
  if (now.stage === 'not_started' || now.stage === 'in_progress') return `still_${now.stage}`;
  return 'still_live';
}

function draw(
  random: Random,
  noteOn: (occasion: Occasion) => string | null,
  occasion: Occasion,
): string | null {
  return random.chance(occasion.startsWith('still_') ? 0.08 : 0.5) ? noteOn(occasion) : null;
}

function evidence(service: ListedService, stage: Stage, on: string, random: Random): string | null {
  if (stage !== 'live' && stage !== 'redesigned') return null;
  if (!random.chance(0.88)) return null;
  const host =
    stage === 'redesigned'
      ? 'evaluations'
      : service.audience === 'external'
        ? 'assessments'
        : 'service-reviews';
  return `https://${host}.example.gov.uk/${service.reference.toLowerCase()}/${on.slice(0, 7)}`;
}
