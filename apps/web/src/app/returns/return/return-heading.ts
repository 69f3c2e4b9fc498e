import { Component, computed, inject, input } from '@angular/core';
import type { Return } from '@headway/contract';
import { quarterName } from '@headway/domain';
import { ReturnStateTag } from '../../platform/return-state-tag';
import { Today } from '../../platform/today';
import { dueWords } from './return-words';

/** Whose return for which quarter, how far it is and when it is due. */
@Component({
  selector: 'hw-return-heading',
  imports: [ReturnStateTag],
  template: `
    <span class="govuk-caption-l">{{ found().organisation.name }}</span>
    <h1 class="govuk-heading-l hw-heading-tight">{{ title() ?? 'Return for ' + name() }}</h1>
    <p class="govuk-body hw-stage-line govuk-!-margin-bottom-6">
      <hw-return-state-tag [state]="found().state" />
      &ngsp;
      <span [class.hw-late]="found().workingDaysLate > 0">{{ due() }}</span>
    </p>
  `,
})
export class ReturnHeading {
  readonly found = input.required<Return>();
  readonly title = input<string>();
  protected readonly name = computed(() => quarterName(this.found().quarter));
  private readonly today = inject(Today).date;
  protected readonly due = computed(() => dueWords(this.found(), this.today()));
}
