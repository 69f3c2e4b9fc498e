import { Component, computed, effect, input, signal, untracked } from '@angular/core';
import { form, validateStandardSchema } from '@angular/forms/signals';
import type { Quarter } from '@headway/contract';
import { type Problem, dueDateBroken, formatDate, londonDate } from '@headway/domain';
import { Button, type DateParts, InsetText, noDateParts } from '@headway/govuk';
import { Conflict } from '../platform/conflict';
import { Resubmission } from '../platform/forms/resubmission';
import { type Detail, readsTheSame } from '../platform/three-way';
import { typedFrom } from '../platform/typed-date';
import { typedDateText } from '../platform/typed-date-text';
import { DueDateField, dueDateForm } from './due-date-field';
import { QuarterStep } from './quarter-step';
import { QuarterStepFrame } from './quarter-step-frame';

/** Changes the day on which the returns of an open quarter are due. */
@Component({
  selector: 'hw-due-date-page',
  imports: [Button, Conflict, DueDateField, InsetText, QuarterStepFrame],
  template: `
    <hw-quarter-step-frame
      [heading]="'Change the due date of ' + page.label()"
      [step]="page"
      [errors]="theirs() ? [] : submission.errors()"
      [problem]="page.problem()"
    >
      @if (page.quarter(); as quarter) {
        @if (theirs(); as theirs) {
          <hw-conflict
            [details]="details"
            [versions]="{
              base: inputOf(base()!),
              mine: form().value(),
              theirs: inputOf(theirs),
              sent: submission.sent(),
            }"
            (keepYours)="saveOver(theirs, $event)"
            (edit)="goOn(theirs, $event)"
            (keepTheirs)="goOn(theirs, inputOf(theirs))"
          />
        } @else {
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
      }
    </hw-quarter-step-frame>
  `,
})
export class DueDatePage {
  readonly id = input.required<string>();
  protected readonly formatDate = formatDate;
  protected readonly details = dueDateDetails;
  protected readonly inputOf = inputOf;
  /** What the person began from: what others save meanwhile counts for what was not touched. */
  protected readonly base = signal<Quarter | null>(null);
  private readonly refused = signal(false);
  private readonly typed = signal<DueDateInput>({ dueOn: noDateParts });
  private readonly schema = dueDateForm((dueOn) =>
    dueDateBroken(this.page.quarter()!, dueOn, londonDate(new Date())),
  );
  protected readonly form = form(this.typed, (path) => validateStandardSchema(path, () => this.schema));
  protected readonly submission = new Resubmission(this.form);
  protected readonly page: QuarterStep = new QuarterStep(
    this.id,
    (problem) => this.failed(problem),
    () => `Returns for ${this.page.label()} are now due on ${formatDate(this.page.quarter()!.dueOn!)}`,
  );
  protected readonly theirs = computed(() => {
    const [base, now] = [this.base(), this.page.quarter()];
    return this.refused() && base && now && now.version > base.version ? now : null;
  });

  constructor() {
    effect(() => {
      const quarter = this.page.quarter();
      if (quarter) untracked(() => this.read(quarter));
    });
  }

  /** What is typed stays whatever others change; a date that is not touched follows theirs. */
  private read(quarter: Quarter): void {
    const base = this.base();
    if (base === null || readsTheSame(dueDateDetails, inputOf(base), this.typed()))
      return this.goOn(quarter, inputOf(quarter));
    if (!readsTheSame(dueDateDetails, inputOf(base), inputOf(quarter))) return;
    const again = this.refused() && quarter.version > base.version;
    this.goOn(quarter, this.typed());
    if (again) this.send();
  }

  private failed(problem: Problem): void {
    const overtaken = problem.code === 'changed_since_read';
    this.refused.set(overtaken);
    if (overtaken) this.submission.done();
    else this.submission.failed(problem);
  }

  protected goOn(quarter: Quarter, typed: DueDateInput): void {
    this.base.set(quarter);
    this.typed.set(typed);
    this.refused.set(false);
  }

  protected saveOver(quarter: Quarter, typed: DueDateInput): void {
    this.goOn(quarter, typed);
    this.send();
  }

  protected send(event?: Event): void {
    event?.preventDefault();
    if (!this.submission.start()) return;
    this.page.send({ kind: 'due', body: this.schema.parse(this.typed()) }, this.base()!.version);
  }
}

interface DueDateInput {
  readonly dueOn: DateParts;
}
const inputOf = ({ dueOn }: Pick<Quarter, 'dueOn'>): DueDateInput => ({ dueOn: typedFrom(dueOn) });
const dueDateDetails: readonly Detail<DueDateInput>[] = [
  { field: 'dueOn', label: 'Due date', words: ({ dueOn }) => typedDateText(dueOn) },
];
