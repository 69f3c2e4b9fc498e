import type { InputError } from '@headway/domain';

export const steps = ['stage', 'date', 'offices', 'note', 'evidence', 'check'] as const;
export type Step = (typeof steps)[number];

/** Which question asks for which field of a record. */
const fieldSteps = {
  stage: 'stage',
  effectiveOn: 'date',
  redesignUnderWay: 'offices',
  frontOffice: 'offices',
  middleOffice: 'offices',
  backOffice: 'offices',
  note: 'note',
  evidenceUrl: 'evidence',
} as const satisfies Record<string, Step>;
export type Field = keyof typeof fieldSteps;

/** Asked with the note where a record is kept over somebody else's and corrects it. */
export const correctionHeading = 'Why is your record the right one?';

export function isField(text: string): text is Field {
  return Object.hasOwn(fieldSteps, text);
}

export function stepOf(field: Field): Step {
  return fieldSteps[field];
}

export function stepFrom(text: string | null): Step {
  return steps.find((step) => step === text) ?? 'stage';
}

/** The question after this one; from a change on the way back, the first one left wrong, else the check. */
export function nextStep(step: Step, changing: boolean, wrong: readonly { field: Field }[]): Step {
  if (!changing) return steps[Math.min(steps.indexOf(step) + 1, steps.length - 1)]!;
  const left = new Set(wrong.map(({ field }) => stepOf(field)));
  return steps.find((one) => left.has(one)) ?? 'check';
}

/** The field that a server's pointer such as `/note` speaks of; null where it speaks of the whole. */
export function fieldAt({ pointer }: Pick<InputError, 'pointer'>): Field | null {
  const name = pointer.split('/')[1] ?? '';
  return isField(name) ? name : null;
}
