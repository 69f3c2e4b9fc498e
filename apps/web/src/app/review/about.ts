import { Component, computed, input } from '@angular/core';
import type { Review } from '@headway/contract';
import { instantWords, quarterLabel } from '@headway/domain';
import { GovLink, SummaryList, SummaryRow } from '@headway/govuk';
import { revisionPath } from './review-words';

/** What this revision is, when it was frozen, and which others there are. */
@Component({
  selector: 'hw-review-about',
  imports: [GovLink, SummaryList, SummaryRow],
  template: `
    <h2 class="govuk-heading-m">About this review</h2>
    <dl gov-summary-list class="hw-aside">
      <div gov-summary-row key="Quarter">{{ quarter() }}</div>
      <div gov-summary-row key="Frozen">{{ frozen() }}</div>
      <div gov-summary-row key="Revisions">
        <ol class="govuk-list hw-flush" reversed>
          @for (one of revisions(); track one.revision) {
            <li>
              @if (one.current) {
                <strong aria-current="true">Revision {{ one.revision }}, this one</strong>
              } @else {
                <a class="govuk-link" [govHref]="one.href">Revision {{ one.revision }}</a>
              }
              <span class="hw-quiet hw-second-line">{{ one.frozen }}</span>
            </li>
          }
        </ol>
      </div>
      <div gov-summary-row key="SHA-256 of the data">
        <code class="hw-break hw-second-line">{{ review().sha256 }}</code>
      </div>
      <div gov-summary-row key="Contact">{{ review().contact }}</div>
    </dl>
    <p class="govuk-body-s hw-quiet">
      This revision and its files never change. What is recorded or corrected later shows in later reviews
      only.
    </p>
  `,
})
export class About {
  readonly review = input.required<Review>();
  protected readonly quarter = computed(() => quarterLabel(this.review().quarter));
  protected readonly frozen = computed(() => instantWords(this.review().frozenAt));
  protected readonly revisions = computed(() => {
    const { quarter, revision: shown, revisions } = this.review();
    return revisions.toReversed().map(({ revision, frozenAt }) => ({
      revision,
      current: revision === shown,
      href: revisionPath(quarter.id, revision),
      frozen: `Frozen at ${instantWords(frozenAt)}`,
    }));
  });
}
