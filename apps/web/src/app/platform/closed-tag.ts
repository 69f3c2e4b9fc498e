import { Component, computed, input } from '@angular/core';
import type { Closure } from '@headway/contract';
import { closureWords } from '@headway/domain';
import { Tag } from '@headway/govuk';

/** That a service is closed, how and since when, in the place of a stage that no longer counts. */
@Component({
  selector: 'hw-closed-tag',
  imports: [Tag],
  template: `
    <gov-tag colour="grey">Closed</gov-tag>
    &ngsp;
    <span [class.hw-second-line]="inTable()">{{ words() }}</span>
  `,
})
export class ClosedTag {
  readonly closure = input.required<Closure>();
  readonly inTable = input(false);
  protected readonly words = computed(() => closureWords(this.closure()));
}
