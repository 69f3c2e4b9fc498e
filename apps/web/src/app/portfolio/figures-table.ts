import { Component, DOCUMENT, computed, inject, input } from '@angular/core';
import { toCsv } from '@headway/charts';
import type { CalendarDate, Figure, FigureTable } from '@headway/domain';
import { Button, GovLink } from '@headway/govuk';
import { saveCsv } from '../platform/csv';
import { fileName, fileOf } from './figures-file';
import { type PortfolioView, servicesPath } from './portfolio.view';

/** Lines of figures, each figure a link to the list of services whose total it is; and the same as a file. */
@Component({
  selector: 'hw-figures-table',
  imports: [Button, GovLink],
  templateUrl: './figures-table.html',
})
export class FiguresTable {
  private readonly document = inject(DOCUMENT);
  readonly table = input.required<FigureTable>();
  readonly view = input.required<PortfolioView>();
  /** The date that the figures are of. */
  readonly on = input.required<CalendarDate>();
  protected readonly lines = computed(() => {
    const { columns, shareHeading, lines } = this.table();
    return lines.map((line) => ({
      ...line,
      cells: [
        ...line.figures.map((figure, i) => this.cell(figure, columns[i]!, line.label)),
        this.cell(line.share, shareHeading, line.label),
      ],
    }));
  });

  protected save(): void {
    const [table, on, view] = [this.table(), this.on(), this.view()];
    saveCsv(this.document, fileName(table, on, view), toCsv(fileOf(table, on, view)));
  }

  private cell({ value, narrowing }: Figure, column: string, label: string) {
    const text = value.toLocaleString('en-GB');
    const said = `${text} ${column.toLowerCase()}, ${label}`;
    return { text, said, path: servicesPath(this.view(), narrowing) };
  }
}
