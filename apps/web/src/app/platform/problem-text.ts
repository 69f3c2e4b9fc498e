import { Component, computed, input, output } from '@angular/core';
import type { Problem } from '@headway/domain';
import { Button } from '@headway/govuk';

export function problemHeading({ code }: Problem): string {
  switch (code) {
    case 'not_found':
      return 'Page not found';
    case 'not_allowed':
      return 'You do not have permission';
    case 'not_signed_in':
      return 'You have been signed out';
    case 'unavailable':
      return 'Headway is not available';
    case 'read_only':
      return 'Headway cannot be changed at the moment';
    default:
      return 'Sorry, there is a problem';
  }
}

/** A whole page's words for a problem, in GOV.UK's patterns. */
@Component({
  selector: 'hw-problem-text',
  imports: [Button],
  template: `
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <h1 class="govuk-heading-l">{{ heading() }}</h1>
        @switch (problem().code) {
          @case ('not_found') {
            <p class="govuk-body">If you typed the web address, check it is correct.</p>
            <p class="govuk-body">If you pasted the web address, check you copied the entire address.</p>
            <p class="govuk-body">It may also be something that you do not have access to.</p>
          }
          @case ('not_allowed') {
            <p class="govuk-body">Your roles in Headway do not let you do this.</p>
            <p class="govuk-body">
              Ask the person who manages Headway in your organisation if you think they should.
            </p>
          }
          @case ('not_signed_in') {
            <p class="govuk-body">Sign in again, then come back to this page.</p>
          }
          @default {
            @for (text of said(); track text) {
              <p class="govuk-body">{{ text }}</p>
            }
            <button gov-button buttonType="button" (click)="retry.emit()">Try again</button>
          }
        }
      </div>
    </div>
  `,
})
export class ProblemText {
  readonly problem = input.required<Problem>();
  readonly retry = output();
  protected readonly said = computed(() => {
    const { code, detail, title } = this.problem();
    if (code === 'unavailable')
      return ['Headway could not be reached. Your connection may be down, or ours may be.'];
    if (code === 'read_only') return ['You can still read everything. Nothing was saved. Try again later.'];
    return [detail ?? title, 'Nothing was changed. You can try again.'];
  });
  protected readonly heading = computed(() => problemHeading(this.problem()));
}
