import type { AuditEntry } from '@headway/contract';
import { audienceLabels, capitalised, formatDate, isCalendarDate, stageLabels } from '@headway/domain';

/** Rows of what an entry says: what was said, and what it was before and after. */
export interface EntryDetails {
  readonly said: readonly { label: string; value: string }[];
  readonly compared: readonly { label: string; before: string; after: string }[];
}

/** Where a name in the API does not read well as words. */
const labels: Readonly<Record<string, string>> = {
  effectiveOn: 'True from',
  evidenceUrl: 'Evidence',
  on: 'Date',
  row: 'Row of the file',
  write: 'May change things',
  corrects: 'Record put right',
  confirms: 'Record confirmed',
};

const words: Readonly<Record<string, string>> = { ...stageLabels, ...audienceLabels };

type Fields = Readonly<Record<string, unknown>>;

/** What is said first; everything else follows as it comes. */
const leading = ['stage', 'effectiveOn', 'on', 'kind', 'change', 'name', 'category', 'description'];

function placeOf(name: string): number {
  const place = leading.indexOf(name);
  return place === -1 ? leading.length : place;
}

const nothing = 'None';

/** What an entry says, in words; what is nothing, and what did not change, is left out. */
export function entryDetails({ detail }: Pick<AuditEntry, 'detail'>): EntryDetails {
  const { before, after, fields, ...said } = detail;
  const told = Object.entries(said)
    .filter(([, value]) => text(value) !== nothing)
    .toSorted(([a], [b]) => placeOf(a) - placeOf(b))
    .map(([name, value]) => ({ label: labelOf(name), value: text(value) }));
  return { said: told, compared: [...comparison(before, after), ...comparedByImport(fields)] };
}

function comparison(before: unknown, after: unknown): EntryDetails['compared'] {
  if (before === undefined && after === undefined) return [];
  if (!isFields(before) && !isFields(after))
    return [{ label: 'Value', before: text(before), after: text(after) }];
  const [was, is] = [isFields(before) ? before : {}, isFields(after) ? after : {}];
  // Before is sometimes the whole of it, after only what was asked to change.
  const names = isFields(after) ? Object.keys(after) : Object.keys(was);
  return names
    .map((name) => ({ label: labelOf(name), before: text(was[name]), after: text(is[name]) }))
    .filter((row) => row.before !== row.after);
}

/** An import says for each column what was there and what took its place. */
function comparedByImport(fields: unknown): EntryDetails['compared'] {
  const rows = Array.isArray(fields) ? fields.filter(isFields) : [];
  return rows.map((row) => ({
    label: labelOf(String(row['field'])),
    before: text(row['before']),
    after: text(row['after']),
  }));
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** "transactionsAYear" as "Transactions a year". */
function labelOf(name: string): string {
  const spaced = name.replace(/(?<=\w)[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).replaceAll('_', ' ');
  return labels[name] ?? capitalised(spaced);
}

function text(value: unknown): string {
  if (value === null || value === undefined || value === '') return nothing;
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (typeof value === 'number') return value.toLocaleString('en-GB');
  if (typeof value === 'string') return isCalendarDate(value) ? formatDate(value) : (words[value] ?? value);
  if (Array.isArray(value)) return value.map(text).join(', ') || nothing;
  const { name, ...others } = value as Fields;
  if (typeof name === 'string') return name;
  const parts = Object.entries(others).map(([key, one]) => `${labelOf(key)}: ${text(one)}`);
  return parts.join('; ') || nothing;
}
