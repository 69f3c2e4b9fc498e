import { officeInstant, workingDayBefore } from './dates.ts';
import { idOf, randomFor } from './random.ts';
import type { DemonstrationCorrection, DemonstrationRecord, Said, Stage } from './types.ts';

/** A record that was wrong, and put right by the one that its history has. */
interface Mistake {
  /** The one that is right is the first of this stage. */
  readonly stage: Stage;
  /** What the wrong one said instead. */
  readonly said: Partial<Said>;
  /** By how many days the wrong one gave too early a date. */
  readonly early?: number;
  readonly weeks: number;
  readonly reason: string;
}

/** A record that should never have been. */
interface Withdrawn {
  /** Days before today. */
  readonly age: number;
  readonly said: Partial<Said>;
  readonly weeks: number;
  readonly reason: string;
}

const mistakes: Readonly<Record<string, Mistake>> = {
  'DWP-037': {
    stage: 'live',
    said: {},
    early: 16,
    weeks: 5,
    reason: 'The date was that of the press release, not of the launch.',
  },
  'CH-001': {
    stage: 'live',
    said: { stage: 'redesigned', note: 'Founders now get a company number within a day.' },
    weeks: 3,
    reason: 'Redesigned was chosen in error: the work behind it has not changed.',
  },
  'HMRC-009': {
    stage: 'live',
    said: {},
    early: 31,
    weeks: 6,
    reason: 'Typed the wrong month.',
  },
  'DVLA-003': {
    stage: 'live',
    said: {},
    early: 23,
    weeks: 3,
    reason: 'The date was that of the assessment; it opened to everyone later.',
  },
  'MOJ-002': {
    stage: 'in_progress',
    said: { stage: 'live', redesignUnderWay: false, note: 'Families are using it.' },
    weeks: 7,
    reason: 'It is open for two prisons only. That is a beta, not live.',
  },
  'HMCTS-001': {
    stage: 'in_progress',
    said: { frontOffice: 'live' },
    weeks: 4,
    reason: 'The front office is in beta, so it is in progress like the rest.',
  },
  'DFE-021': {
    stage: 'live',
    said: {},
    early: 12,
    weeks: 3,
    reason: 'The date was that of the press release, not of the launch.',
  },
  'EA-001': {
    stage: 'redesigned',
    said: {},
    early: 41,
    weeks: 5,
    reason: 'That was the date for the north of England; the whole country followed later.',
  },
  'NHSBSA-001': {
    stage: 'live',
    said: { redesignUnderWay: false },
    weeks: 4,
    reason: 'The box for a redesign under way was left empty.',
  },
  'MOD-002': {
    stage: 'live',
    said: { backOffice: 'in_progress' },
    weeks: 2,
    reason: 'The back office moved over on the same day as the rest.',
  },
};

const withdrawn: Readonly<Record<string, Withdrawn>> = {
  'DVSA-004': {
    age: 277,
    said: { stage: 'in_progress', note: 'Alpha funded until the end of the financial year.' },
    weeks: 3,
    reason: 'Recorded against the wrong service. It was meant for DVSA-003.',
  },
  'HO-026': {
    age: 352,
    said: { note: null },
    weeks: 5,
    reason: 'Recorded twice, by the service team and in the return.',
  },
};

/** All that was ever written about a service, in that order, and which of it was found wrong. */
export function withMistakes(
  reference: string,
  history: readonly Said[],
  today: string,
): { records: readonly DemonstrationRecord[]; corrections: readonly DemonstrationCorrection[] } {
  const right = history.map((said, index) => ({ ...said, id: idOf(`record ${index + 1} of ${reference}`) }));
  const mistake = mistakes[reference];
  const error = withdrawn[reference];
  if (mistake) return putRight(reference, right, mistake);
  if (error) return takenBack(reference, right, error, today);
  return { records: right, corrections: [] };
}

type Written = ReturnType<typeof withMistakes>;

function putRight(reference: string, right: readonly DemonstrationRecord[], mistake: Mistake): Written {
  const { stage, said, early = 0, weeks, reason } = mistake;
  const meant = right.find((record) => record.stage === stage);
  if (!meant) throw new Error(`${reference} was never ${stage}`);
  const effectiveOn = workingDayBefore(meant.effectiveOn, early);
  const wrong = { ...meant, ...said, effectiveOn, id: idOf(`wrong record of ${reference}`) };
  const at = weeksLater(reference, meant.recordedAt, weeks);
  const records = right.map((record) => (record === meant ? { ...meant, recordedAt: at } : record));
  return {
    records: inOrder([...records, wrong]),
    corrections: [{ record: wrong.id, replacedBy: meant.id, reason, at }],
  };
}

function takenBack(
  reference: string,
  right: readonly DemonstrationRecord[],
  { age, said, weeks, reason }: Withdrawn,
  today: string,
): Written {
  const effectiveOn = workingDayBefore(today, age);
  const before = right.findLast((record) => record.effectiveOn <= effectiveOn);
  if (!before) throw new Error(`Nothing was recorded about ${reference} by then`);
  const id = idOf(`wrong record of ${reference}`);
  const recordedAt = officeInstant(effectiveOn, 1, randomFor(`mistake in ${reference}`).between(500, 1010));
  const wrong = { ...before, ...said, effectiveOn, recordedAt, id };
  const at = weeksLater(reference, recordedAt, weeks);
  return {
    records: inOrder([...right, wrong]),
    corrections: [{ record: id, replacedBy: null, reason, at }],
  };
}

function weeksLater(reference: string, instant: string, weeks: number): string {
  const minute = randomFor(`correction of ${reference}`).between(500, 1010);
  return officeInstant(instant.slice(0, 10), 7 * weeks, minute);
}

function inOrder(records: readonly DemonstrationRecord[]): readonly DemonstrationRecord[] {
  return records.toSorted((a, b) => (a.recordedAt < b.recordedAt ? -1 : a.recordedAt > b.recordedAt ? 1 : 0));
}
