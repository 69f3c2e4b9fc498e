import { Component, DOCUMENT, computed, inject, input } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { type ImportKind, type ImportMapping, barrierColumns, importColumns } from '@headway/contract';
import { catchError, of } from 'rxjs';
import { saveTable } from '../platform/csv';
import { everything, downloadPath } from '../services/list-choice';
import { offeredFormats, rowsText } from '../services/services-downloads';
import { ImportsClient } from './imports.client';
import { RememberedColumns } from './remembered-columns';

/** Where a file to import comes from: the services or barriers as they are now, or an empty template. */
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
    @if (kind() === 'services') {
      <p class="govuk-body">
        Edit the file and choose it here. Rows that you do not change stay as they are, and so does what you
        leave blank. Say why something changed in the column Note.
      </p>
      <p class="govuk-body">
        When you change a stage, change the date it was reached too, or clear it for today. To correct a date,
        change only the date. What you change beside a stage counts from today.
      </p>
      <hw-remembered-columns [mappings]="mappings()" />
      <p class="govuk-body">
        Discovery, alpha and beta are read as in progress. The same file can be imported again: what is
        already so does not change. A file with other headings can be read too: you are asked what they mean.
      </p>
    } @else {
      <p class="govuk-body">
        Edit the file and choose it here. Rows that you do not change or leave out stay as they are, and so
        does what you leave blank. To resolve a barrier, fill in Resolved on. To add one, fill in a row
        without a barrier id: with the reference of the service, or with the organisation where all of it is
        held back. The same file can be imported again: what is already so does not change.
      </p>
    }
  `,
})
export class ImportStart {
  readonly kind = input.required<ImportKind>();
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
    if (this.kind() === 'barriers') return [{ format: 'CSV', href: '/api/barriers.csv' }];
    const rows = this.rows();
    return offeredFormats(rows).map((format) => ({
      format: [format.toUpperCase(), ...(rows === null ? [] : [rowsText(rows)])].join(', '),
      href: downloadPath(everything, format),
    }));
  });

  protected template(): void {
    const kind = this.kind();
    const columns = Object.values(kind === 'services' ? importColumns : barrierColumns);
    saveTable(this.document, `headway-${kind}-template.csv`, { columns, rows: [] });
  }
}
