import { Component, computed, effect, input, untracked } from '@angular/core';
import { Button, Checkboxes, Details, GovLink } from '@headway/govuk';
import { Declaration } from './declaration';
import { openedReturn } from './opened';
import { ReturnStep } from './return-step';
import { readAround } from './read-around';
import { returnPath } from './return-path';
import { SubmittedAnswers } from './submitted-answers';
import { SubmittedFacts } from './submitted-facts';
import { submittedReview } from './submitted-review';
import { SubmittedServices } from './submitted-services';

/** An approver reads what was submitted and signs it off, on one page. */
@Component({
  selector: 'hw-sign-off-page',
  imports: [
    Button,
    Checkboxes,
    Details,
    GovLink,
    ReturnStep,
    SubmittedAnswers,
    SubmittedFacts,
    SubmittedServices,
  ],
  template: `
    <hw-return-step [opened]="opened" title="Sign off the return" [errors]="errors()">
      @if (opened.found(); as found) {
        @if (!opened.may().signOff) {
          <p class="govuk-body">{{ why() }}</p>
          <p class="govuk-body"><a class="govuk-link" [govHref]="opened.home()">Go to the return</a></p>
        } @else {
          @if (around.problem() ?? review.problem(); as problem) {
            <p class="govuk-body">
              What was submitted could not be read. {{ problem.detail ?? problem.title }}
            </p>
          }
          @if (read(); as submitted) {
            <hw-submitted-answers [submitted]="submitted" />
            <gov-details summary="Show the services as they were submitted">
              <hw-submitted-services [submitted]="submitted" />
            </gov-details>
            @if (review.read(); as read) {
              <hw-submitted-facts [submitted]="submitted" [review]="read" />
              <form novalidate (submit)="signOff(found.version, $event)">
                <gov-checkboxes
                  id="declaration"
                  legend="Declaration"
                  legendClasses="govuk-visually-hidden"
                  [items]="items()"
                  [error]="declaration.error()"
                  [(value)]="declaration.ticked"
                />
                <div class="govuk-button-group">
                  <button gov-button [attr.aria-disabled]="opened.state().sending">Sign off return</button>
                  <a class="govuk-link" [govHref]="path(opened.at(), 'request-changes')"
                    >Request changes instead</a
                  >
                </div>
              </form>
            } @else if (!review.problem()) {
              <p class="govuk-body hw-loading" role="status">Loading what was submitted</p>
            }
          }
        }
      }
    </hw-return-step>
  `,
})
export class SignOffPage {
  readonly id = input.required<string>();
  readonly slug = input.required<string>();
  protected readonly opened = openedReturn(this.id, this.slug);
  protected readonly around = readAround(this.opened);
  protected readonly path = returnPath;
  private readonly reference = computed(() => this.opened.found()?.reference ?? null);
  /** What is signed off is what is shown: not what was submitted before it was sent back. */
  protected readonly read = computed(() => {
    const submitted = this.around.submitted();
    return submitted?.reference === this.reference() ? submitted : null;
  });
  /** What the lead saw, before anything is declared. */
  protected readonly review = submittedReview(this.read, this.slug);
  protected readonly declaration = new Declaration(
    'Confirm that you have read the return and sign it off',
    this.opened.refusal,
  );
  protected readonly items = computed(() => [
    {
      value: 'yes',
      text: `I have read this return and sign it off for ${this.opened.found()!.organisation.name}`,
    },
  ]);
  protected readonly errors = computed(() => this.declaration.errors());
  protected readonly why = computed(() => {
    if (this.opened.may().notTwice)
      return 'You saved or submitted part of this return, so somebody else must sign it off.';
    return this.opened.found()!.state === 'submitted'
      ? 'An approver of the organisation signs it off.'
      : 'A return is signed off once it is submitted.';
  });

  constructor() {
    // Of another submission nothing is declared yet.
    effect(() => {
      this.reference();
      untracked(() => this.declaration.ticked.set([]));
    });
  }

  protected signOff(version: number, event: Event): void {
    event.preventDefault();
    if (this.declaration.isMade()) this.opened.send({ action: 'sign_off', body: {} }, version);
  }
}
