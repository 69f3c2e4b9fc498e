import { Component, computed, input } from '@angular/core';
import type { Quarter } from '@headway/contract';
import { formatDate, londonDate } from '@headway/domain';
import { GovLink } from '@headway/govuk';
import { reviewPath } from './returns-choice';

/** What was frozen at each closing, the latest first: both stay readable for ever. */
@Component({
  selector: 'hw-quarter-revisions',
  imports: [GovLink],
  template: `
    <h2 class="govuk-heading-m">Frozen figures</h2>
    <table class="govuk-table hw-cards">
      <caption class="govuk-visually-hidden">
        Revisions, the latest first
      </caption>
      <thead class="govuk-table__head">
        <tr class="govuk-table__row">
          <th scope="col" class="govuk-table__header">Revision</th>
          <th scope="col" class="govuk-table__header">Frozen on</th>
          <th scope="col" class="govuk-table__header">Why there is another</th>
          <th scope="col" class="govuk-table__header">SHA-256 of the data</th>
        </tr>
      </thead>
      <tbody class="govuk-table__body">
        @for (row of rows(); track row.revision) {
          <tr class="govuk-table__row">
            <th scope="row" class="govuk-table__header hw-plain hw-no-wrap">
              <a class="govuk-link" [govHref]="row.href"
                >Revision {{ row.revision }}<span class="govuk-visually-hidden">: the review</span></a
              >
            </th>
            <td class="govuk-table__cell hw-no-wrap" data-label="Frozen on">{{ row.frozen }}</td>
            <td class="govuk-table__cell hw-lines" data-label="Why there is another">{{ row.reason }}</td>
            <td class="govuk-table__cell" data-label="SHA-256 of the data">
              <code class="hw-hash">{{ row.sha256 }}</code>
            </td>
          </tr>
        }
      </tbody>
    </table>
  `,
})
export class QuarterRevisions {
  readonly quarter = input.required<Pick<Quarter, 'id' | 'revisions'>>();
  protected readonly rows = computed(() =>
    this.quarter()
      .revisions.map(({ revision, frozenAt, sha256, reason }) => ({
        revision,
        sha256,
        href: reviewPath(this.quarter().id, revision),
        frozen: formatDate(londonDate(new Date(frozenAt))),
        reason: reason ?? 'First closed',
      }))
      .reverse(),
  );
}
