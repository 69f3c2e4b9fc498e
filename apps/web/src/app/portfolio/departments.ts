import { Component, computed, input, signal } from '@angular/core';
import type { Trend } from '@headway/contract';
import { type LinesSortedBy, departmentLines, departmentsSpread, departmentsTable } from '@headway/domain';
import { Select } from '@headway/govuk';
import { Chart } from './chart';
import { FiguresTable } from './figures-table';
import type { PortfolioView } from './portfolio.view';
import { departmentsChart } from './trend.charts';

/** Departments beside each other over the same quarters, in the order that the reader chooses. */
@Component({
  selector: 'hw-departments',
  imports: [Chart, FiguresTable, Select],
  template: `
    <h2 class="govuk-heading-l">Departments over time</h2>
    @if (spread()) {
      <p class="govuk-body-l">{{ spread() }}</p>
    }
    <gov-select id="departments-by" label="Sort departments by" [items]="orders" [(value)]="sortBy" />
    <hw-chart [draw]="draw()" [described]="false" />
    <hw-figures-table [table]="table()" [view]="view()" [on]="trend().quarters.at(-1)!.on" />
  `,
})
export class Departments {
  readonly trend = input.required<Trend>();
  readonly view = input.required<PortfolioView>();
  protected readonly sortBy = signal<string>('name');
  protected readonly orders: readonly { value: LinesSortedBy; text: string }[] = [
    { value: 'name', text: 'Name' },
    { value: 'share', text: 'Share live or beyond, highest first' },
    { value: 'change', text: 'Change over these quarters, largest rise first' },
  ];
  private readonly lines = computed(() =>
    departmentLines(this.trend().byOrganisation, this.sortBy() as LinesSortedBy),
  );
  protected readonly spread = computed(() =>
    departmentsSpread(this.trend().quarters, this.trend().byOrganisation),
  );
  protected readonly draw = computed(() => {
    const [trend, lines, said] = [this.trend(), this.lines(), this.spread()];
    return (width: number) => departmentsChart(trend.quarters, lines, said, width);
  });
  protected readonly table = computed(() => departmentsTable(this.trend().quarters, this.lines()));
}
