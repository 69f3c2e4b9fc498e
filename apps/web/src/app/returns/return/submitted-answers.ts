import { Component, computed, input } from '@angular/core';
import type { SubmittedReturn } from '@headway/contract';
import { formatDate } from '@headway/domain';
import { SummaryList, SummaryRow } from '@headway/govuk';
import { confidenceWords } from './answers';
import { momentWords } from './return-words';

/** What a lead submitted beside the services, and what it can be told by. */
@Component({
  selector: 'hw-submitted-answers',
  imports: [SummaryList, SummaryRow],
  template: `
    @let one = submitted();
    <dl gov-summary-list>
      <div gov-summary-row key="Reference">{{ one.reference }}</div>
      <div gov-summary-row key="Submitted">{{ one.submittedBy }}, {{ moment() }}</div>
      <div gov-summary-row key="About">{{ formatDate(one.on) }}</div>
      <div gov-summary-row key="Confidence that planned transformation will be completed">
        {{ words(one.confidence) }}
      </div>
      <div gov-summary-row key="What changed, in words">
        @if (one.summary) {
          <span class="hw-lines hw-break">{{ one.summary }}</span>
        } @else {
          <span class="hw-quiet">Nothing said</span>
        }
      </div>
      @if (full()) {
        <div gov-summary-row key="SHA-256 of the services">
          <code class="hw-break">{{ one.sha256 }}</code>
        </div>
      }
    </dl>
  `,
})
export class SubmittedAnswers {
  readonly submitted = input.required<SubmittedReturn>();
  /** With what proves that nothing was altered since. */
  readonly full = input(false);
  protected readonly formatDate = formatDate;
  protected readonly words = confidenceWords;
  protected readonly moment = computed(() => momentWords(this.submitted().submittedAt));
}
