import { Component, input } from '@angular/core';
import { pulseSuppressed } from '@headway/domain';
import { GovLink } from '@headway/govuk';
import { TableDownload } from '../../platform/table-download';
import type { ResultsTable as Results } from './tables';

/** Results as a table, what `[c]` means where there is any, and the same as a file. */
@Component({
  selector: 'hw-results-table',
  imports: [GovLink, TableDownload],
  template: `
    <div class="hw-scroll" role="region" tabindex="0" [attr.aria-label]="table().caption">
      <table class="govuk-table">
        <caption class="govuk-table__caption govuk-table__caption--s">
          {{
            table().caption
          }}
        </caption>
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">
            <th scope="col" class="govuk-table__header">{{ table().heading }}</th>
            @for (column of table().columns; track column.text) {
              <th
                scope="col"
                class="govuk-table__header"
                [class.govuk-table__header--numeric]="column.numeric"
              >
                {{ column.text }}
              </th>
            }
          </tr>
        </thead>
        <tbody class="govuk-table__body">
          @for (row of table().rows; track row.key) {
            <tr class="govuk-table__row">
              <th
                scope="row"
                class="govuk-table__header"
                [class.hw-below]="row.level > 0"
                [class.hw-below--further]="row.level > 1"
              >
                @if (row.level > 0) {
                  <span>of which </span>
                }
                @if (row.organisation; as slug) {
                  <a class="govuk-link" [govHref]="'/departments/' + slug">{{ row.label }}</a>
                } @else {
                  {{ row.label }}
                }
              </th>
              @for (cell of row.cells; track $index) {
                <td
                  class="govuk-table__cell"
                  [class.govuk-table__cell--numeric]="table().columns[$index]!.numeric"
                  [class.hw-wide]="!table().columns[$index]!.numeric"
                >
                  {{ cell }}
                </td>
              }
            </tr>
          }
        </tbody>
      </table>
    </div>
    @if (table().hasHidden) {
      <p class="govuk-body">[c] {{ suppressed }}</p>
    }
    <hw-table-download [caption]="table().caption" [name]="name() + '.csv'" [file]="file" />
  `,
})
export class ResultsTable {
  readonly table = input.required<Results>();
  /** Of the file, without its ending. */
  readonly name = input.required<string>();
  protected readonly suppressed = pulseSuppressed;
  protected readonly file = () => this.table().file;
}
