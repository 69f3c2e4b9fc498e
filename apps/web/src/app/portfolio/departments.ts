import { Component, computed, input, signal } from '@angular/core';
import type { Trend } from '@headway/contract';
import { liveOrBeyond, percent, spreadSentence } from '@headway/domain';
import { Select } from '@headway/govuk';
import { Chart } from './chart';
import type { FigureTable } from './figure-table';
import { quarterName } from './figures';
import { FiguresTable } from './figures-table';
import type { PortfolioView } from './portfolio.view';
import { type SortBy, departmentLines, departmentsChart, panelText } from './trend.charts';

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
    <hw-figures-table
      caption="Share that is live or beyond, by department and quarter"
      [table]="table()"
      [view]="view()"
      [on]="trend().quarters.at(-1)!.on"
    />
  `,
})
export class Departments {
  readonly trend = input.required<Trend>();
  readonly view = input.required<PortfolioView>();
  protected readonly sortBy = signal<string>('name');
  protected readonly orders: readonly { value: SortBy; text: string }[] = [
    { value: 'name', text: 'Name' },
    { value: 'share', text: 'Share live or beyond, highest first' },
    { value: 'change', text: 'Change over these quarters, largest rise first' },
  ];
  private readonly lines = computed(() => departmentLines(this.trend(), this.sortBy() as SortBy));
  protected readonly spread = computed(() => {
    const lines = departmentLines(this.trend(), 'name');
    return spreadSentence(
      this.trend().quarters.map(({ on }, n) => ({
        on,
        organisations: lines.flatMap(({ quarters }) => quarters[n] ?? []),
      })),
    );
  });
  protected readonly draw = computed(() => {
    const [trend, lines, said] = [this.trend(), this.lines(), this.spread()];
    return (width: number) => departmentsChart(trend, lines, said, width);
  });
  protected readonly table = computed((): FigureTable => {
    const { quarters } = this.trend();
    return {
      heading: 'Department',
      columns: quarters.map(({ quarter }) => quarterName(quarter)),
      shareHeading: 'Now and change',
      lines: this.lines().map((line) => {
        const { slug: organisation, name: label } = line.organisation;
        const stage = ['live', 'redesigned'] as const;
        return {
          ...{ key: organisation, label, level: 0, organisation, on: null },
          figures: line.quarters.map((one, n) => ({
            value: one ? percent(liveOrBeyond(one.counts), one.counts) : 'not there',
            narrowing: { organisation, stage, on: quarters[n]!.on },
          })),
          share: { value: panelText(line), narrowing: { organisation, stage, on: quarters.at(-1)!.on } },
        };
      }),
    };
  });
}
