import type { Table } from '@headway/charts';
import { type CalendarDate, type FigureTable, wholeOf } from '@headway/domain';
import type { PortfolioView } from './portfolio.view';

/** The table for a file, each line saying which past it is of. */
export function fileOf(
  { heading, columns, lines }: FigureTable,
  on: CalendarDate,
  { asKnownAt, boundaries }: PortfolioView,
): Table {
  const past = [asKnownAt ?? '', boundaries === 'today' ? 'today' : 'on the date'];
  return {
    columns: [heading, 'Part of', 'Date', 'As known at', 'Departments as they were', ...columns],
    rows: lines.map(({ label, figures, on: own }, n) => {
      return [label, wholeOf(lines, n), own ?? on, ...past, ...figures.map(({ value }) => value)];
    }),
  };
}

/** "headway-organisation-2024-03-31-known-2024-06-30.csv" */
export function fileName(
  { heading }: FigureTable,
  on: CalendarDate,
  { asKnownAt, boundaries }: PortfolioView,
): string {
  const known = asKnownAt ? `-known-${asKnownAt.replace(/:/g, '')}` : '';
  const today = boundaries === 'today' ? '-departments-today' : '';
  return `headway-${heading.toLowerCase()}-${on}${known}${today}.csv`;
}
