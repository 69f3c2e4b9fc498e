import { Component, computed, input } from '@angular/core';
import type { OrganisationName } from '@headway/contract';
import { countOf, formatDate, stageLabels } from '@headway/domain';
import { Details, GovLink } from '@headway/govuk';
import { servicePath } from '../../services/list-choice';
import type { Facts } from './facts';

/** What holds services back, and which targets passed, each with the way to it. */
@Component({
  selector: 'hw-reviewed-facts',
  imports: [Details, GovLink],
  template: `
    @if (held().length || passed().length || own()) {
      <p class="govuk-body">{{ headline() }}</p>
      @if (held().length || own()) {
        <gov-details summary="Show what is held back">
          <ul class="govuk-list govuk-list--bullet">
            @if (own()) {
              <li>
                <a class="govuk-link" [govHref]="'/departments/' + organisation().slug">{{
                  organisation().name
                }}</a>: {{ own() }}
              </li>
            }
            @for (line of held(); track line.path) {
              <li>
                <a class="govuk-link" [govHref]="line.path">{{ line.name }}</a>: {{ line.barriers }}
              </li>
            }
          </ul>
        </gov-details>
      }
      @if (passed().length) {
        <gov-details summary="Show the targets that passed">
          <ul class="govuk-list govuk-list--bullet">
            @for (line of passed(); track $index) {
              <li>
                <a class="govuk-link" [govHref]="line.path">{{ line.name }}</a>: {{ line.target }}
              </li>
            }
          </ul>
        </gov-details>
      }
    } @else {
      <p class="govuk-body">No barrier is open, and no target has passed without being reached.</p>
    }
  `,
})
export class ReviewedFacts {
  readonly facts = input.required<Facts>();
  readonly organisation = input.required<OrganisationName>();
  protected readonly own = computed(() => {
    const { length } = this.facts().barriers;
    return length ? countOf(length, 'barrier') : null;
  });
  protected readonly held = computed(() =>
    this.facts().heldBack.map(({ name, reference, barriers }) => ({
      name,
      path: servicePath(reference),
      barriers: countOf(barriers, 'barrier'),
    })),
  );
  protected readonly passed = computed(() =>
    this.facts().passed.map(({ service, target, days }) => ({
      name: service.name,
      path: servicePath(service.reference),
      target: `${stageLabels[target.stage]} by ${formatDate(target.dueOn!)}, ${countOf(days, 'day')} late`,
    })),
  );
  protected readonly headline = computed(() => {
    const { heldBack, barriers } = this.facts();
    const open = barriers.length + heldBack.reduce((sum, one) => sum + one.barriers, 0);
    const held = open ? countOf(open, 'open barrier') : 'No barrier is open';
    const passed = this.passed().length
      ? `${countOf(this.passed().length, 'target')} passed without being reached`
      : 'no target has passed without being reached';
    return `${held}${open ? ', ' : '; '}${passed}.`;
  });
}
