import { Component, DOCUMENT, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { toCsv } from '@headway/charts';
import type { Signals } from '@headway/contract';
import { type CalendarDate, type Signal, signalLabels, signals, withoutParts } from '@headway/domain';
import { saveCsv } from '../../platform/csv';
import { Chart } from '../chart';
import { DownloadTable } from '../download-table';
import { signalsChart } from '../heat.charts';
import { type SignalsView, signalParams } from './signals.view';

/** How many services of each organisation show each signal: each number opens the list of just those. */
@Component({
  selector: 'hw-signal-counts',
  imports: [Chart, DownloadTable, RouterLink],
  template: `
    @if (anything()) {
      <hw-chart [draw]="draw()" />
    }
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
    <hw-download-table caption="Signals by organisation" (save)="save()" />
  `,
})
export class SignalCounts {
  readonly organisations = input.required<Signals['byOrganisation']>();
  readonly view = input.required<SignalsView>();
  readonly on = input.required<CalendarDate>();
  private readonly document = inject(DOCUMENT);
  protected readonly signals = signals;
  protected readonly labels = signalLabels;
  /** Departments of their own; what is part of one is counted with it. */
  private readonly departments = computed(() => withoutParts(this.organisations()));
  protected readonly anything = computed(() => this.departments().some(({ counts }) => counts.any > 0));
  protected readonly draw = computed(() => {
    const departments = this.departments();
    return (width: number) => signalsChart(departments, width);
  });
  protected readonly rows = computed(() =>
    this.departments().map(({ organisation: { slug, name }, counts }) => ({
      slug,
      name,
      cells: [
        this.cell(slug, null, counts.any),
        ...signals.map((signal) => this.cell(slug, signal, counts[signal])),
      ],
    })),
  );

  protected save(): void {
    const columns = [
      'Organisation',
      'Services',
      'Any signal',
      ...signals.map((signal) => signalLabels[signal]),
    ];
    const rows = this.departments().map(({ organisation: { name }, counts }) => [
      ...[name, counts.services, counts.any],
      ...signals.map((signal) => counts[signal]),
    ]);
    saveCsv(this.document, `headway-signals-${this.on()}.csv`, toCsv({ columns, rows }));
  }

  private cell(slug: string, signal: Signal | null, services: number) {
    const label = signal ? signalLabels[signal] : 'any signal';
    return { services, label, params: signalParams(this.view(), signal, slug) };
  }
}
