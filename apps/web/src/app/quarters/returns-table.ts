import { Component, computed, input } from '@angular/core';
import type { Return } from '@headway/contract';
import { confidenceLabels, isOwed } from '@headway/domain';
import { GovLink } from '@headway/govuk';
import { ReturnStateTag } from '../platform/return-state-tag';
import { fellWords, lateWords } from './quarter-words';
import { quarterPath, returnPath } from './returns-choice';

/** Returns, whom to chase first; on a narrow screen each is a card. */
@Component({
  selector: 'hw-returns-table',
  imports: [GovLink, ReturnStateTag],
  template: `
    <table class="govuk-table hw-cards hw-returns-list">
      <caption class="govuk-visually-hidden">
        Returns, those that are latest and have got least far first
      </caption>
      <thead class="govuk-table__head">
        <tr class="govuk-table__row">
          <th scope="col" class="govuk-table__header">Organisation</th>
          <th scope="col" class="govuk-table__header">State</th>
          <th scope="col" class="govuk-table__header">Services updated or confirmed</th>
          <th scope="col" class="govuk-table__header">Confidence</th>
          @if (mayExcuse()) {
            <td class="govuk-table__header hw-screen-only"></td>
          }
        </tr>
      </thead>
      <tbody class="govuk-table__body">
        @for (row of rows(); track row.name) {
          <tr class="govuk-table__row">
            <th scope="row" class="govuk-table__header hw-plain">
              <a class="govuk-link" [govHref]="row.href">{{ row.name }}</a>
              @if (row.reference) {
                &ngsp;
                <span class="hw-quiet hw-second-line">{{ row.reference }}</span>
              }
            </th>
            <td class="govuk-table__cell" data-label="State">
              <hw-return-state-tag class="hw-no-wrap" [state]="row.state" />
              @if (row.late) {
                &ngsp;
                <span class="hw-second-line"
                  ><strong>{{ row.late }}</strong></span
                >
              }
              @if (row.excused) {
                &ngsp;
                <span class="hw-quiet hw-second-line hw-lines">{{ row.excused }}</span>
              }
            </td>
            <td class="govuk-table__cell" data-label="Services updated or confirmed">{{ row.services }}</td>
            <td class="govuk-table__cell" data-label="Confidence">
              {{ row.confidence }}
              @if (row.fell) {
                &ngsp;
                <span class="hw-quiet hw-second-line">{{ row.fell }}</span>
              }
            </td>
            @if (mayExcuse()) {
              <td class="govuk-table__cell hw-screen-only">
                @if (row.excuse; as href) {
                  <a class="govuk-link govuk-link--no-visited-state" [govHref]="href"
                    >Excuse<span class="govuk-visually-hidden"> {{ row.name }} from its return</span></a
                  >
                }
              </td>
            }
          </tr>
        }
      </tbody>
    </table>
  `,
})
export class ReturnsTable {
  readonly returns = input.required<readonly Return[]>();
  /** The quarter is open, and the person runs it. */
  readonly mayExcuse = input(false);
  protected readonly rows = computed(() =>
    this.returns().map((one) => ({
      name: one.organisation.name,
      href: returnPath(one),
      state: one.state,
      late: lateWords(one.workingDaysLate),
      excused: one.state === 'excused' ? one.excused : null,
      services: `${one.services.said.toLocaleString('en-GB')} of ${one.services.total.toLocaleString('en-GB')}`,
      confidence: one.confidence ? confidenceLabels[one.confidence] : '–',
      fell: fellWords(one),
      reference: one.reference && `Reference ${one.reference}`,
      excuse: isOwed(one.state) ? excusePath(one) : null,
    })),
  );
}

function excusePath({ quarter, organisation }: Return): string {
  return `${quarterPath(quarter)}/excuse/${encodeURIComponent(organisation.slug)}`;
}
