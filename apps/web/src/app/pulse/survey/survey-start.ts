import { Component, computed, input } from '@angular/core';
import type { PulseSurveyOfLink } from '@headway/contract';
import { formatDate, pulseAnonymity, smallestPulseGroup } from '@headway/domain';
import { Button, GovLink } from '@headway/govuk';

export const startHeading = 'Tell us how far digital has got where you work';

/** Who asks, how long it takes, what is kept and what is not. */
@Component({
  selector: 'hw-survey-start',
  imports: [Button, GovLink],
  template: `
    <span class="govuk-caption-l">{{ survey().organisation.name }}</span>
    <h1 class="govuk-heading-l">{{ heading }}</h1>
    <p class="govuk-body">
      This survey asks people who work in {{ survey().organisation.name }} how far its services have got on
      the way to digital, and what holds them back. What staff say is set beside what is recorded of the
      services.
    </p>
    <p class="govuk-body">
      It takes about 5 minutes. There are {{ questions() }} questions, and you can skip any but the first.
    </p>
    <p class="govuk-body">You can answer until the end of {{ lastDay() }}.</p>
    <h2 class="govuk-heading-m">What we keep, and what we do not</h2>
    <p class="govuk-body">We keep:</p>
    <ul class="govuk-list govuk-list--bullet">
      <li>your answers, your grade among them</li>
      <li>your organisation, as this link is for all who work in it</li>
      <li>the day, but not the time</li>
    </ul>
    <p class="govuk-body">{{ anonymity }}</p>
    <p class="govuk-body">
      Results are shown for groups of {{ smallest }} people or more. Your answers stay in this browser tab
      until you send them, and nothing is sent before that.
    </p>
    <a gov-button class="govuk-button--start" [govHref]="first()">
      Start now
      <svg
        class="govuk-button__start-icon"
        xmlns="http://www.w3.org/2000/svg"
        width="17.5"
        height="19"
        viewBox="0 0 33 40"
        aria-hidden="true"
        focusable="false"
      >
        <path fill="currentColor" d="M0 0h13l20 20-20 20H0l20-20z" />
      </svg>
    </a>
  `,
})
export class SurveyStart {
  readonly survey = input.required<PulseSurveyOfLink>();
  readonly questions = input.required<number>();
  /** Address of the first question. */
  readonly first = input.required<string>();
  protected readonly heading = startHeading;
  protected readonly anonymity = pulseAnonymity;
  protected readonly smallest = smallestPulseGroup;
  protected readonly lastDay = computed(() => formatDate(this.survey().closesOn));
}
