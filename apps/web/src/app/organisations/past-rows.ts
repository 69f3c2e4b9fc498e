import { Component, input } from '@angular/core';
import type { Organisation } from '@headway/contract';
import { formatDate } from '@headway/domain';
import { GovLink, SummaryList, SummaryRow } from '@headway/govuk';

/** When an organisation was there, what it was called and part of before, what it was formed from and became. */
@Component({
  selector: 'hw-past-rows',
  imports: [GovLink, SummaryList, SummaryRow],
  template: `
    <dl gov-summary-list class="hw-narrow">
      @if (organisation().existsFrom; as from) {
        <div gov-summary-row key="Exists from">{{ formatDate(from) }}</div>
      }
      @if (organisation().predecessors.length) {
        <div gov-summary-row key="Was formed from">
          <ul class="govuk-list">
            @for (one of organisation().predecessors; track one.slug) {
              <li>
                <a class="govuk-link" [govHref]="'/departments/' + one.slug">{{ one.name }}</a>,
                {{ formatDate(one.on) }}
              </li>
            }
          </ul>
        </div>
      }
      @if (organisation().formerNames.length) {
        <div gov-summary-row key="Former names">
          <ul class="govuk-list">
            @for (one of organisation().formerNames; track one.untilOn) {
              <li>
                {{ one.name }}{{ one.abbreviation ? ' (' + one.abbreviation + ')' : '' }}, until
                {{ formatDate(one.untilOn) }}
              </li>
            }
          </ul>
        </div>
      }
      @if (organisation().formerParents.length) {
        <div gov-summary-row key="Was part of">
          <ul class="govuk-list">
            @for (one of organisation().formerParents; track one.untilOn) {
              <li>
                @if (one.parent; as parent) {
                  <a class="govuk-link" [govHref]="'/departments/' + parent.slug">{{ parent.name }}</a>, until
                } @else {
                  No other organisation, until
                }
                {{ formatDate(one.untilOn) }}
              </li>
            }
          </ul>
        </div>
      }
      @if (organisation().existsTo; as to) {
        <div gov-summary-row key="Ended on">{{ formatDate(to) }}</div>
      }
      @if (organisation().successors.length) {
        <div gov-summary-row key="Became">
          <ul class="govuk-list">
            @for (one of organisation().successors; track one.slug) {
              <li>
                <a class="govuk-link" [govHref]="'/departments/' + one.slug">{{ one.name }}</a>,
                {{ formatDate(one.on) }}
              </li>
            }
          </ul>
        </div>
      }
    </dl>
  `,
})
export class PastRows {
  readonly organisation = input.required<Organisation>();
  protected readonly formatDate = formatDate;
}
