import { Component, input, model } from '@angular/core';
import { GovLink } from '@headway/govuk';
import { FilterToggle } from './filter-toggle';

/** One filter in force: each of its values, with the address of the list without it. */
export interface FilterGroup {
  readonly heading: string;
  readonly items: readonly { readonly text: string; readonly href: string }[];
}

/** The filter beside a list, around its form, with each of the filters in force to be taken away again. */
@Component({
  selector: 'hw-filter',
  imports: [FilterToggle, GovLink],
  templateUrl: './filter.html',
})
export class Filter {
  readonly selected = input.required<readonly FilterGroup[]>();
  /** The address of the list with no filter. */
  readonly cleared = input.required<string>();
  /** On a narrow screen only: elsewhere the filter is always there. */
  readonly open = model(false);
}
