import { Component, computed, input } from '@angular/core';
import type { PulseSurveyOfLink } from '@headway/contract';
import { formatDate, smallestPulseGroup } from '@headway/domain';
import { Panel } from '@headway/govuk';

/** Where there is nothing to answer: not open yet, closed, or done. */
@Component({
  selector: 'hw-survey-standing',
  imports: [Panel],
  template: `
    @if (done()) {
      <gov-panel title="Thank you">Your answers have been sent</gov-panel>
      <h2 class="govuk-heading-m">What happens next</h2>
      <p class="govuk-body">
        The survey closes at the end of {{ closes() }}. After that its results are in Headway, for groups of
        {{ smallest }} people or more.
      </p>
      <p class="govuk-body">Your answers are no longer in this browser. You can close this tab.</p>
    } @else if (survey().state === 'planned') {
      <h1 class="govuk-heading-l">This survey is not open yet</h1>
      <p class="govuk-body">
        You can answer it from {{ opens() }} until the end of {{ closes() }}, by the same link.
      </p>
    } @else {
      <h1 class="govuk-heading-l">This survey has closed</h1>
      <p class="govuk-body">
        Answers were taken until the end of {{ closes() }}. Its results are in Headway, for groups of
        {{ smallest }} people or more.
      </p>
    }
  `,
})
export class SurveyStanding {
  readonly survey = input.required<PulseSurveyOfLink>();
  readonly done = input(false);
  protected readonly smallest = smallestPulseGroup;
  protected readonly opens = computed(() => formatDate(this.survey().opensOn));
  protected readonly closes = computed(() => formatDate(this.survey().closesOn));
}
