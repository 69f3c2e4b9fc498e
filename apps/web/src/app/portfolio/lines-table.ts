import { Component, DOCUMENT, inject, input } from '@angular/core';
import { type Table, toCsv } from '@headway/charts';
import { Button, GovLink } from '@headway/govuk';
import { saveCsv } from '../platform/csv';

/** A figure that leads to what it counts, and what is said of it, as the text alone does not tell. */
export interface LinkedFigure {
  readonly text: string;
  readonly said: string;
  /** Null where there is nothing to lead to. */
  readonly path: string | null;
}

/** A table as it is drawn: a line for each thing that is counted, with its parts beneath it. */
export interface LinesTable {
  readonly caption: string;
  readonly heading: string;
  readonly columns: readonly { readonly text: string; readonly numeric: boolean }[];
  readonly rows: readonly {
    readonly key: string;
    readonly label: string;
    /** 1 and more for a part of the line above. */
    readonly level: number;
    /** Slug, where it is an organisation. */
    readonly organisation: string | null;
    readonly cells: readonly (string | LinkedFigure)[];
  }[];
}

/**
 * Draws a table of lines, what is to be said beneath it, and the way to the same as a file. The first page draws its
 * figures itself: every one of them leads somewhere, and there is no room left in its script for what need not.
 */
@Component({
  selector: 'hw-lines-table',
  imports: [Button, GovLink],
  templateUrl: './lines-table.html',
})
export class LinesTableView {
  private readonly document = inject(DOCUMENT);
  readonly table = input.required<LinesTable>();
  /** The same as a file, with its name; made once it is asked for. */
  readonly file = input.required<() => readonly [name: string, content: Table]>();

  protected save(): void {
    const [name, content] = this.file()();
    saveCsv(this.document, name, toCsv(content));
  }
}
