import { Component, DOCUMENT, computed, inject, input } from '@angular/core';
import { toCsv } from '@headway/charts';
import type { CalendarDate, Figure, FigureTable } from '@headway/domain';
import { saveCsv } from '../platform/csv';
import { fileName, fileOf } from './figures-file';
import { type LinesTable, LinesTableView, type LinkedFigure } from './lines-table';
import { type PortfolioView, servicesPath } from './portfolio.view';

/** Lines of figures, each figure a link to the list of services whose total it is; and the same as a file. */
@Component({
  selector: 'hw-figures-table',
  imports: [LinesTableView],
  template: `<hw-lines-table [table]="drawn()" (saved)="save()" />`,
})
export class FiguresTable {
  private readonly document = inject(DOCUMENT);
  readonly table = input.required<FigureTable>();
  readonly view = input.required<PortfolioView>();
  /** The date that the figures are of. */
  readonly on = input.required<CalendarDate>();
  protected readonly drawn = computed((): LinesTable => {
    const { caption, heading, columns, shareHeading, lines } = this.table();
    const headings = [...columns, shareHeading];
    return {
      ...{ caption, heading, columns: headings.map((text) => ({ text, numeric: true })) },
      rows: lines.map(({ figures, share, ...line }) => ({
        ...line,
        cells: [...figures, share].map((figure, i) => this.cell(figure, headings[i]!, line.label)),
      })),
    };
  });

  protected save(): void {
    const [table, on, view] = [this.table(), this.on(), this.view()];
    saveCsv(this.document, fileName(table, on, view), toCsv(fileOf(table, on, view)));
  }

  private cell({ value, narrowing }: Figure, column: string, label: string): LinkedFigure {
    const text = value.toLocaleString('en-GB');
    const said = `${text} ${column.toLowerCase()}, ${label}`;
    return { text, said, path: servicesPath(this.view(), narrowing) };
  }
}
