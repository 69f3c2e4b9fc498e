import { Component, computed, input, output } from '@angular/core';
import type { Return } from '@headway/contract';
import { isOwed } from '@headway/domain';
import { Button, GovLink } from '@headway/govuk';
import { counted } from './quarter-words';
import { type Show, quarterPath } from './returns-choice';

/** Who has not begun, who is late and what waits for sign-off, each a link to the list, and one click to remind all. */
@Component({
  selector: 'hw-whom-to-chase',
  imports: [Button, GovLink],
  template: `
    <h2 class="govuk-heading-m">Whom to chase</h2>
    @if (lines().length) {
      <ul class="govuk-list govuk-list--bullet">
        @for (line of lines(); track line.show) {
          <li>
            <a class="govuk-link govuk-link--no-visited-state" [govHref]="line.href">{{ line.text }}</a>{{
              line.more
            }}
          </li>
        }
      </ul>
      @if (mayRemind() && waiting() > unreachable()) {
        <button
          gov-button
          buttonType="button"
          [attr.aria-disabled]="sending() || null"
          (click)="reminded.emit()"
        >
          {{ button() }}
        </button>
      }
    } @else {
      <p class="govuk-body">Nobody owes a return, and none waits for sign-off.</p>
    }
  `,
})
export class WhomToChase {
  readonly id = input.required<string>();
  readonly returns = input.required<readonly Return[]>();
  readonly mayRemind = input(false);
  /** How many returns wait for somebody and have nobody to remind. */
  readonly unreachable = input(0);
  readonly sending = input(false);
  readonly reminded = output();

  private readonly owed = computed(() => this.returns().filter(({ state }) => isOwed(state)));
  private readonly submitted = computed(
    () => this.returns().filter(({ state }) => state === 'submitted').length,
  );
  protected readonly waiting = computed(() => this.owed().length + this.submitted());
  protected readonly button = computed(() => {
    if (!this.submitted()) return 'Remind everyone who owes a return';
    return this.owed().length
      ? 'Remind everyone whom a return waits for'
      : 'Remind everyone who can sign off';
  });

  protected readonly lines = computed(() => {
    const [owed, submitted] = [this.owed(), this.submitted()];
    const begun = owed.filter(({ state }) => state !== 'not_started');
    const late = owed.filter(({ workingDaysLate }) => workingDaysLate > 0);
    const most = Math.max(...late.map(({ workingDaysLate }) => workingDaysLate));
    const [idle, behind] = [owed.length - begun.length, late.length];
    const line = (show: Show, number: number, text: string, more = '') =>
      number ? [{ show, href: quarterPath(this.id(), show), text, more }] : [];
    return [
      ...line('owed', owed.length, `${counted(owed.length, 'return is', 'returns are')} still owed`),
      ...line(
        'not_started',
        idle,
        counted(idle, 'organisation has not begun', 'organisations have not begun'),
      ),
      ...line(
        'late',
        behind,
        counted(behind, 'organisation is late', 'organisations are late'),
        `, ${behind === 1 ? 'by' : 'the latest by'} ${counted(most, 'working day')}`,
      ),
      ...line(
        'submitted',
        submitted,
        counted(submitted, 'return waits for sign-off', 'returns wait for sign-off'),
      ),
    ];
  });
}
