import { Component, computed, inject, signal } from '@angular/core';
import { type ImportKind, type ImportReport, importKinds } from '@headway/contract';
import type { Problem } from '@headway/domain';
import {
  Button,
  Checkboxes,
  type Choice,
  ErrorMessage,
  GovLink,
  Panel,
  Radios,
  type SummaryError,
} from '@headway/govuk';
import { Store } from '@ngrx/store';
import { type Observable, concatMap } from 'rxjs';
import { headingFocus } from '../platform/focus-heading';
import { newKey } from '../platform/headers';
import { Page } from '../platform/page';
import { canPerson } from '../platform/session/can-person';
import { sessionFeature } from '../platform/session/session.feature';
import { typeOfFile, wrongWithFile } from './chosen-file';
import { mustChoose } from './column-choice';
import { type ChosenColumns, ColumnsForm } from './columns-form';
import { homesOf } from './homes';
import { ImportStart } from './import-start';
import { ImportsClient, type Upload } from './imports.client';
import { ChangedTable } from './changed-table';
import { type ChangedSince, changedIn, comparedWith, countsSentence, problemsOf, reportIn } from './report';
import { ReportTables } from './report-tables';

/** A spreadsheet goes in: what its columns mean, what it would change, and then the same file is saved. */
@Component({
  selector: 'hw-import-page',
  imports: [
    Button,
    ChangedTable,
    Checkboxes,
    ColumnsForm,
    ErrorMessage,
    GovLink,
    ImportStart,
    Page,
    Panel,
    Radios,
    ReportTables,
  ],
  templateUrl: './import-page.html',
})
export class ImportPage {
  private readonly client = inject(ImportsClient);
  private readonly focusResult = headingFocus();
  protected readonly can = canPerson();
  private readonly session = inject(Store).selectSignal(sessionFeature.selectSession);
  protected readonly homes = computed(() => homesOf(this.session()));

  protected readonly kinds = [
    { value: 'services', text: 'Services', hint: 'With their stages and targets' },
    { value: 'barriers', text: 'Barriers', hint: 'What holds back services or whole organisations' },
  ] as const satisfies readonly (Choice & { value: ImportKind })[];
  protected readonly kindChosen = signal<string>('services');
  protected readonly kind = computed(() => importKinds.find((kind) => kind === this.kindChosen())!);
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
  protected readonly columnErrors = signal<readonly SummaryError[]>([]);
  private readonly general = signal<readonly SummaryError[]>([]);
  protected readonly errors = computed((): SummaryError[] => {
    const error = this.fileError();
    return [...(error ? [{ text: error, href: '#file' }] : []), ...this.columnErrors(), ...this.general()];
  });

  /** What was checked, kept as it was read: the file on disk may change meanwhile. */
  private upload: Upload | null = null;
  private key = '';
  protected readonly fileName = signal('');
  protected readonly busy = signal<'checking' | 'saving' | null>(null);
  protected readonly report = signal<ImportReport | null>(null);
  /** What changed in Headway after the check, where that keeps its changes from being saved. */
  protected readonly changed = signal<ChangedSince | null>(null);
  protected readonly overwriting = signal(false);
  protected readonly mayOverwrite = computed(
    () =>
      this.report()!.newerCount > 0 || this.report()!.problems.some(({ code }) => code === 'changed_in_both'),
  );
  protected readonly comparison = computed(() => comparedWith(this.report()!));
  private readonly asking = signal(false);
  protected readonly hasErrors = computed(() => problemsOf(this.report()!, 'error').length > 0);
  protected readonly changesNothing = computed(() => this.report()!.created + this.report()!.updated === 0);
  protected readonly step = computed(() => {
    const report = this.report();
    if (!report) return 'start';
    if (this.changed()) return 'overtaken';
    if (this.asking()) return 'columns';
    return report.mode === 'apply' && !this.hasErrors() ? 'saved' : 'checked';
  });
  protected readonly counts = computed(() => countsSentence(this.report()!, this.kind()));
  protected readonly heading = computed(() => {
    if (this.hasErrors()) return 'The file has errors';
    return this.changesNothing() ? 'Nothing would change' : 'Check the changes';
  });
  protected readonly title = computed(() => {
    switch (this.step()) {
      case 'start':
        return 'Import a spreadsheet';
      case 'columns':
        return 'What do the columns mean?';
      case 'checked':
        return this.heading();
      case 'overtaken':
        return 'Something changed after you checked this file';
      case 'saved':
        return 'Changes saved';
    }
  });

