import { Component, computed, inject, input, linkedSignal, untracked } from '@angular/core';
import { form, validateStandardSchema } from '@angular/forms/signals';
import { formatDate, openingBroken, quarterOf, usualDueDate } from '@headway/domain';
import { Button, InsetText, noDateParts } from '@headway/govuk';
import { Submission } from '../platform/forms/submission';
import { Today } from '../platform/today';
import { typedFrom } from '../platform/typed-date';
import { DueDateField, dueDateForm } from './due-date-field';
import { QuarterStep } from './quarter-step';
import { QuarterStepFrame } from './quarter-step-frame';

/** Opens a quarter for returns, with the day on which they are due. */
@Component({
  selector: 'hw-open-quarter-page',
  imports: [Button, DueDateField, InsetText, QuarterStepFrame],
  template: `
    <hw-quarter-step-frame
      [heading]="'Open ' + page.label()"
      [step]="page"
      [errors]="submission.errors()"
      [problem]="page.problem()"
    >
      @if (page.quarter(); as quarter) {
        <h1 class="govuk-heading-l">Open {{ page.label() }}</h1>
        @if (quarter.state !== 'planned') {
          <gov-inset-text>This quarter is {{ quarter.state }} already.</gov-inset-text>
        } @else if (quarter.from > today()) {
          <gov-inset-text
            >It begins on {{ formatDate(quarter.from) }}, and can be opened then.</gov-inset-text
          >
        } @else {
          <p class="govuk-body">When you open it:</p>
          <ul class="govuk-list govuk-list--bullet">
            <li>a return is made for every organisation that owes one</li>
            <li>those who prepare the returns are told by email, and reminded as the due date comes</li>
          </ul>
          <form novalidate (submit)="send($event)">
            <hw-due-date-field [quarter]="id()" [field]="form.dueOn" [error]="submission.error('dueOn')" />
            <button gov-button>Open this quarter</button>
          </form>
        }
      }
    </hw-quarter-step-frame>
  `,
})
export class OpenQuarterPage {
  readonly id = input.required<string>();
  protected readonly today = inject(Today).date;
  protected readonly formatDate = formatDate;
  private readonly usual = computed(() => {
    const quarter = quarterOf(this.id());
    return quarter && usualDueDate(quarter);
  });
  /** Long after a quarter its usual day would be refused, so none is suggested. */
  private readonly typed = linkedSignal(() => {
    const usual = this.usual();
    return { dueOn: usual && usual >= untracked(this.today) ? typedFrom(usual) : noDateParts };
  });
  private readonly schema = dueDateForm((dueOn) => openingBroken(this.page.quarter()!, dueOn, this.today()));
  protected readonly form = form(this.typed, (path) => validateStandardSchema(path, () => this.schema));
  protected readonly submission = new Submission(this.form);
  protected readonly page: QuarterStep = new QuarterStep(
    this.id,
    (problem) => this.submission.failed(problem),
    () => `${this.page.label()} is open. Returns are due on ${formatDate(this.page.quarter()!.dueOn!)}`,
  );

  protected send(event: Event): void {
    event.preventDefault();
    if (this.submission.start()) this.page.send({ kind: 'open', body: this.schema.parse(this.typed()) });
  }
}
