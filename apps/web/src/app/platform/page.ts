import { Component, computed, effect, inject, input, output, untracked } from '@angular/core';
import { Title } from '@angular/platform-browser';
import type { Problem } from '@headway/domain';
import { BackLink, type Breadcrumb, Breadcrumbs, ErrorSummary, type SummaryError } from '@headway/govuk';
import { Connection } from './connection';
import { Notices } from './layout/notices';
import { ProblemText, problemHeading } from './problem-text';

/**
 * What every page stands in: its title, the way back, news, errors, then its own content with one `h1`.
 * A problem takes the place of the content, except where the page has something to keep.
 */
@Component({
  selector: 'hw-page',
  imports: [BackLink, Breadcrumbs, ErrorSummary, Notices, ProblemText],
  template: `
    <div class="govuk-width-container">
      @if (breadcrumbs().length) {
        <gov-breadcrumbs [items]="breadcrumbs()" />
      } @else if (back()) {
        <nav aria-label="Back"><gov-back-link [href]="back()!" /></nav>
      }
      <main class="govuk-main-wrapper" id="main-content">
        <hw-notices [problem]="problem() !== null" />
        @if (problem(); as problem) {
          <hw-problem-text [problem]="problem" (retry)="retry.emit()" />
        } @else {
          @if (errors().length) {
            <div class="govuk-grid-row">
              <div class="govuk-grid-column-two-thirds">
                <gov-error-summary [errors]="errors()" />
              </div>
            </div>
          }
          @if (loading()) {
            <p class="govuk-body hw-loading" role="status">Loading</p>
          }
          <ng-content />
        }
      </main>
    </div>
  `,
})
export class Page {
  private readonly title = inject(Title);
  private readonly connection = inject(Connection);
  /** The page's own part of the title, as a rule the words of its `h1`. */
  readonly pageTitle = input.required<string>();
  /** The part of Headway that it belongs to; left out where it is that part's first page. */
  readonly section = input<string>();
  readonly breadcrumbs = input<readonly Breadcrumb[]>([]);
  readonly back = input<string>();
  readonly loading = input(false);
  readonly problem = input<Problem | null>(null);
  readonly errors = input<readonly SummaryError[]>([]);
  readonly retry = output();

  private readonly fullTitle = computed(() => {
    const problem = this.problem();
    const page = problem ? problemHeading(problem) : this.pageTitle();
    const parts = [page, this.section(), 'Headway'].filter((part) => part);
    return `${this.errors().length ? 'Error: ' : ''}${parts.join(' – ')}`;
  });

  constructor() {
    effect(() => this.title.setTitle(this.fullTitle()));
    let lost = false;
    effect(() => {
      const [before, now] = [lost, this.connection.lost()];
      lost = now;
      if (before && !now && this.problem()?.code === 'unavailable') untracked(() => this.retry.emit());
    });
  }
}