  protected choose(files: FileList | null): void {
    this.chosen.set(files?.[0] ?? null);
  }

  protected async check(event: Event): Promise<void> {
    event.preventDefault();
    if (this.busy()) return;
    const [file, kind] = [this.chosen(), this.kind()];
    this.general.set([]);
    this.fileError.set(wrongWithFile(file) ?? undefined);
    if (!file || this.fileError()) return;
    this.busy.set('checking');
    try {
      const read = new Blob([await file.arrayBuffer()], { type: typeOfFile(file.name)! });
      const createOrganisations = kind === 'services' && this.addOrganisations().includes('add');
      this.upload = { kind, file: read, createOrganisations, overwriteNewer: false, columns: null };
    } catch {
      this.busy.set(null);
      this.fileError.set(
        'The selected file could not be read. It may have been changed or moved. Select it again',
      );
      return;
    }
    this.fileName.set(file.name);
    this.key = newKey();
    this.follow(this.client.check(this.upload, newKey()), kind === 'services');
  }

  /** The same file once more, its columns as they were chosen; that is kept first, where it shall be. */
  protected readAs({ columns, keptFor }: ChosenColumns): void {
    this.upload = { ...this.upload!, columns };
    this.key = newKey();
    this.busy.set('checking');
    const checked = this.client.check(this.upload, newKey());
    const nothing = Object.keys(columns).length === 0;
    this.follow(
      keptFor && !nothing
        ? this.client.remember(keptFor.slug, columns, newKey()).pipe(concatMap(() => checked))
        : checked,
    );
  }

  protected askForColumns(): void {
    this.asking.set(true);
    this.focusResult();
  }

  protected save(): void {
    if (this.busy() || !this.upload) return;
    this.busy.set('saving');
    this.follow(this.client.apply(this.upload, this.report()!.importId, this.key));
  }

  /** The same file once more, against Headway as it now is. */
  protected checkAgain(overwriteNewer = this.upload!.overwriteNewer): void {
    if (this.busy() || !this.upload) return;
    this.upload = { ...this.upload, overwriteNewer };
    this.key = newKey();
    this.busy.set('checking');
    this.follow(this.client.check(this.upload, newKey()));
  }

  protected startAgain(): void {
    this.report.set(null);
    this.changed.set(null);
    this.asking.set(false);
    this.general.set([]);
    this.columnErrors.set([]);
    this.chosen.set(null);
    this.upload = null;
    this.focusResult();
  }

  private follow(answer: Observable<ImportReport>, mayAsk = false): void {
    this.general.set([]);
    answer.subscribe({
      next: (report) => this.show(report, mayAsk),
      error: (problem: Problem) => {
        const report = reportIn(problem);
        if (report) return this.show(report, false);
        this.busy.set(null);
        this.changed.set(changedIn(problem));
        if (this.changed()) return this.focusResult();
        if (problem.code !== 'not_signed_in')
          this.general.set(
            problem.errors?.map(({ message }) => ({ text: message })) ?? [
              { text: problem.detail ?? problem.title },
            ],
          );
      },
    });
  }

  private show(report: ImportReport, mayAsk: boolean): void {
    this.busy.set(null);
    this.kindChosen.set(this.upload!.kind);
    this.report.set(report);
    this.changed.set(null);
    this.overwriting.set(this.upload!.overwriteNewer);
    this.asking.set(mayAsk && mustChoose(report));
    this.focusResult();
  }
}
