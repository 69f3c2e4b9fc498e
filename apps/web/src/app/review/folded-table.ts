import { Component, computed, input, signal } from '@angular/core';
import { Details } from '@headway/govuk';
import { PackTable } from './pack-table';
import type { ShownTable } from './shown-table';

/** A long list that opens when it is asked for: until then none of its rows are on the page. */
@Component({
  selector: 'hw-folded-table',
  imports: [Details, PackTable],
  template: `
    <gov-details [summary]="summary()" [(open)]="open">
      @if (open()) {
        <hw-pack-table [table]="table()" />
      }
    </gov-details>
  `,
})
export class FoldedTable {
  readonly table = input.required<ShownTable>();
  protected readonly open = signal(false);
  protected readonly summary = computed(() => `${this.table().caption}: ${this.table().size}`);
}
