import { Component, computed, input, output } from '@angular/core';
import { Button, Checkboxes, Radios } from '@headway/govuk';
import type { Answers, Asked } from './answers';

/** One question, with how far the survey has got in words. */
@Component({
  selector: 'hw-survey-question',
  imports: [Button, Checkboxes, Radios],
  template: `
    <form novalidate (submit)="submit($event)">
      <span class="govuk-caption-l">Question {{ number() }} of {{ of() }}</span>
      @if (asked().several) {
        <gov-checkboxes
          legendClasses="govuk-fieldset__legend--l"
          [id]="asked().id"
          [legend]="asked().text"
          [pageHeading]="true"
          [hint]="asked().hint"
          [error]="error()"
          [items]="asked().options"
          [value]="chosen()"
          (valueChange)="chose.emit($event)"
        />
      } @else {
        <gov-radios
          legendClasses="govuk-fieldset__legend--l"
          [id]="asked().id"
          [legend]="asked().text"
          [pageHeading]="true"
          [hint]="asked().hint"
          [error]="error()"
          [items]="asked().options"
          [value]="chosen()[0] ?? ''"
          (valueChange)="chose.emit([$event])"
        />
      }
      <div class="govuk-button-group">
        <button gov-button>Continue</button>
        @if (asked().optional) {
          <button type="button" class="hw-link-button" (click)="skipped.emit()">Skip this question</button>
        }
      </div>
    </form>
  `,
})
export class SurveyQuestion {
  readonly asked = input.required<Asked>();
  readonly answers = input.required<Answers>();
  readonly number = input.required<number>();
  readonly of = input.required<number>();
  readonly error = input<string>();
  readonly chose = output<readonly string[]>();
  readonly skipped = output();
  readonly answered = output();
  protected readonly chosen = computed(() => this.answers()[this.asked().id] ?? []);

  protected submit(event: Event): void {
    event.preventDefault();
    this.answered.emit();
  }
}
