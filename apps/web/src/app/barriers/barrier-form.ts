import { type Barrier, type BarrierChange, NewBarrier } from '@headway/contract';
import {
  type BarrierDates,
  type BarrierService,
  type CalendarDate,
  barrierBroken,
  barrierCategories,
  barrierCategoryLabels,
} from '@headway/domain';
import { type DateParts, noDateParts } from '@headway/govuk';
import * as z from 'zod';
import { dateFields } from '../platform/forms/inputs';
import type { Detail } from '../platform/three-way';
import { typedFrom } from '../platform/typed-date';
import { typedDateText } from '../platform/typed-date-text';
import type { BarrierPageKind } from './held-back';

export interface BarrierInput {
  category: string;
  description: string;
  nextAction: string;
  nextActionOwner: string;
  raisedOn: DateParts;
  resolvedOn: DateParts;
}

export const blankBarrier: BarrierInput = {
  category: '',
  description: '',
  nextAction: '',
  nextActionOwner: '',
  raisedOn: noDateParts,
  resolvedOn: noDateParts,
};

export function inputOf(barrier: Barrier): BarrierInput {
  return {
    category: barrier.category,
    description: barrier.description,
    nextAction: barrier.nextAction ?? '',
    nextActionOwner: barrier.nextActionOwner ?? '',
    raisedOn: typedFrom(barrier.raisedOn),
    resolvedOn: typedFrom(barrier.resolvedOn),
  };
}

function date(what: string, latest: CalendarDate) {
  return dateFields(`The date it was ${what}`, latest)
    .refine((typed) => typed !== null, `Enter the date it was ${what}`)
    .transform((typed) => typed!);
}

/** From what is typed to what the contract takes, held to the contract's own rules. */
export function newBarrierForm(today: CalendarDate) {
  const { category, description, nextAction, nextActionOwner } = NewBarrier.shape;
  return z.object({
    category,
    description,
    nextAction: nextAction.unwrap(),
    nextActionOwner: nextActionOwner.unwrap(),
    raisedOn: date('raised', today),
  });
}

/** The same, held to the rule that the server holds it to; `service` is null where a whole organisation is held back. */
export function raisedBarrierForm(service: BarrierService | null, today: CalendarDate) {
  return newBarrierForm(today).superRefine(({ raisedOn }, context) => {
    const broken = barrierBroken({ raisedOn, resolvedOn: null }, today, service);
    if (broken) context.addIssue({ code: 'custom', path: [broken.field], message: broken.message });
  });
}

/** The change that a page makes: of everything but whether it is resolved, unless it was; or of that alone. */
export function barrierChangeForm(
  page: BarrierPageKind,
  before: BarrierDates,
  resolved: boolean,
  today: CalendarDate,
): z.ZodType<BarrierChange> {
  const resolvedOn = date('resolved', today);
  const keptToRules = (change: Partial<BarrierDates>, context: z.RefinementCtx) => {
    const broken = barrierBroken({ ...before, ...change }, today);
    if (broken) context.addIssue({ code: 'custom', path: [broken.field], message: broken.message });
  };
  switch (page) {
    case 'change':
      return resolved
        ? newBarrierForm(today).extend({ resolvedOn }).superRefine(keptToRules)
        : newBarrierForm(today).superRefine(keptToRules);
    case 'resolve':
      return z.object({ resolvedOn }).superRefine(keptToRules);
    case 'reopen':
      return z.object({ resolvedOn: z.unknown().transform(() => null) });
  }
}

/** A barrier in words, in the order of the form. */
export const barrierDetails: readonly Detail<BarrierInput>[] = [
  {
    field: 'category',
    label: 'Kind of barrier',
    words: (typed) => {
      const category = barrierCategories.find((one) => one === typed.category);
      return category ? barrierCategoryLabels[category] : '';
    },
  },
  { field: 'description', label: 'What holds it back', words: ({ description }) => description },
  { field: 'nextAction', label: 'Next action', words: ({ nextAction }) => nextAction },
  { field: 'nextActionOwner', label: 'Who does it', words: ({ nextActionOwner }) => nextActionOwner },
  { field: 'raisedOn', label: 'Raised', words: ({ raisedOn }) => typedDateText(raisedOn) },
  { field: 'resolvedOn', label: 'Resolved', words: ({ resolvedOn }) => typedDateText(resolvedOn) },
];
