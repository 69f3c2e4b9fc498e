import { Component, DOCUMENT, inject, input } from '@angular/core';
import { toCsv } from '@headway/charts';
import { pulseSuppressed } from '@headway/domain';
import { saveCsv } from '../../platform/csv';
import { LinesTableView } from '../../portfolio/lines-table';
import type { ResultsTable as Results } from './tables';

/** Results as a table, what `[c]` means where there is any, and the same as a file. */
@Component({
  selector: 'hw-results-table',
  imports: [LinesTableView],
  template: `
    <hw-lines-table [table]="table()" (saved)="save()">
      @if (table().hasHidden) {
        <p class="govuk-body">[c] {{ suppressed }}</p>
      }
    </hw-lines-table>
  `,
})
export class ResultsTable {
  private readonly document = inject(DOCUMENT);
  readonly table = input.required<Results>();
  /** Of the file, without its ending. */
  readonly name = input.required<string>();
  protected readonly suppressed = pulseSuppressed;

  protected save(): void {
    saveCsv(this.document, `${this.name()}.csv`, toCsv(this.table().file));
  }
}
