import { Component, computed, input } from '@angular/core';
import type { Barrier } from '@headway/contract';
import { type CalendarDate, barrierCategoryLabels, openOn } from '@headway/domain';
import { GovLink, Tag } from '@headway/govuk';
import { BarrierHistory } from './barrier-history';
import { ageWords, barrierName, nextWords } from './barrier-words';
import { barrierPath } from './held-back';

/** One barrier: what it is, what comes next and whose that is, how long it has been there. */
@Component({
  selector: 'hw-barrier-item',
  imports: [BarrierHistory, GovLink, Tag],
  template: `
    @let one = barrier();
    <p class="govuk-body hw-stage-line">
      <gov-tag [colour]="open() ? 'orange' : 'grey'">{{ labels[one.category] }}</gov-tag>
      <span class="hw-quiet">{{ age() }}</span>
    </p>
    <p class="govuk-body hw-lines">{{ one.description }}</p>
    @if (next()) {
      <p class="govuk-body hw-lines"><strong>Next action:</strong> {{ next() }}</p>
    }
    @if (mayChange()) {
      <p class="govuk-body hw-stage-line">
        <a class="govuk-link" [govHref]="path(one.id, 'change')"
          >Change<span class="govuk-visually-hidden"> {{ name() }}</span></a
        >
        @if (open()) {
          <a class="govuk-link" [govHref]="path(one.id, 'resolve')"
            >Resolve<span class="govuk-visually-hidden"> {{ name() }}</span></a
          >
        } @else if (mayOpenAgain()) {
          <a class="govuk-link" [govHref]="path(one.id, 'reopen')"
            >Open again<span class="govuk-visually-hidden"> {{ name() }}</span></a
          >
        }
      </p>
    }
    <hw-barrier-history [id]="one.id" [version]="one.version" />
  `,
})
export class BarrierItem {
  readonly barrier = input.required<Barrier>();
  readonly on = input.required<CalendarDate>();
  readonly mayChange = input.required<boolean>();
  readonly mayOpenAgain = input(true);
  protected readonly labels = barrierCategoryLabels;
  protected readonly path = barrierPath;
  protected readonly open = computed(() => openOn(this.barrier(), this.on()));
  protected readonly age = computed(() => ageWords(this.barrier(), this.on()));
  protected readonly next = computed(() => nextWords(this.barrier()));
  protected readonly name = computed(() => barrierName(this.barrier()));
}
