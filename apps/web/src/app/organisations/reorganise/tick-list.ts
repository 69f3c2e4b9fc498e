import { Component, computed, inject, input, model, signal } from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import { Button, Checkboxes, type Choice, ErrorMessage, TextInput } from '@headway/govuk';
import { Announcer } from '../../platform/announcer';

/** Checkboxes by the hundred: a filter narrows what is shown, and what is ticked stays ticked out of sight. */
@Component({
  selector: 'hw-tick-list',
  host: { '[attr.id]': 'null' },
  imports: [Button, Checkboxes, ErrorMessage, TextInput],
  template: `
    <div class="govuk-form-group" [class.govuk-form-group--error]="error()">
      <fieldset
        class="govuk-fieldset"
        [attr.aria-describedby]="error() ? id() + '-error' : hint() ? id() + '-hint' : null"
      >
        <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{{ legend() }}</legend>
        @if (hint()) {
          <div [id]="id() + '-hint'" class="govuk-hint">{{ hint() }}</div>
        }
        @if (error()) {
          <p gov-error-message [id]="id() + '-error'">{{ error() }}</p>
        }
        @if (items().length === 0) {
          <p class="govuk-body" [id]="id()" tabindex="-1">{{ none() }}</p>
        } @else {
          @if (items().length > few) {
            <gov-text-input
              [id]="id() + '-filter'"
              type="search"
              [label]="'Show only those with these words'"
              [value]="words()"
              (valueChange)="filter($event)"
            />
          }
          <div class="hw-tall-choices">
            <gov-checkboxes
              [id]="id()"
              [legend]="legend() + ': those shown'"
              legendClasses="govuk-visually-hidden"
              [small]="true"
              [items]="shown()"
              [value]="value()"
              (valueChange)="tick($event)"
            />
          </div>
          <p class="govuk-body">{{ told() }}</p>
          @if (items().length > few) {
            <div class="govuk-button-group">
              <button gov-button buttonType="button" variant="secondary" (click)="all(true)">
                Tick all {{ words() ? 'shown' : '' }}
              </button>
              <button gov-button buttonType="button" variant="secondary" (click)="all(false)">
                Untick all {{ words() ? 'shown' : '' }}
              </button>
            </div>
          }
        }
      </fieldset>
    </div>
  `,
})
export class TickList implements FormValueControl<readonly string[]> {
  private readonly announcer = inject(Announcer);
  readonly id = input.required<string>();
  readonly legend = input.required<string>();
  readonly hint = input<string>();
  readonly error = input<string>();
  readonly items = input.required<readonly Choice[]>();
  /** What is said where there is nothing to tick. */
  readonly none = input('There is nothing to select');
  readonly value = model<readonly string[]>([]);
  protected readonly few = 10;
  protected readonly words = signal('');
  protected readonly shown = computed(() => {
    const words = this.words().toLowerCase().split(/\s+/).filter(Boolean);
    return this.items().filter(({ text }) => words.every((word) => text.toLowerCase().includes(word)));
  });
  protected readonly told = computed(() => {
    const ticked = this.value().filter((value) => this.items().some((item) => item.value === value));
    return `${ticked.length.toLocaleString('en-GB')} of ${this.items().length.toLocaleString('en-GB')} ticked`;
  });

  protected filter(words: string): void {
    this.words.set(words);
    this.announcer.say(`${this.shown().length.toLocaleString('en-GB')} shown`);
  }

  /** Those shown as they are ticked now, those out of sight as they were. */
  protected tick(ticked: readonly string[]): void {
    const shown = new Set(this.shown().map(({ value }) => value));
    this.value.update((now) => [...now.filter((value) => !shown.has(value)), ...ticked]);
  }

  protected all(on: boolean): void {
    this.tick(on ? this.shown().map(({ value }) => value) : []);
  }
}
