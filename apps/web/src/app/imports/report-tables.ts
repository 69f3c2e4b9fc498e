import { Component, computed, input } from '@angular/core';
import type { ImportReport } from '@headway/contract';
import { partOf, problemsOf, shownSentence } from './report';

/** What is wrong in a file, what was read otherwise than written, and what changes, errors first. */
@Component({
  selector: 'hw-report-tables',
  templateUrl: './report-tables.html',
})
export class ReportTables {
  readonly report = input.required<ImportReport>();
  protected readonly problems = computed(() =>
    [
      { key: 'errors', heading: 'Errors', part: partOf(problemsOf(this.report(), 'error')) },
      { key: 'warnings', heading: 'Warnings', part: partOf(problemsOf(this.report(), 'warning')) },
    ]
      .filter(({ part }) => part.total > 0)
      .map((one) => ({ ...one, said: shownSentence(one.part) })),
  );
  protected readonly differences = computed(() => {
    const { differences, created, updated } = this.report();
    const part = partOf(differences, Math.max(created + updated, differences.length));
    return { ...part, said: shownSentence(part) };
  });
}
