import { Component, DOCUMENT, computed, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { type ImportMapping, importColumns } from '@headway/contract';
import { catchError, of } from 'rxjs';
import { csvOf, saveCsv } from '../platform/csv';
import { everything, downloadPath } from '../services/list-choice';
import { offeredFormats, rowsText } from '../services/services-downloads';
import { ImportsClient } from './imports.client';
import { RememberedColumns } from './remembered-columns';

/** Where a file to import comes from: the services as they are now, or an empty template. */
@Component({
  selector: 'hw-import-start',
  imports: [RememberedColumns],
  template: `
    <h2 class="govuk-heading-m">Start from a file</h2>
    <ul class="govuk-list">
      @for (link of links(); track link.href) {
        <li>
          <a class="govuk-link govuk-link--no-visited-state" [attr.href]="link.href" download
            >Download the current list ({{ link.format }})</a
          >
        </li>
      }
      <li>
        <button type="button" class="hw-link-button govuk-!-text-align-left" (click)="template()">
          Download an empty template (CSV, 1 row)
        </button>
      </li>
    </ul>
    <p class="govuk-body">
      Edit the file and choose it here. Rows that you do not change stay as they are, and so does what you
      leave blank. Say why something changed in the column Note.
    </p>
    <hw-remembered-columns [mappings]="mappings()" />
  `,
})
export class ImportStart {
  private readonly document = inject(DOCUMENT);
  private readonly client = inject(ImportsClient);
  /** The links do without the number where it cannot be had. */
  private readonly rows = toSignal(this.client.countServices().pipe(catchError(() => of(null))), {
    initialValue: null,
  });
  protected readonly mappings = toSignal(
    this.client.remembered().pipe(catchError(() => of([] as readonly ImportMapping[]))),
    { initialValue: [] },
  );
  protected readonly links = computed(() => {
    const rows = this.rows();
    return offeredFormats(rows).map((format) => ({
      format: [format.toUpperCase(), ...(rows === null ? [] : [rowsText(rows)])].join(', '),
      href: downloadPath(everything, format),
    }));
  });

  protected template(): void {
    const table = { columns: Object.values(importColumns), rows: [] };
    saveCsv(this.document, 'headway-services-template.csv', csvOf(table));
  }
}
