import { Component, input, linkedSignal } from '@angular/core';
import { form, validateStandardSchema } from '@angular/forms/signals';
import { type CalendarDate, dueDateBroken, formatDate, londonDate } from '@headway/domain';
import { Button, type DateParts, InsetText } from '@headway/govuk';
import { Submission } from '../platform/forms/submission';
import { typedFrom } from '../platform/typed-date';
import { DueDateField, dueDateForm } from './due-date-field';
import { QuarterStep } from './quarter-step';
import { QuarterStepFrame } from './quarter-step-frame';

/** Changes the day on which the returns of an open quarter are due. */
@Component({
  selector: 'hw-due-date-page',
  imports: [Button, DueDateField, InsetText, QuarterStepFrame],
  template: `
    <hw-quarter-step-frame
      [heading]="'Change the due date of ' + page.label()"
      [step]="page"
      [errors]="submission.errors()"
      [problem]="page.problem()"
    >
      @if (page.quarter(); as quarter) {
        <h1 class="govuk-heading-l">Change the due date of {{ page.label() }}</h1>
        @if (quarter.state !== 'open') {
          <gov-inset-text
            >This quarter is {{ quarter.state }}. The due date can be changed while it is
            open.</gov-inset-text
          >
        } @else {
          <p class="govuk-body">Returns are due on {{ formatDate(quarter.dueOn!) }}. When you change it:</p>
          <ul class="govuk-list govuk-list--bullet">
            <li>reminders that have not been sent yet follow the new date</li>
            <li>how late a return is counts from the new date</li>
            <li>nobody is sent an email about the change itself</li>
            <li>whoever has the date in their calendar needs to add it again</li>
          </ul>
          <form novalidate (submit)="send($event)">
            <hw-due-date-field [quarter]="id()" [field]="form.dueOn" [error]="submission.error('dueOn')" />
            <button gov-button>Change the due date</button>
          </form>
        }
      }
    </hw-quarter-step-frame>
  `,
})
export class DueDatePage {
  readonly id = input.required<string>();
  protected readonly formatDate = formatDate;
  /** Begins as the date that was; once there, what is typed stays whatever others change. */
  private readonly typed = linkedSignal<CalendarDate | null, { dueOn: DateParts }>({
    source: () => this.page.quarter()?.dueOn ?? null,
    computation: (dueOn, before) => (before?.source ? before.value : { dueOn: typedFrom(dueOn) }),
  });
  private readonly schema = dueDateForm((dueOn) =>
    dueDateBroken(this.page.quarter()!, dueOn, londonDate(new Date())),
  );
  protected readonly form = form(this.typed, (path) => validateStandardSchema(path, () => this.schema));
  protected readonly submission = new Submission(this.form);
  protected readonly page: QuarterStep = new QuarterStep(
    this.id,
    (problem) => this.submission.failed(problem),
    () => `Returns for ${this.page.label()} are now due on ${formatDate(this.page.quarter()!.dueOn!)}`,
  );

  protected send(event: Event): void {
    event.preventDefault();
    if (this.submission.start()) this.page.send({ kind: 'due', body: this.schema.parse(this.typed()) });
  }
}
