import { Component, computed, input } from '@angular/core';
import type { Return } from '@headway/contract';
import { returnCounts, returnStateLabels, returnStates } from '@headway/domain';
import { GovLink } from '@headway/govuk';
import { type Show, quarterPath } from './returns-choice';

/** How many returns are in each state, written as the sum that it is; each number lists its returns. */
@Component({
  selector: 'hw-return-tally',
  imports: [GovLink],
  template: `
    <ul class="hw-tally">
      @for (one of parts(); track one.label) {
        <li class="hw-tally__part">
          <a
            class="govuk-link govuk-link--no-visited-state hw-tally__link"
            [govHref]="one.href"
            [attr.aria-current]="one.current ? 'true' : null"
            ><span class="hw-tally__number">{{ one.number.toLocaleString('en-GB') }}</span> {{ one.label }}</a
          >
        </li>
      }
    </ul>
  `,
})
export class ReturnTally {
  readonly id = input.required<string>();
  readonly returns = input.required<readonly Return[]>();
  readonly show = input<Show | null>(null);
  protected readonly parts = computed(() => {
    const counts = returnCounts(this.returns().map(({ state }) => state));
    const part = (label: string, number: number, show: Show | null) => ({
      label,
      number,
      href: quarterPath(this.id(), show),
      current: this.show() === show,
    });
    return [
      ...returnStates.map((state) => part(returnStateLabels[state], counts[state], state)),
      part('Expected', counts.expected, null),
    ];
  });
}
