import { Component, DOCUMENT, inject, input } from '@angular/core';
import type { Table } from '@headway/charts';
import { Button } from '@headway/govuk';
import { FailedLoad } from './failed-load';

/** Beneath a table: the same as a file, made when it is asked for. */
@Component({
  selector: 'hw-table-download',
  imports: [Button],
  template: `
    <button gov-button buttonType="button" variant="secondary" (click)="save()">
      Download this table (CSV)<span class="govuk-visually-hidden">: {{ caption() }}</span>
    </button>
  `,
})
export class TableDownload {
  private readonly document = inject(DOCUMENT);
  private readonly failed = inject(FailedLoad);
  readonly caption = input.required<string>();
  /** Of the file, with its ending. */
  readonly name = input.required<string>();
  readonly file = input.required<() => Table>();

  /** What makes files is fetched for the first of them. */
  protected async save(): Promise<void> {
    const csv = await this.failed.part(() => import('./csv'));
    csv?.saveTable(this.document, this.name(), this.file()());
  }
}
