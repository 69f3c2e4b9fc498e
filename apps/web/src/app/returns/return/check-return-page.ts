import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import type { Return } from '@headway/contract';
import { countOf, formatDate, quarterOf, submittedTooEarly } from '@headway/domain';
import { Button, Checkboxes, GovLink, InsetText, SummaryList, SummaryRow } from '@headway/govuk';
import { Today } from '../../platform/today';
import { confidenceWords } from './answers';
import { Declaration } from './declaration';
import { openedReturn } from './opened';
import { ReturnStep } from './return-step';
import { unsaidOf } from './return-words';

/** Everything that a return will say, each with the way back to change it, then the declaration. */
@Component({
  selector: 'hw-check-return-page',
  imports: [Button, Checkboxes, GovLink, InsetText, SummaryList, SummaryRow, ReturnStep],
  template: `
    <hw-return-step [opened]="opened" title="Check your answers" [errors]="errors()">
      @if (opened.found(); as found) {
        @if (opened.may().prepare) {
          @if (changedSince()) {
            <gov-inset-text>
              Somebody changed this return since you opened this page. This is how it stands now.
            </gov-inset-text>
          }
          <dl gov-summary-list>
            <div
              gov-summary-row
              key="Services"
              [actions]="change('restUnchanged', 'what is said of services')"
            >
              @for (line of services(); track line) {
                <span class="hw-turn">{{ line }}</span>
              }
            </div>
            <div
              gov-summary-row
              key="Confidence that planned transformation will be completed"
              [actions]="change('confidence', 'confidence')"
            >
              {{ words(found.confidence) || 'Not said yet' }}
            </div>
            <div
              gov-summary-row
              key="What changed, in words"
              [actions]="change('summary', 'what changed, in words')"
            >
              <span class="hw-lines hw-break" [class.hw-quiet]="!found.summary">{{
                found.summary ?? 'Nothing said'
              }}</span>
            </div>
            <div
              gov-summary-row
              key="Barriers and targets"
              [actions]="change('reviewed', 'whether barriers and targets were reviewed')"
            >
              {{ found.reviewed ? 'Reviewed' : 'Not reviewed yet' }}
            </div>
          </dl>
          @if (early(); as words) {
            <gov-inset-text>{{ words }}</gov-inset-text>
            <p class="govuk-body"><a class="govuk-link" [govHref]="opened.home()">Go to the return</a></p>
          } @else {
            <form novalidate (submit)="submit(found, $event)">
              <h2 class="govuk-heading-m">Now submit the return</h2>
              <p class="govuk-body">
                Once submitted it is locked, and an approver who is not you signs it off.
              </p>
              <gov-checkboxes
                id="declaration"
                legend="Declaration"
                legendClasses="govuk-visually-hidden"
                [items]="items()"
                [error]="declaration.error()"
                [(value)]="declaration.ticked"
              />
              <button gov-button [attr.aria-disabled]="opened.state().sending">Submit return</button>
            </form>
          }
        } @else {
          <p class="govuk-body">There is nothing here that you can submit.</p>
          <p class="govuk-body"><a class="govuk-link" [govHref]="opened.home()">Go to the return</a></p>
        }
      }
    </hw-return-step>
  `,
})
export class CheckReturnPage {
  readonly id = input.required<string>();
  readonly slug = input.required<string>();
  protected readonly opened = openedReturn(this.id, this.slug);
  private readonly today = inject(Today).date;
  protected readonly words = confidenceWords;
  protected readonly declaration = new Declaration(
    'Confirm that the return is complete and correct to the best of your knowledge',
    this.opened.refusal,
  );
  protected readonly items = computed(() => [
    {
      value: 'yes',
      text: 'This return is complete and correct to the best of my knowledge',
      hint: `As of ${formatDate(this.opened.day())}`,
    },
  ]);
  /** Before the last day of the quarter it is only looked at. */
  protected readonly early = computed(() => submittedTooEarly(quarterOf(this.id())!, this.today()));
  protected readonly errors = computed(() => this.declaration.errors());
  /** Of the answers as the person first saw them here; what is said of services moves on by itself. */
  private readonly first = signal<string | null>(null);
  protected readonly changedSince = computed(() => {
    const [first, found] = [this.first(), this.opened.found()];
    return first !== null && found !== null && first !== said(found);
  });
  protected readonly services = computed(() => {
    const found = this.opened.found()!;
    const { total, said: spokenOf, notRecorded, changed } = found.services;
    const unsaid = unsaidOf(found);
    return [
      `${spokenOf.toLocaleString('en-GB')} of ${countOf(total)} recorded or confirmed`,
      changed ? `${countOf(changed)} moved to another stage` : 'None moved to another stage',
      ...(unsaid
        ? [`${countOf(unsaid)} ${found.restUnchanged ? 'confirmed as they are' : 'still to be said of'}`]
        : []),
      ...(notRecorded ? [`${countOf(notRecorded)} with no stage recorded`] : []),
    ];
  });

  constructor() {
    effect(() => {
      const found = this.opened.found();
      if (found && untracked(this.first) === null) this.first.set(said(found));
    });
  }

  /** Back to the field on the return, which its fragment names. */
  protected change(field: string, hidden: string) {
    return [{ text: 'Change', href: `${this.opened.home()}#${field}`, hidden }];
  }

  protected submit(found: Return, event: Event): void {
    event.preventDefault();
    if (!this.declaration.isMade()) return;
    this.first.set(said(found));
    this.opened.send({ action: 'submit', body: { declaration: true } }, found.version);
  }
}

function said({ confidence, summary, reviewed, restUnchanged }: Return): string {
  return JSON.stringify([confidence, summary, reviewed, restUnchanged]);
}
