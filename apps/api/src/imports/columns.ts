import type { ImportProblem } from '@headway/contract';

/** The columns that an import reads, by the label that the export writes and the other names they go by. */
export const columns = {
  reference: { label: 'Reference', names: ['reference', 'service reference'] },
  name: { label: 'Service name', names: ['service name', 'name', 'name of service', 'service'] },
  organisation: { label: 'Organisation', names: ['organisation', 'organization', 'department'] },
  audience: { label: 'Audience', names: ['audience'] },
  stage: { label: 'Stage', names: ['stage'] },
  stageReachedOn: { label: 'Stage reached on', names: ['stage reached on', 'stagereachedon', 'effectiveon'] },
  transactionsAYear: { label: 'Transactions a year', names: ['transactions a year', 'transactionsayear'] },
  address: { label: 'Service address', names: ['service address', 'address', 'url'] },
  note: { label: 'Note', names: ['note'] },
} as const;

export type Column = keyof typeof columns;
const required: readonly Column[] = ['name', 'organisation', 'audience'];

/** Header text as it is compared: case, line breaks and doubled spaces do not matter. */
export function plain(text: string): string {
  return text.normalize('NFC').trim().toLowerCase().replace(/\s+/g, ' ');
}

/** Which column stands where, and what the header leaves out or repeats. */
export function readHeader(header: readonly string[]): {
  at: Map<Column, number>;
  problems: ImportProblem[];
} {
  const at = new Map<Column, number>();
  const problems: ImportProblem[] = [];
  const say = (severity: ImportProblem['severity'], column: string, code: string, message: string) =>
    problems.push({ row: 1, column, severity, code, message });
  header.forEach((cell, index) => {
    const label = cell.trim().replace(/\s+/g, ' ');
    const entry = Object.entries(columns).find(([, { names }]) =>
      (names as readonly string[]).includes(plain(cell)),
    );
    if (!entry) {
      if (label) say('warning', label, 'column_kept_aside', `The column ${label} is not read`);
      return;
    }
    const column = entry[0] as Column;
    if (at.has(column))
      say('error', label, 'column_repeated', `There are two columns for ${columns[column].label}`);
    else at.set(column, index);
  });
  for (const column of required)
    if (!at.has(column))
      say(
        'error',
        columns[column].label,
        'column_missing',
        `There is no column named ${columns[column].label}`,
      );
  return { at, problems };
}
