import { Component, computed, input } from '@angular/core';
import type { ImportKind, ImportProblem, ImportReport } from '@headway/contract';
import { GovLink, SummaryList, SummaryRow } from '@headway/govuk';
import { servicePath } from '../services/list-choice';
import { NewerTable } from './newer-table';
import { countsOf, partOf, placeOf, problemsOf, shownSentence } from './report';

/** What a file comes to: how much, what is wrong in it, what was read otherwise than written, what changes, what is not in it. */
@Component({
  selector: 'hw-report-tables',
  imports: [GovLink, NewerTable, SummaryList, SummaryRow],
  templateUrl: './report-tables.html',
})
export class ReportTables {
  readonly report = input.required<ImportReport>();
  readonly kind = input.required<ImportKind>();
  protected readonly placeOf = placeOf;
  protected readonly servicePath = servicePath;
  protected readonly counts = computed(() => countsOf(this.report(), this.kind()));
  protected readonly problems = computed(() =>
    [
      { key: 'errors', heading: 'Errors', part: this.problemsOf('error') },
      { key: 'warnings', heading: 'Warnings', part: this.problemsOf('warning') },
    ]
      .filter(({ part }) => part.total > 0)
      .map((one) => ({ ...one, said: shownSentence(one.part) })),
  );
  protected readonly differences = computed(() => {
    const { differences, created, updated } = this.report();
    const part = partOf(differences, Math.max(created + updated, differences.length));
    return { ...part, said: shownSentence(part) };
  });
  protected readonly missing = computed(() => {
    const { missing, missingServices } = this.report();
    const part = partOf(missingServices, missing);
    return { ...part, said: shownSentence(part) };
  });

  private problemsOf(severity: ImportProblem['severity']) {
    const report = this.report();
    return partOf(problemsOf(report, severity), report.problemCounts[severity]);
  }
}
