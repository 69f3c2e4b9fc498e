import { Component, computed, input } from '@angular/core';
import { type FieldTree, FormField } from '@angular/forms/signals';
import { type CalendarDate, formatDate, quarterOf, usualDueDate, usualWorkingDays } from '@headway/domain';
import { DateInput, type DateParts } from '@headway/govuk';
import * as z from 'zod';
import { dateFields } from '../platform/forms/inputs';

/** The date on which the returns of a quarter are due, which opening it and changing the date ask for. */
@Component({
  selector: 'hw-due-date-field',
  imports: [DateInput, FormField],
  template: `
    <gov-date-input
      id="dueOn"
      legend="When are returns due?"
      legendClasses="govuk-fieldset__legend--s"
      [hint]="hint()"
      [names]="true"
      [error]="error()"
      [formField]="field()"
    />
  `,
})
export class DueDateField {
  /** Id of the quarter. */
  readonly quarter = input.required<string>();
  readonly field = input.required<FieldTree<DateParts>>();
  readonly error = input.required<string | undefined>();
  protected readonly hint = computed(() => {
    const quarter = quarterOf(this.quarter());
    return `Usually ${usualWorkingDays} working days after the quarter ends${quarter ? `: ${formatDate(usualDueDate(quarter))}` : ''}. For example, 29 1 2027 or 29 January 2027`;
  });
}

/** From what is typed to the due date; `broken` is the rule that it is held to. */
export function dueDateForm(broken: (dueOn: CalendarDate) => { field: string; message: string } | null) {
  return z
    .object({
      dueOn: dateFields('The due date').pipe(z.string({ error: 'Enter the date when returns are due' })),
    })
    .superRefine(({ dueOn }, context) => {
      const found = broken(dueOn);
      if (found) context.addIssue({ code: 'custom', path: [found.field], message: found.message });
    });
}
