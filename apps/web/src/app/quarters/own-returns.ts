import { Component, computed, inject, input } from '@angular/core';
import type { Quarter, Return } from '@headway/contract';
import { formatDate, isOwed } from '@headway/domain';
import { Button, GovLink } from '@headway/govuk';
import { ReturnStateTag } from '../platform/return-state-tag';
import { canPerson } from '../platform/session/can-person';
import { Today } from '../platform/today';
import { dueWords, lateWords, shortLabel } from './quarter-words';
import { returnPath } from './returns-choice';

/** The returns that the person prepares or signs off, with what there is to do. */
@Component({
  selector: 'hw-own-returns',
  imports: [Button, GovLink, ReturnStateTag],
  template: `
    @for (own of owns(); track own.href) {
      <section class="hw-own" [attr.aria-label]="own.heading + ': ' + own.name">
        <h2 class="govuk-heading-m hw-heading-tight">{{ own.heading }}</h2>
        <p class="govuk-body hw-stage-line">
          <strong>{{ own.name }}</strong> <hw-return-state-tag [state]="own.state" />
        </p>
        @if (own.due) {
          <p class="govuk-body">{{ own.due }}</p>
        }
        <a gov-button [variant]="own.todo ? 'primary' : 'secondary'" [govHref]="own.href" class="hw-flush"
          >{{ own.todo || 'Look at the return'
          }}<span class="govuk-visually-hidden">: {{ own.name }}</span></a
        >
      </section>
    }
  `,
})
export class OwnReturns {
  readonly quarter = input.required<Quarter>();
  readonly returns = input.required<readonly Return[]>();
  private readonly can = canPerson();
  private readonly today = inject(Today).date;
  protected readonly owns = computed(() =>
    this.returns()
      .filter(({ organisation: { id } }) => this.can('prepareReturn', id) || this.can('signOffReturn', id))
      .map((one) => ({
        heading: `Your return for ${shortLabel(this.quarter())}`,
        name: one.organisation.name,
        state: one.state,
        due: this.open() && isOwed(one.state) ? this.due(one) : '',
        href: returnPath(one),
        todo: this.open() ? this.todo(one) : '',
      })),
  );
  private readonly open = computed(() => this.quarter().state === 'open');

  private todo({ state, maySignOff, organisation: { id } }: Return): string {
    if (maySignOff) return 'Check and sign off';
    if (!isOwed(state) || !this.can('prepareReturn', id)) return '';
    if (state === 'changes_requested') return 'Make the changes requested';
    return state === 'draft' ? 'Continue your return' : 'Start your return';
  }

  private due({ dueOn, workingDaysLate }: Return): string {
    const words = lateWords(workingDaysLate) || dueWords(dueOn, this.today());
    return `Due on ${formatDate(dueOn)}${words ? `, ${words}` : ''}`;
  }
}
