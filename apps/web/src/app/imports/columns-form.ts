import { Component, computed, input, linkedSignal, output, signal } from '@angular/core';
import type { ColumnChoice, ImportHeading } from '@headway/contract';
import { Button, Checkboxes, Select, type SummaryError } from '@headway/govuk';
import {
  type Chosen,
  choiceOf,
  columnOptions,
  distinct,
  fieldId,
  firstChoice,
  wrongWithChoice,
} from './column-choice';
import { type Home, homeOptions } from './homes';

/** What the reader of a file said its columns mean, and for whom that is kept, if for anybody. */
export interface ChosenColumns {
  readonly columns: ColumnChoice;
  readonly keptFor: Home | null;
}

/** Asks what the columns of a file mean, with what stands in each of them. */
@Component({
  selector: 'hw-columns-form',
  imports: [Button, Checkboxes, Select],
  template: `
    <form novalidate (submit)="submit($event)">
      @for (one of columns(); track one.letter) {
        <div class="hw-column-choice">
          <gov-select
            [id]="fieldId(one)"
            [label]="one.heading + ' (column ' + one.letter + ')'"
            labelClasses="govuk-label--s"
            [hint]="one.samples.length ? 'For example: ' + one.samples.join('; ') : 'Nothing stands in it'"
            [items]="options"
            [error]="error(fieldId(one))"
            [value]="chosen()[one.letter] ?? ''"
            (valueChange)="choose(one.letter, $event)"
          />
        </div>
      }
      <gov-checkboxes
        id="remember"
        legend="The next file"
        legendClasses="govuk-fieldset__legend--s"
        [items]="remembering()"
        [(value)]="remember"
      />
      @if (homes().length > 1 && remember().length) {
        <gov-select id="home" label="Remember them for" [items]="homeOptions()" [(value)]="home" />
      }
      <div class="govuk-button-group">
        <button gov-button [attr.aria-disabled]="busy()">Continue</button>
        <button gov-button buttonType="button" variant="secondary" (click)="cancelled.emit()">
          Choose another file
        </button>
      </div>
    </form>
  `,
})
export class ColumnsForm {
  readonly headings = input.required<readonly ImportHeading[]>();
  readonly homes = input.required<readonly Home[]>();
  readonly busy = input(false);
  readonly continued = output<ChosenColumns>();
  readonly cancelled = output();
  /** What a failed submit found, for the summary above the page. */
  readonly failed = output<readonly SummaryError[]>();

  protected readonly fieldId = fieldId;
  protected readonly options = columnOptions;
  protected readonly columns = computed(() => distinct(this.headings()));
  protected readonly chosen = linkedSignal<Chosen>(() => firstChoice(this.columns()));
  private readonly errors = signal<readonly SummaryError[]>([]);
  protected readonly remember = signal<readonly string[]>(['remember']);
  protected readonly home = linkedSignal(() => this.homes()[0]?.slug ?? '');
  protected readonly homeOptions = computed(() => homeOptions(this.homes()));
  protected readonly remembering = computed(() => {
    const [only] = this.homes();
    const whose = this.homes().length === 1 ? ` for ${only!.name}` : '';
    return [{ value: 'remember', text: `Remember what these columns mean${whose}` }];
  });

  protected error(id: string): string | undefined {
    return this.errors().find(({ href }) => href === `#${id}`)?.text;
  }

  protected choose(letter: string, value: string): void {
    this.chosen.update((chosen) => ({ ...chosen, [letter]: value }));
  }

  protected submit(event: Event): void {
    event.preventDefault();
    if (this.busy()) return;
    this.errors.set(wrongWithChoice(this.columns(), this.chosen()));
    this.failed.emit(this.errors());
    if (this.errors().length > 0) return;
    const kept = this.homes().find(({ slug }) => (slug ?? '') === this.home()) ?? null;
    const columns = choiceOf(this.columns(), this.chosen());
    this.continued.emit({ columns, keptFor: this.remember().length ? kept : null });
  }
}
