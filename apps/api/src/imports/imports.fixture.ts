import type { ImportProblem } from '@headway/contract';
import type { KnownOrganisation } from './known.js';
import type { KnownService } from './plan.js';
import { type ReadFile, type ReadRow, readRows } from './read-rows.js';
import { readTable } from './table.js';

export const today = '2026-11-23';

/** A file as text, from rows of cells as a spreadsheet would write them. */
export function csv(...rows: readonly (readonly string[])[]): string {
  const cell = (text: string) => (/[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return rows.map((row) => row.map(cell).join(',')).join('\r\n');
}

const needed = { 'Service name': 'Claim a grant', Organisation: 'Treasury', Audience: 'External' };

/** A file of one row that is in order but for the cells given by column. */
export function fileWith(cells: Readonly<Record<string, string>>): ReadFile {
  const row = { ...needed, ...cells };
  return readRows(readTable(csv(Object.keys(row), Object.values(row))));
}

/** Where each problem is, how bad and what: `3 Stage error unknown_value`. */
export function brief(problems: readonly ImportProblem[]): string[] {
  return problems.map(({ row, column, severity, code }) => `${row} ${column} ${severity} ${code}`);
}

export function row(rest: Partial<ReadRow> = {}): ReadRow {
  return {
    row: 2,
    reference: 'T-1',
    name: 'Claim a grant',
    organisation: 'Treasury',
    audience: 'external',
    stage: null,
    hasStage: true,
    stageReachedOn: null,
    note: null,
    ...rest,
  };
}

export function service(rest: Partial<KnownService> = {}): KnownService {
  return {
    id: 'service-1',
    reference: 'T-1',
    name: 'Claim a grant',
    organisationId: 'treasury-id',
    organisationName: 'Treasury',
    audience: 'external',
    transactionsAYear: null,
    address: null,
    opensOn: null,
    records: [],
    ...rest,
  };
}

export const treasury = (): KnownOrganisation => ({
  id: 'treasury-id',
  slug: 'treasury',
  name: 'Treasury',
  abbreviation: 'HMT',
});

export const defence = (): KnownOrganisation => ({
  id: 'defence-id',
  slug: 'ministry-of-defence',
  name: 'Ministry of Defence',
  abbreviation: 'MOD',
});
