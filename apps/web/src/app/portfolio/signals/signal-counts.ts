import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Signals } from '@headway/contract';
import { type Signal, signalLabels, signals } from '@headway/domain';
import { type SignalsView, signalParams } from './signals.view';

/** How many services of each organisation show each signal: each number opens the list of just those. */
@Component({
  selector: 'hw-signal-counts',
  imports: [RouterLink],
  template: `
    <div class="hw-scroll" role="region" tabindex="0" aria-label="Signals by organisation">
      <table class="govuk-table">
        <caption class="govuk-table__caption govuk-table__caption--s">
          Signals by organisation
        </caption>
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">
            <th scope="col" class="govuk-table__header">Organisation</th>
            <th scope="col" class="govuk-table__header govuk-table__header--numeric">Services with any</th>
            @for (signal of signals; track signal) {
              <th scope="col" class="govuk-table__header govuk-table__header--numeric">
                {{ labels[signal] }}
              </th>
            }
          </tr>
        </thead>
        <tbody class="govuk-table__body">
          @for (row of rows(); track row.slug) {
            <tr class="govuk-table__row">
              <th scope="row" class="govuk-table__header">
                <a class="govuk-link" [routerLink]="['/departments', row.slug]">{{ row.name }}</a>
              </th>
              @for (cell of row.cells; track cell.label) {
                <td class="govuk-table__cell govuk-table__cell--numeric">
                  @if (cell.services === 0) {
                    <span class="hw-quiet">0</span>
                  } @else {
                    <a
                      class="govuk-link"
                      routerLink="/portfolio/signals"
                      fragment="services"
                      [queryParams]="cell.params"
                      [attr.aria-label]="
                        cell.services.toLocaleString('en-GB') + ', ' + cell.label + ', ' + row.name
                      "
                      >{{ cell.services.toLocaleString('en-GB') }}</a
                    >
                  }
                </td>
              }
            </tr>
          }
        </tbody>
      </table>
    </div>
    <p class="govuk-body">A department’s numbers include its agencies’.</p>
  `,
})
export class SignalCounts {
  readonly organisations = input.required<Signals['byOrganisation']>();
  readonly view = input.required<SignalsView>();
  protected readonly signals = signals;
  protected readonly labels = signalLabels;
  /** Departments of their own; what is part of one is counted with it. */
  protected readonly rows = computed(() => {
    const here = new Set(this.organisations().map(({ organisation: { slug } }) => slug));
    return this.organisations()
      .filter(({ organisation: { parent } }) => !here.has(parent ?? ''))
      .map(({ organisation: { slug, name }, counts }) => ({
        slug,
        name,
        cells: [
          this.cell(slug, null, counts.any),
          ...signals.map((signal) => this.cell(slug, signal, counts[signal])),
        ],
      }));
  });

  private cell(slug: string, signal: Signal | null, services: number) {
    const label = signal ? signalLabels[signal] : 'any signal';
    return { services, label, params: signalParams(this.view(), signal, slug) };
  }
}
