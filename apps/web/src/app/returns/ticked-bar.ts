import { Component, computed, input, output, signal } from '@angular/core';
import { formatDate, stageLabels, stages } from '@headway/domain';
import { Button, Select, TextInput, focusField } from '@headway/govuk';
import type { Days, EditChange } from './edits';
import { readDay } from './typed-day';

const items = [
  { value: 'choose', text: 'Choose' },
  ...stages.map((value) => ({ value, text: stageLabels[value] })),
  { value: '', text: 'Not said (take back)' },
];

/** What can be done with all services that are ticked at once. */
@Component({
  selector: 'hw-ticked-bar',
  imports: [Button, Select, TextInput],
  template: `
    <fieldset class="govuk-fieldset hw-grid__ticked">
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">
        {{ count() === 1 ? '1 service ticked' : count() + ' services ticked' }}
      </legend>
      @if (error()) {
        <p class="govuk-error-message" role="alert">
          <span class="govuk-visually-hidden">Error:</span> {{ error() }}
        </p>
      }
      <div class="hw-grid__fields">
        <gov-select id="ticked-stage" label="New stage" [items]="items" [(value)]="stage" />
        <gov-text-input
          id="ticked-date"
          label="Date reached"
          autocomplete="off"
          classes="govuk-input--width-10"
          [value]="date()"
          (valueChange)="typed.set($event)"
        />
        <button gov-button buttonType="button" variant="secondary" (click)="set()">Set</button>
        <button gov-button buttonType="button" variant="secondary" (click)="confirm()">
          Confirm: nothing has changed
        </button>
      </div>
    </fieldset>
  `,
})
export class TickedBar {
  readonly count = input.required<number>();
  readonly days = input.required<Days>();
  readonly said = output<EditChange>();
  protected readonly items = items;
  protected readonly stage = signal('choose');
  protected readonly typed = signal<string | null>(null);
  protected readonly date = computed(() => this.typed() ?? formatDate(this.days().day));
  protected readonly error = signal<string | null>(null);

  protected set(): void {
    const date = this.typed();
    if (this.stage() === 'choose') return this.refuse('Choose a stage', 'ticked-stage');
    if (date !== null && readDay(date) === null)
      return this.refuse('The date must be a real date, like 3 May 2026', 'ticked-date');
    this.error.set(null);
    this.said.emit({ answer: this.stage() as EditChange['answer'] & string, date });
  }

  protected confirm(): void {
    this.error.set(null);
    this.said.emit({ answer: 'confirm' });
  }

  private refuse(message: string, field: string): void {
    this.error.set(message);
    focusField(field);
  }
}
