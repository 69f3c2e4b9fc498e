import { Component, computed, input, output, signal } from '@angular/core';
import { audienceLabels, audiences, stageLabels, stagesOrNone } from '@headway/domain';
import { Select, type SelectOption, TextInput } from '@headway/govuk';
import { FilterToggle } from '../platform/forms/filter-toggle';
import type { GridChoice } from './grid-choice';

const stageItems: readonly SelectOption[] = [
  { value: '', text: 'Any stage' },
  ...stagesOrNone.map((value) => ({ value, text: stageLabels[value] })),
];
const audienceItems: readonly SelectOption[] = [
  { value: '', text: 'Everyone' },
  ...audiences.map((value) => ({ value, text: audienceLabels[value] })),
];
const showItems: readonly SelectOption[] = [
  { value: '', text: 'All services' },
  { value: 'unconfirmed', text: 'Not yet confirmed this quarter' },
  { value: 'changed', text: 'Changed here' },
];

/** Narrows the table at once, without a submit, and leaves the focus where it is. */
@Component({
  selector: 'hw-grid-filter',
  imports: [FilterToggle, Select, TextInput],
  template: `
    <hw-filter-toggle [(open)]="open" />
    <div
      class="hw-filter hw-grid__filter"
      id="filter"
      role="group"
      aria-label="Filter"
      [class.hw-filter--open]="open()"
    >
      <gov-text-input
        id="q"
        type="search"
        label="Name or reference"
        autocomplete="off"
        [value]="choice().q"
        (valueChange)="narrow({ q: $event })"
      />
      <gov-select
        id="show"
        label="Show"
        [items]="showItems"
        [value]="choice().show"
        (valueChange)="narrow({ show: $event })"
      />
      <gov-select
        id="in-stage"
        label="Stage now"
        [items]="stageItems"
        [value]="choice().stage"
        (valueChange)="narrow({ stage: $event })"
      />
      <gov-select
        id="audience"
        label="Who it is for"
        [items]="audienceItems"
        [value]="choice().audience"
        (valueChange)="narrow({ audience: $event })"
      />
      @if (organisations().length > 1) {
        <gov-select
          id="organisation"
          label="Organisation"
          [items]="organisationItems()"
          [value]="choice().organisation"
          (valueChange)="narrow({ organisation: $event })"
        />
      }
    </div>
  `,
})
export class GridFilter {
  readonly choice = input.required<GridChoice>();
  readonly organisations = input.required<readonly { slug: string; name: string }[]>();
  readonly chosen = output<GridChoice>();
  protected readonly stageItems = stageItems;
  protected readonly audienceItems = audienceItems;
  protected readonly showItems = showItems;
  protected readonly organisationItems = computed((): SelectOption[] => [
    { value: '', text: 'All organisations' },
    ...this.organisations().map(({ slug, name }) => ({ value: slug, text: name })),
  ]);

  /** On a narrow screen only: elsewhere the filter is always there. */
  protected readonly open = signal(false);

  protected narrow(change: Partial<Record<keyof GridChoice, string>>): void {
    this.chosen.emit({ ...this.choice(), ...change } as GridChoice);
  }
}
