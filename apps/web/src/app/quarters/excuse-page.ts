import { Component, computed, input, signal } from '@angular/core';
import { FormField, form, validateStandardSchema } from '@angular/forms/signals';
import { ReturnExcusal } from '@headway/contract';
import { isOwed, returnStateLabels } from '@headway/domain';
import { Button, InsetText, Textarea } from '@headway/govuk';
import { Submission } from '../platform/forms/submission';
import { problemOf } from '../platform/problem';
import { QuarterStep } from './quarter-step';
import { QuarterStepFrame } from './quarter-step-frame';

/** Takes a return off the chase list, with a reason that stays readable. */
@Component({
  selector: 'hw-excuse-page',
  imports: [Button, FormField, InsetText, QuarterStepFrame, Textarea],
  template: `
    <hw-quarter-step-frame
      [heading]="heading()"
      [step]="page"
      [errors]="submission.errors()"
      [problem]="problem()"
    >
      @if (excused(); as one) {
        <span class="govuk-caption-l">{{ page.label() }}</span>
        <h1 class="govuk-heading-l">{{ heading() }}</h1>
        @if (refusal(); as why) {
          <gov-inset-text>{{ why }}</gov-inset-text>
        }
        @if (!refusal() || form.reason().value()) {
          <p class="govuk-body">
            It is then not chased any more, and counts as excused. If a return is wanted after all, request
            changes of it.
          </p>
          <form novalidate (submit)="send($event)">
            <gov-textarea
              id="reason"
              label="Why is no return needed?"
              labelClasses="govuk-label--s"
              hint="Those who read the review see the reason. Do not include personal details"
              [rows]="4"
              [error]="submission.error('reason')"
              [formField]="form.reason"
            />
            <button gov-button>Excuse this return</button>
          </form>
        }
      }
    </hw-quarter-step-frame>
  `,
})
export class ExcusePage {
  readonly id = input.required<string>();
  readonly slug = input.required<string>();
  private readonly typed = signal({ reason: '' });
  protected readonly form = form(this.typed, (path) => validateStandardSchema(path, () => ReturnExcusal));
  protected readonly submission = new Submission(this.form);
  protected readonly page: QuarterStep = new QuarterStep(
    this.id,
    (problem) => this.submission.failed(problem),
    () => `${this.excused()!.organisation.name} is excused from its return`,
  );
  protected readonly excused = computed(
    () => this.page.returns()?.find(({ organisation }) => organisation.slug === this.slug()) ?? null,
  );
  protected readonly problem = computed(() =>
    this.page.loaded() && !this.excused() ? problemOf('not_found') : this.page.problem(),
  );
  protected readonly heading = computed(
    () => `Excuse ${this.excused()?.organisation.name ?? 'an organisation'} from its return`,
  );
  /** Why there is nothing to excuse it from. */
  protected readonly refusal = computed(() => {
    const state = this.excused()!.state;
    if (this.page.quarter()?.state !== 'open') return 'This quarter is not open.';
    if (isOwed(state)) return '';
    return `This return is ${returnStateLabels[state].toLowerCase()}. Only one that is not finished can be excused.`;
  });

  protected send(event: Event): void {
    event.preventDefault();
    if (!this.submission.start()) return;
    const { reason } = ReturnExcusal.parse(this.typed());
    this.page.excuse(this.slug(), this.excused()!.version, reason);
  }
}
