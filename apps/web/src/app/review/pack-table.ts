import { Component, computed, input } from '@angular/core';
import { TableDownload } from '../platform/table-download';
import type { ShownTable } from './shown-table';

/** A table of a review with what to know of its figures, and the same as a file. */
@Component({
  selector: 'hw-pack-table',
  imports: [TableDownload],
  templateUrl: './pack-table.html',
})
export class PackTable {
  readonly table = input.required<ShownTable>();
  protected readonly id = computed(() => `about-${this.table().key}`);
}
