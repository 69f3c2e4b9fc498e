import { Component, computed, inject, input } from '@angular/core';
import type { Quarter } from '@headway/contract';
import { daysAfter, formatDate, londonDate, quarterEnd } from '@headway/domain';
import { Button, GovLink, InsetText } from '@headway/govuk';
import { canPerson } from '../platform/session/can-person';
import { Today } from '../platform/today';
import { QuarterTag } from './quarter-tag';
import { dueWords, isFrozen, nextRevision, notTakenBack, shortLabel } from './quarter-words';
import { quarterPath, reviewPath } from './returns-choice';

/** Where a quarter stands in its cycle, and what those who run it can do next. */
@Component({
  selector: 'hw-quarter-standing',
  imports: [Button, GovLink, InsetText, QuarterTag],
  template: `
    @let now = quarter();
    <p class="govuk-body-l hw-stage-line">
      <hw-quarter-tag [state]="now.state" /> <span>{{ sentence() }}</span>
    </p>
    @if (now.state === 'open' && now.revisions.length) {
      <gov-inset-text>
        It was closed before and is open again. Closing it makes revision {{ next() }}; what was frozen before
        stays as it was.
      </gov-inset-text>
    }
    @if (now.state === 'open') {
      <p class="govuk-body hw-screen-only">
        <a class="govuk-link govuk-link--no-visited-state" [href]="calendar()" download
          >Add the due date to your calendar (ICS)</a
        >
      </p>
      @if (can('runQuarters')) {
        <p class="govuk-body hw-screen-only">
          <a class="govuk-link govuk-link--no-visited-state" [govHref]="path() + '/due'"
            >Change the due date<span class="govuk-visually-hidden"> of {{ name() }}</span></a
          >
        </p>
        @if (!notTakenBack(now)) {
          <p class="govuk-body hw-screen-only">
            Opened by mistake?
            <a class="govuk-link govuk-link--no-visited-state" [govHref]="path() + '/take-back'"
              >Take back<span class="govuk-visually-hidden"> {{ name() }}</span></a
            >
          </p>
        }
      }
    }
    @if (now.state === 'closed') {
      <p class="govuk-body">
        @if (frozen()) {
          <a class="govuk-link" [govHref]="review()">See the review of this quarter</a>
        } @else {
          Its review is being made, which takes a moment.
        }
      </p>
    }
    @if (can('runQuarters')) {
      @if (offer(); as offer) {
        <a gov-button [variant]="offer.variant" [govHref]="path() + offer.to">{{ offer.text }}</a>
      } @else {
        <p class="govuk-body hw-quiet">{{ wait() }}</p>
      }
    }
  `,
})
export class QuarterStanding {
  readonly quarter = input.required<Quarter>();
  protected readonly can = canPerson();
  protected readonly notTakenBack = notTakenBack;
  private readonly today = inject(Today).date;
  protected readonly name = computed(() => shortLabel(this.quarter()));
  protected readonly next = computed(() => nextRevision(this.quarter()));
  protected readonly frozen = computed(() => isFrozen(this.quarter()));
  protected readonly path = computed(() => quarterPath(this.quarter().id));
  protected readonly review = computed(() => reviewPath(this.quarter().id));
  protected readonly calendar = computed(() => `/api${this.path()}/due.ics`);

  protected readonly sentence = computed(() => {
    const { state, dueOn, closedAt, closedBy } = this.quarter();
    if (state === 'planned') return 'It has not been opened for returns yet.';
    if (state === 'closed') {
      const on = closedAt ? ` on ${formatDate(londonDate(new Date(closedAt)))}` : '';
      return `Closed${on}${closedBy ? ` by ${closedBy}` : ''}. Its figures are frozen.`;
    }
    const words = dueWords(dueOn!, this.today());
    return `Returns ${dueOn! < this.today() ? 'were' : 'are'} due on ${formatDate(dueOn!)}${words ? `, ${words}` : ''}.`;
  });

  /** The next step of the cycle, where it can be taken. */
  protected readonly offer = computed(() => {
    const { state, from, to, mayReopen } = this.quarter();
    const secondary = 'secondary' as const;
    if (state === 'planned' && from <= this.today())
      return { text: 'Open this quarter for returns', to: '/open', variant: 'primary' as const };
    if (state === 'open' && to < this.today())
      return { text: 'Close this quarter', to: '/close', variant: secondary };
    if (state === 'closed' && mayReopen)
      return { text: 'Re-open this quarter', to: '/reopen', variant: secondary };
    return null;
  });

  /** Why there is no next step, and when or by whom there will be. */
  protected readonly wait = computed(() => {
    const quarter = this.quarter();
    if (quarter.state === 'planned') return `It can be opened from ${formatDate(quarter.from)}.`;
    if (quarter.state === 'open')
      return `It can be closed from ${formatDate(daysAfter(quarter.to, 1))}, as its figures are those of ${quarterEnd(quarter)}.`;
    return 'You closed this quarter. If it must be re-opened, somebody else in central oversight does that.';
  });
}
