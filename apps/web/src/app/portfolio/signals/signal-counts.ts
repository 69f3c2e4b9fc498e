import { Component, computed, input } from '@angular/core';
import type { Signals } from '@headway/contract';
import { type CalendarDate, type Signal, signalLabels, signals, withoutParts } from '@headway/domain';
import { Chart } from '../chart';
import { signalsChart } from '../heat.charts';
import { type LinesTable, LinesTableView, type LinkedFigure } from '../lines-table';
import { addressOf } from '../portfolio.view';
import { type SignalsView, signalParams } from './signals.view';

/** How many services of each organisation show each signal: each number opens the list of just those. */
@Component({
  selector: 'hw-signal-counts',
  imports: [Chart, LinesTableView],
  template: `
    @if (anything()) {
      <hw-chart [draw]="draw()" />
    }
    <hw-lines-table [table]="table()" [name]="'headway-signals-' + on() + '.csv'" [file]="file">
      <p class="govuk-body">A department’s numbers include its agencies’.</p>
    </hw-lines-table>
  `,
})
export class SignalCounts {
  readonly organisations = input.required<Signals['byOrganisation']>();
  readonly view = input.required<SignalsView>();
  readonly on = input.required<CalendarDate>();
  /** Departments of their own; what is part of one is counted with it. */
  private readonly departments = computed(() => withoutParts(this.organisations()));
  protected readonly anything = computed(() => this.departments().some(({ counts }) => counts.any > 0));
  protected readonly draw = computed(() => {
    const departments = this.departments();
    return (width: number) => signalsChart(departments, width);
  });
  protected readonly table = computed((): LinesTable => {
    const headings = ['Services with any', ...signals.map((signal) => signalLabels[signal])];
    return {
      ...{ caption: 'Signals by organisation', heading: 'Organisation' },
      columns: headings.map((text) => ({ text, numeric: true })),
      rows: this.departments().map(({ organisation: { slug, name }, counts }) => ({
        ...{ key: slug, label: name, level: 0, organisation: slug },
        cells: [null, ...signals].map((signal) => this.cell(slug, name, signal, counts[signal ?? 'any'])),
      })),
    };
  });

  protected readonly file = () => {
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
    return { columns, rows };
  };

  private cell(slug: string, name: string, signal: Signal | null, services: number): LinkedFigure {
    const text = services.toLocaleString('en-GB');
    const said = `${text}, ${signal ? signalLabels[signal] : 'any signal'}, ${name}`;
    const list = addressOf('/portfolio/signals', signalParams(this.view(), signal, slug));
    return { text, said, path: services > 0 ? `${list}#services` : null };
  }
}
