import type { PackColumn, PackTable } from './pack.js';
import type { Snapshot } from './snapshot.js';

/** Stands for a value that is not told, which must not look like one that is not there. */
export const notTold = '[c]';

/** "headway-review-2026-27-Q2-revision-1", to which a form adds its ending and a table its key. */
export function packName({ quarter, revision }: PackNamed): string {
  return `headway-review-${quarter.id}-revision-${revision}`;
}
interface PackNamed {
  readonly quarter: Pick<Snapshot['quarter'], 'id'>;
  readonly revision: number;
}

/** A column of a table as a file: one of the table's, or, beside it, whether its values were revised. */
export interface FileColumn {
  readonly name: string;
  readonly title: string;
  readonly of: PackColumn;
  readonly marks: boolean;
}

type Filed = Pick<PackTable, 'columns' | 'rows'>;

export function fileColumns({ columns, rows }: Filed): FileColumn[] {
  return columns.flatMap((of): FileColumn[] => {
    const title = of.unit === null ? of.header : `${of.header} (${of.unit})`;
    const own = { name: of.key, title, of, marks: false };
    if (!rows.some(({ revised }) => revised.includes(of.key))) return [own];
    return [own, { name: `${of.key}_revised`, title: `Revised: ${of.header}`, of, marks: true }];
  });
}

/** A table as CSV holds it, in the zip of a pack and from its page: values as they are, empty where there is none. */
export function fileTable(table: Filed): { columns: string[]; rows: (string | number)[][] } {
  const columns = fileColumns(table);
  const places = new Map(table.columns.map(({ key }, n) => [key, n]));
  return {
    columns: columns.map(({ title }) => title),
    rows: table.rows.map(({ cells, revised, suppressed }) =>
      columns.map(({ of, marks }) => {
        if (marks) return revised.includes(of.key) ? 'r' : '';
        if (suppressed.includes(of.key)) return notTold;
        return cells[places.get(of.key)!] ?? '';
      }),
    ),
  };
}
