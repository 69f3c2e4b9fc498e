import { Component, computed, input, signal } from '@angular/core';
import { FormField, form, validateStandardSchema } from '@angular/forms/signals';
import { QuarterReopening } from '@headway/contract';
import { Button, InsetText, Textarea } from '@headway/govuk';
import { Submission } from '../platform/forms/submission';
import { QuarterStep } from './quarter-step';
import { QuarterStepFrame } from './quarter-step-frame';
import { nextRevision } from './quarter-words';

/** Opens a closed quarter again, by somebody else than who closed it, with a reason. */
@Component({
  selector: 'hw-reopen-quarter-page',
  imports: [Button, FormField, InsetText, QuarterStepFrame, Textarea],
  template: `
    <hw-quarter-step-frame
      [heading]="'Re-open ' + page.label()"
      [step]="page"
      [errors]="submission.errors()"
      [problem]="page.problem()"
    >
      @if (page.quarter(); as quarter) {
        <h1 class="govuk-heading-l">Re-open {{ page.label() }}</h1>
        @if (refusal(); as why) {
          <gov-inset-text>{{ why }}</gov-inset-text>
        }
        @if (!refusal() || form.reason().value()) {
          <p class="govuk-body">When you re-open it:</p>
          <ul class="govuk-list govuk-list--bullet">
            <li>what was frozen stays as it is, and can still be read and downloaded</li>
            <li>changes can be requested of returns, and services recorded, for the quarter again</li>
            <li>
              closing it again makes revision {{ next() }}, where every figure that differs is marked [r]
            </li>
          </ul>
          <form novalidate (submit)="send($event)">
            <gov-textarea
              id="reason"
              label="Why must it be re-opened?"
              labelClasses="govuk-label--s"
              hint="Those who read the review see the reason. Do not include personal details"
              [rows]="4"
              [error]="submission.error('reason')"
              [formField]="form.reason"
            />
            <button gov-button variant="warning">Re-open this quarter</button>
          </form>
        }
      }
    </hw-quarter-step-frame>
  `,
})
export class ReopenQuarterPage {
  readonly id = input.required<string>();
  private readonly typed = signal({ reason: '' });
  protected readonly form = form(this.typed, (path) => validateStandardSchema(path, () => QuarterReopening));
  protected readonly submission = new Submission(this.form);
  protected readonly page: QuarterStep = new QuarterStep(
    this.id,
    (problem) => this.submission.failed(problem),
    () => `${this.page.label()} is open again`,
  );
  protected readonly next = computed(() => nextRevision(this.page.quarter()!));
  /** Why it cannot be re-opened now, or not by this person. */
  protected readonly refusal = computed(() => {
    const { state, mayReopen } = this.page.quarter()!;
    if (state !== 'closed') return 'This quarter is not closed.';
    return mayReopen ? '' : 'You closed this quarter, so somebody else in central oversight must re-open it.';
  });

  protected send(event: Event): void {
    event.preventDefault();
    if (this.submission.start())
      this.page.send({ kind: 'reopen', body: QuarterReopening.parse(this.typed()) });
  }
}
