import { Component, computed, input, output } from '@angular/core';
import { Button, SummaryList, SummaryRow } from '@headway/govuk';
import { type Answers, type Asked, type AskedId, answerWords } from './answers';

/** All answers once more, before they are sent. */
@Component({
  selector: 'hw-survey-check',
  imports: [Button, SummaryList, SummaryRow],
  template: `
    <h1 class="govuk-heading-l">Check your answers</h1>
    <dl gov-summary-list>
      @for (row of rows(); track row.id) {
        <div
          gov-summary-row
          [key]="row.text"
          [actions]="[{ text: 'Change', href: address()(row.id), hidden: row.hidden }]"
        >
          @for (line of row.lines; track line) {
            <span class="hw-turn">{{ line }}</span>
          }
        </div>
      }
    </dl>
    <h2 class="govuk-heading-m">Now send your answers</h2>
    <p class="govuk-body">
      Nothing has been sent yet. Once it is, your answers cannot be changed: nothing says which are yours.
    </p>
    <button gov-button buttonType="button" [attr.aria-disabled]="sending()" (click)="sent.emit()">
      Send my answers
    </button>
  `,
})
export class SurveyCheck {
  readonly asked = input.required<readonly Asked[]>();
  readonly answers = input.required<Answers>();
  /** Of the page on which an answer is changed. */
  readonly address = input.required<(id: AskedId) => string>();
  readonly sending = input(false);
  readonly sent = output();
  protected readonly rows = computed(() =>
    this.asked().map((one) => ({
      ...{ id: one.id, text: one.text },
      hidden: `answer to: ${one.text}`,
      lines: answerWords(one, this.answers()),
    })),
  );
}
