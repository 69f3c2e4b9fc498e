import { Component, computed, input } from '@angular/core';
import type { CalendarDate, Figure, FigureTable } from '@headway/domain';
import { GovLink } from '@headway/govuk';
import { TableDownload } from '../platform/table-download';
import { fileName, fileOf } from './figures-file';
import { type PortfolioView, addressOf, servicesParams, servicesPath } from './portfolio.view';

/**
 * Lines of figures, each figure a link to the list of services whose total it is, a change to what it is made of; and
 * the same as a file.
 */
@Component({
  selector: 'hw-figures-table',
  imports: [GovLink, TableDownload],
  templateUrl: './figures-table.html',
})
export class FiguresTable {
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
  protected readonly name = computed(() => fileName(this.table(), this.on(), this.view()));
  protected readonly file = () => fileOf(this.table(), this.on(), this.view());

  private cell({ value, narrowing, since }: Figure, column: string, label: string) {
    const text = value.toLocaleString('en-GB');
    const said = `${text} ${column.toLowerCase()}, ${label}`;
    const path = since
      ? addressOf('/portfolio/compare', {
          ...servicesParams({ ...this.view(), on: null }, { organisation: narrowing.organisation! }),
          ...{ from: since, to: narrowing.on },
        })
      : servicesPath(this.view(), narrowing);
    return { text, said, path };
  }
}
