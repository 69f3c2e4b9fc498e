import { Component, computed, input } from '@angular/core';
import { mostImportRows } from '@headway/domain';
import { type DownloadFormat, type ListChoice, downloadFormats, downloadPath } from './list-choice';

/** The formats that so many rows are offered in: a workbook holds no more than an import takes back. */
export function offeredFormats(rows: number | null): readonly DownloadFormat[] {
  return downloadFormats.filter((format) => format === 'csv' || rows === null || rows <= mostImportRows);
}

/** "412 rows", as a link to a file says how long it is. */
export function rowsText(rows: number): string {
  return `${rows.toLocaleString('en-GB')} ${rows === 1 ? 'row' : 'rows'}`;
}

/** A list as a file, in any of its formats. */
@Component({
  selector: 'hw-services-downloads',
  template: `
    <p class="govuk-body">
      Download this list ({{ size() }}) as
      @for (link of links(); track link.href) {
        <a class="govuk-link govuk-link--no-visited-state" [attr.href]="link.href" download
          >{{ link.format }}<span class="govuk-visually-hidden"> of this list</span></a
        >{{ link.then }}
      }
    </p>
  `,
})
export class ServicesDownloads {
  readonly choice = input.required<ListChoice>();
  readonly rows = input.required<number>();
  protected readonly links = computed(() =>
    offeredFormats(this.rows()).map((format, index, all) => ({
      format: format.toUpperCase(),
      href: downloadPath(this.choice(), format),
      then: ['', ' or'][all.length - 1 - index] ?? ',',
    })),
  );
  protected readonly size = computed(() => rowsText(this.rows()));
}
