import { Component, computed, input } from '@angular/core';
import type { SignalledService } from '@headway/contract';
import { barrierCategoryLabels, signalLabels, signalSentence } from '@headway/domain';
import { GovLink, Tag } from '@headway/govuk';
import { StageTag } from '../../platform/stage-tag';
import { servicePathIn } from '../../services/list-choice';
import type { SignalsView } from './signals.view';

/** Services with what they show, what caused it and when, what holds them back, and whose they are. */
@Component({
  selector: 'hw-signalled-services',
  imports: [GovLink, StageTag, Tag],
  template: `
    <table class="govuk-table hw-cards">
      <caption class="govuk-visually-hidden">
        Services, their signals and what caused them
      </caption>
      <thead class="govuk-table__head">
        <tr class="govuk-table__row">
          <th scope="col" class="govuk-table__header">Service</th>
          <th scope="col" class="govuk-table__header">Stage</th>
          <th scope="col" class="govuk-table__header">Signals</th>
          <th scope="col" class="govuk-table__header">Barrier and next action</th>
        </tr>
      </thead>
      <tbody class="govuk-table__body">
        @for (row of rows(); track row.id) {
          <tr class="govuk-table__row">
            <th scope="row" class="govuk-table__header hw-plain">
              <a class="govuk-link" [govHref]="row.path">{{ row.name }}</a>
              <span class="hw-quiet hw-second-line">{{ row.reference }} · {{ row.organisation.name }}</span>
              @if (row.owner) {
                <span class="hw-quiet hw-second-line">{{ row.owner }}</span>
              }
            </th>
            <td class="govuk-table__cell hw-no-wrap" data-label="Stage">
              <hw-stage-tag [stage]="row.stage" />
            </td>
            <td class="govuk-table__cell" data-label="Signals">
              @for (one of row.signals; track $index) {
                <p class="govuk-body-s govuk-!-margin-bottom-2">
                  <strong>{{ one.label }}.</strong> {{ one.sentence }}
                </p>
              }
            </td>
            <td class="govuk-table__cell" data-label="Barrier and next action">
              @if (row.barrier; as barrier) {
                <p class="govuk-body-s govuk-!-margin-bottom-1">
                  <gov-tag colour="orange">{{ barrier.category }}</gov-tag>
                </p>
                <p class="govuk-body-s govuk-!-margin-bottom-1">{{ barrier.description }}</p>
                @if (barrier.nextAction) {
                  <p class="govuk-body-s govuk-!-margin-bottom-1">
                    <strong>Next:</strong> {{ barrier.nextAction }}
                    @if (barrier.nextActionOwner) {
                      ({{ barrier.nextActionOwner }})
                    }
                  </p>
                }
                @if (row.more) {
                  <p class="govuk-body-s hw-quiet govuk-!-margin-bottom-1">{{ row.more }}</p>
                }
              } @else {
                <span class="hw-quiet">None recorded</span>
              }
            </td>
          </tr>
        }
      </tbody>
    </table>
  `,
})
export class SignalledServices {
  readonly services = input.required<readonly SignalledService[]>();
  /** Each is opened in the same past, and the signal that was asked for comes first. */
  readonly view = input.required<SignalsView>();
  protected readonly rows = computed(() =>
    this.services().map((service) => ({
      ...service,
      path: servicePathIn(this.view().chosen, service.reference),
      signals: service.signals
        .toSorted((a, b) => Number(b.signal === this.view().signal) - Number(a.signal === this.view().signal))
        .map((found) => ({ label: signalLabels[found.signal], sentence: signalSentence(found) })),
      barrier: service.barrier && {
        ...service.barrier,
        category: barrierCategoryLabels[service.barrier.category],
      },
      more:
        service.barriers > 1
          ? `and ${service.barriers - 1} more ${service.barriers > 2 ? 'barriers' : 'barrier'}`
          : '',
    })),
  );
}
