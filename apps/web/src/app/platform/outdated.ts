import { Component, computed, effect, inject, input, output, untracked } from '@angular/core';
import type { Problem } from '@headway/domain';
import { Button } from '@headway/govuk';
import { Connection } from './connection';

/** The problem that takes the place of a page. What is shown stays where only a newer look at it failed. */
export function lasting(problem: Problem | null, isShown: boolean): Problem | null {
  return isShown && problem && problem.status >= 429 ? null : problem;
}

const words = {
  this: 'This page could not be brought up to date.',
  former: 'What you chose could not be shown. Below is still what you chose before.',
  nothing: 'What you chose could not be shown.',
};

/** Says so on a page that stays, and tries again: when asked to, and once Headway can be reached. */
@Component({
  selector: 'hw-outdated',
  imports: [Button],
  template: `
    <div role="status">
      @if (problem()) {
        <div class="govuk-inset-text">
          <p class="govuk-body">{{ words() }}</p>
          <button gov-button buttonType="button" variant="secondary" (click)="retry.emit()">Try again</button>
        </div>
      }
    </div>
  `,
})
export class Outdated {
  readonly problem = input.required<Problem | null>();
  /** What is shown was chosen before, or nothing is. */
  readonly shows = input<'this' | 'former' | 'nothing'>('this');
  readonly retry = output();
  protected readonly words = computed(() => words[this.shows()]);

  constructor() {
    const { lost } = inject(Connection);
    let before = false;
    effect(() => {
      const back = before && !lost();
      before = lost();
      if (back && untracked(this.problem)) untracked(() => this.retry.emit());
    });
  }
}
