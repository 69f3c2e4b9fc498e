import { Component, DOCUMENT, computed, inject, signal } from '@angular/core';
import type { ImportReport } from '@headway/contract';
import type { Problem } from '@headway/domain';
import { Button, Checkboxes, ErrorMessage, GovLink, Panel, type SummaryError } from '@headway/govuk';
import type { Observable } from 'rxjs';
import { csvOf, saveCsv } from '../platform/csv';
import { headingFocus } from '../platform/focus-heading';
import { newKey } from '../platform/headers';
import { Page } from '../platform/page';
import { canPerson } from '../platform/session/can-person';
import { templateColumns, wrongWithFile } from './chosen-file';
import { ImportsClient, type Upload } from './imports.client';
import { countsSentence, problemsOf, reportIn } from './report';
import { ReportTables } from './report-tables';

/** A spreadsheet goes in: first what it would change is shown, then the same file is saved. */
@Component({
  selector: 'hw-import-page',
  imports: [Button, Checkboxes, ErrorMessage, GovLink, Page, Panel, ReportTables],
  templateUrl: './import-page.html',
})
export class ImportPage {
  private readonly client = inject(ImportsClient);
  private readonly document = inject(DOCUMENT);
  private readonly focusResult = headingFocus();
  protected readonly can = canPerson();

  private readonly chosen = signal<File | null>(null);
  protected readonly addOrganisations = signal<readonly string[]>([]);
  protected readonly choice = [
    {
      value: 'add',
      text: 'Add organisations that are not here yet',
      hint: 'Otherwise a row with an organisation that Headway does not know is an error',
    },
  ];
  protected readonly fileError = signal<string | undefined>(undefined);
  private readonly general = signal<readonly SummaryError[]>([]);
  protected readonly errors = computed((): SummaryError[] => {
    const error = this.fileError();
    return [...(error ? [{ text: error, href: '#file' }] : []), ...this.general()];
  });

  /** What was checked, kept as it was read: the file on disk may change meanwhile. */
  private upload: Upload | null = null;
  private key = '';
  protected readonly fileName = signal('');
  protected readonly busy = signal<'checking' | 'saving' | null>(null);
  protected readonly report = signal<ImportReport | null>(null);
  protected readonly hasErrors = computed(() => problemsOf(this.report()!, 'error').length > 0);
  protected readonly changesNothing = computed(() => this.report()!.created + this.report()!.updated === 0);
  protected readonly applied = computed(() => this.report()?.mode === 'apply' && !this.hasErrors());
  protected readonly counts = computed(() => countsSentence(this.report()!));
  protected readonly title = computed(() =>
    this.applied() ? 'Changes saved' : this.report() ? 'Check the changes' : 'Import services',
  );

  protected choose(files: FileList | null): void {
    this.chosen.set(files?.[0] ?? null);
  }

  protected async check(event: Event): Promise<void> {
    event.preventDefault();
    if (this.busy()) return;
    const file = this.chosen();
    this.general.set([]);
    this.fileError.set(wrongWithFile(file) ?? undefined);
    if (!file || this.fileError()) return;
    this.busy.set('checking');
    try {
      const read = new Blob([await file.arrayBuffer()], { type: 'text/csv' });
      this.upload = { file: read, createOrganisations: this.addOrganisations().includes('add') };
    } catch {
      this.busy.set(null);
      this.fileError.set(
        'The selected file could not be read. It may have been changed or moved. Select it again',
      );
      return;
    }
    this.fileName.set(file.name);
    this.key = newKey();
    this.follow(this.client.send('check', this.upload, newKey()));
  }

  protected save(): void {
    if (this.busy() || !this.upload) return;
    this.busy.set('saving');
    this.follow(this.client.send('apply', this.upload, this.key));
  }

  protected startAgain(): void {
    this.report.set(null);
    this.general.set([]);
    this.chosen.set(null);
    this.upload = null;
    this.focusResult();
  }

  protected template(): void {
    saveCsv(this.document, 'headway-services-template.csv', csvOf({ columns: templateColumns, rows: [] }));
  }

  private follow(answer: Observable<ImportReport>): void {
    this.general.set([]);
    answer.subscribe({
      next: (report) => this.show(report),
      error: (problem: Problem) => {
        const report = reportIn(problem);
        if (report) return this.show(report);
        this.busy.set(null);
        if (problem.code !== 'not_signed_in')
          this.general.set(
            problem.errors?.map(({ message }) => ({ text: message })) ?? [
              { text: problem.detail ?? problem.title },
            ],
          );
      },
    });
  }

  private show(report: ImportReport): void {
    this.busy.set(null);
    this.report.set(report);
    this.focusResult();
  }
}
