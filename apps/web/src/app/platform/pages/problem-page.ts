import { Component, computed, input } from '@angular/core';
import type { PageProblemCode } from '@headway/domain';
import { Page } from '../page';
import { problemOf } from '../problem';

/** A problem that the address itself leads to; trying again is loading that address again. */
@Component({
  selector: 'hw-problem-page',
  imports: [Page],
  template: `<hw-page [pageTitle]="problem().title" [problem]="problem()" (retry)="reload()" />`,
})
export class ProblemPage {
  readonly code = input<PageProblemCode>('not_found');
  protected readonly problem = computed(() => problemOf(this.code()));

  protected reload(): void {
    location.reload();
  }
}
