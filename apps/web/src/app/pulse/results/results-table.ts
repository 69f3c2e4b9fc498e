import { Component, input } from '@angular/core';
import { pulseSuppressed } from '@headway/domain';
import { LinesTableView } from '../../portfolio/lines-table';
import type { ResultsTable as Results } from './tables';

/** Results as a table, what `[c]` means where there is any, and the same as a file. */
@Component({
  selector: 'hw-results-table',
  imports: [LinesTableView],
  template: `
    <hw-lines-table [table]="table()" [name]="name() + '.csv'" [file]="file">
      @if (table().hasHidden) {
        <p class="govuk-body">[c] {{ suppressed }}</p>
      }
    </hw-lines-table>
  `,
})
export class ResultsTable {
  readonly table = input.required<Results>();
  /** Of the file, without its ending. */
  readonly name = input.required<string>();
  protected readonly suppressed = pulseSuppressed;
  protected readonly file = () => this.table().file;
}
