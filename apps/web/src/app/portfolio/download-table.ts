import { Component, input, output } from '@angular/core';
import { Button } from '@headway/govuk';

/** Under a table: the same as a file. Tables of figures have a button of their own, as the portfolio loads no more than it must. */
@Component({
  selector: 'hw-download-table',
  imports: [Button],
  template: `<button gov-button buttonType="button" variant="secondary" (click)="save.emit()">
    Download this table (CSV)<span class="govuk-visually-hidden">: {{ caption() }}</span>
  </button>`,
})
export class DownloadTable {
  /** The table's own, so that the buttons of a page are told apart. */
  readonly caption = input.required<string>();
  readonly save = output();
}
