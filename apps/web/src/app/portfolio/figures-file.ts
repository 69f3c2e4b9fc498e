import type { Table } from '@headway/charts';
import { type CalendarDate, type FigureTable, wholeOf } from '@headway/domain';
import type { PortfolioView } from './portfolio.view';

/** The table for a file, each line saying which past it is of. */
export function fileOf(
  { heading, columns, shareHeading, lines }: FigureTable,
  on: CalendarDate,
  view: PortfolioView,
): Table {
  const past = pastCells(view);
  return {
    columns: [heading, 'Part of', 'Date', ...pastColumns, ...columns, shareHeading],
    rows: lines.map(({ label, figures, share, on: own }, n) => {
      return [label, wholeOf(lines, n), own ?? on, ...past, ...[...figures, share].map(({ value }) => value)];
    }),
  };
}

/** What says in a file which past it is of. */
export const pastColumns = ['As known at', 'Departments as they were'];

export function pastCells({ asKnownAt, boundaries }: PortfolioView): string[] {
  return [asKnownAt ?? '', boundaries === 'today' ? 'today' : 'on the date'];
}

/** "headway-organisation-2024-03-31-known-2024-06-30.csv" */
export function fileName(
  { heading }: Pick<FigureTable, 'heading'>,
  on: string,
  { asKnownAt, boundaries }: PortfolioView,
): string {
  const known = asKnownAt ? `-known-${asKnownAt.replace(/:/g, '')}` : '';
  const today = boundaries === 'today' ? '-departments-today' : '';
  return `headway-${heading.toLowerCase()}-${on}${known}${today}.csv`;
}
