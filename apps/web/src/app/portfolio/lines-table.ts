import { Component, input } from '@angular/core';
import type { Table } from '@headway/charts';
import { GovLink } from '@headway/govuk';
import { TableDownload } from '../platform/table-download';

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
  imports: [GovLink, TableDownload],
  templateUrl: './lines-table.html',
})
export class LinesTableView {
  readonly table = input.required<LinesTable>();
  /** Of the file, with its ending. */
  readonly name = input.required<string>();
  readonly file = input.required<() => Table>();
}
