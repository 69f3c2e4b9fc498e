import { Component, input } from '@angular/core';
import type { Review } from '@headway/contract';
import { GovLink } from '@headway/govuk';
import { FoldedTable } from './folded-table';
import { PackTable } from './pack-table';
import { ReviewChart } from './charts';
import { Sentences } from './sentences';
import type { ShownSection } from './shown-sections';
import { CodeMissing } from '../platform/part-failed';

/** What is said of one matter: sentences, a picture, tables. */
@Component({
  selector: 'hw-review-section',
  imports: [CodeMissing, FoldedTable, GovLink, PackTable, ReviewChart, Sentences],
  templateUrl: './section.html',
})
export class Section {
  readonly section = input.required<ShownSection>();
  readonly review = input.required<Pick<Review, 'portfolio' | 'trend'>>();
  readonly source = input.required<string>();
  /** The address of the page's table of contents. */
  readonly contents = input.required<string>();
}
