import { Component, computed, input } from '@angular/core';
import type { MovedService } from '@headway/contract';
import { type PastChoice, formatDate, present, stageLabels } from '@headway/domain';
import { GovLink } from '@headway/govuk';
import { StageTag } from '../../platform/stage-tag';
import { servicePathIn } from '../../services/list-choice';
import { standingLabel } from './compare-words';

/** Services with where they stood on both dates, and what was said when they moved. */
@Component({
  selector: 'hw-moved-services',
  imports: [GovLink, StageTag],
  template: `
    <table class="govuk-table hw-cards">
      <caption class="govuk-visually-hidden">
        Services, and where they stood on both dates
      </caption>
      <thead class="govuk-table__head">
        <tr class="govuk-table__row">
          <th scope="col" class="govuk-table__header">Service</th>
          <th scope="col" class="govuk-table__header">From</th>
          <th scope="col" class="govuk-table__header">To</th>
          <th scope="col" class="govuk-table__header">What was said</th>
        </tr>
      </thead>
      <tbody class="govuk-table__body">
        @for (row of rows(); track row.reference) {
          <tr class="govuk-table__row">
            <th scope="row" class="govuk-table__header hw-plain">
              <a class="govuk-link" [govHref]="row.path">{{ row.name }}</a>
              <span class="hw-quiet hw-second-line">{{ row.reference }} · {{ row.organisation.name }}</span>
            </th>
            <td class="govuk-table__cell hw-no-wrap" data-label="From">
              @if (row.before === 'absent') {
                {{ label(row.before) }}
              } @else {
                <hw-stage-tag [stage]="row.before" />
              }
            </td>
            <td class="govuk-table__cell hw-no-wrap" data-label="To">
              @if (row.after === 'absent') {
                {{ label(row.after) }}
              } @else {
                <hw-stage-tag [stage]="row.after" />
              }
            </td>
            <td class="govuk-table__cell" data-label="What was said">
              @for (move of row.moves; track move.effectiveOn) {
                <p class="govuk-body-s govuk-!-margin-bottom-1">
                  <span class="hw-quiet">{{ move.stage }} on {{ move.date }}</span>
                  @if (move.note) {
                    <br />{{ move.note }}
                  }
                </p>
              }
            </td>
          </tr>
        }
      </tbody>
    </table>
  `,
})
export class MovedServices {
  readonly services = input.required<readonly MovedService[]>();
  /** In which each is opened. */
  readonly past = input<(service: MovedService) => PastChoice>(() => present);
  protected readonly label = standingLabel;
  protected readonly rows = computed(() =>
    this.services().map((service) => ({
      ...service,
      path: servicePathIn(this.past()(service), service.reference),
      moves: service.moves.map((move) => ({
        ...move,
        stage: stageLabels[move.stage],
        date: formatDate(move.effectiveOn),
      })),
    })),
  );
}
