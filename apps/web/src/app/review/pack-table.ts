import { Component, computed, input } from '@angular/core';
import type { ShownTable } from './shown-table';

/** A table of a review with what to know of its figures. */
@Component({
  selector: 'hw-pack-table',
  templateUrl: './pack-table.html',
})
export class PackTable {
  readonly table = input.required<ShownTable>();
  protected readonly id = computed(() => `about-${this.table().key}`);
}
