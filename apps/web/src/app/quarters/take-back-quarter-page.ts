import { Component, computed, input, signal } from '@angular/core';
import { FormField, form, validateStandardSchema } from '@angular/forms/signals';
import { QuarterTakingBack } from '@headway/contract';
import { countOf } from '@headway/domain';
import { Button, InsetText, Textarea } from '@headway/govuk';
import { Submission } from '../platform/forms/submission';
import { QuarterStep } from './quarter-step';
import { QuarterStepFrame } from './quarter-step-frame';
import { notTakenBack } from './quarter-words';

/** Makes a quarter planned again that was opened by mistake, while nobody has answered. */
@Component({
  selector: 'hw-take-back-quarter-page',
  imports: [Button, FormField, InsetText, QuarterStepFrame, Textarea],
  template: `
    <hw-quarter-step-frame
      [heading]="'Take back ' + page.label()"
      [step]="page"
      [errors]="submission.errors()"
      [problem]="page.problem()"
    >
      @if (page.quarter(); as quarter) {
        <h1 class="govuk-heading-l">Take back {{ page.label() }}</h1>
        @if (refusal(); as why) {
          <gov-inset-text>{{ why }}</gov-inset-text>
        }
        @if (!refusal() || form.reason().value()) {
          <p class="govuk-body">Do this if the quarter was opened by mistake. When you take it back:</p>
          <ul class="govuk-list govuk-list--bullet">
            <li>{{ asked() }} no longer asked for a return</li>
            <li>digital leads who had an email about it are told that they do not need to do anything</li>
            <li>the quarter can be opened again later</li>
          </ul>
          <form novalidate (submit)="send($event)">
            <gov-textarea
              id="reason"
              label="Why is it taken back?"
              labelClasses="govuk-label--s"
              hint="It is kept in the audit trail. Do not include personal details"
              [rows]="4"
              [error]="submission.error('reason')"
              [formField]="form.reason"
            />
            <button gov-button variant="warning">Take back this quarter</button>
          </form>
        }
      }
    </hw-quarter-step-frame>
  `,
})
export class TakeBackQuarterPage {
  readonly id = input.required<string>();
  private readonly typed = signal({ reason: '' });
  protected readonly form = form(this.typed, (path) => validateStandardSchema(path, () => QuarterTakingBack));
  protected readonly submission = new Submission(this.form);
  protected readonly page: QuarterStep = new QuarterStep(
    this.id,
    (problem) => this.submission.failed(problem),
    () => `${this.page.label()} is no longer open`,
  );
  protected readonly refusal = computed(() => notTakenBack(this.page.quarter()!));
  protected readonly asked = computed(() => {
    const { expected } = this.page.quarter()!.returns;
    return countOf(expected, 'organisation is', 'organisations are');
  });

  protected send(event: Event): void {
    event.preventDefault();
    if (this.submission.start())
      this.page.send({ kind: 'take-back', body: QuarterTakingBack.parse(this.typed()) });
  }
}
