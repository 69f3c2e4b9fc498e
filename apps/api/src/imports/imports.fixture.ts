import type { Finding } from './findings.js';
import type { KnownOrganisation } from './owners.js';
import type { KnownService } from './plan.js';
import { type Known, planFile } from './plan-file.js';
import { type ReadFile, type ReadRow, readRows } from './read-rows.js';
import { type FileTable, type Table, readCsv } from './table.js';

export const today = '2026-11-23';

/** A file as text, from rows of cells as a spreadsheet would write them. */
export function csv(...rows: readonly (readonly string[])[]): string {
  const cell = (text: string) => (/[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return rows.map((row) => row.map(cell).join(',')).join('\r\n');
}

/** Rows as a file that was read. */
export function fileOf(rows: Table, rest: Partial<FileTable> = {}): FileTable {
  return { rows, apostrophes: true, formulas: [], knownAt: null, findings: [], ...rest };
}

const needed = { 'Service name': 'Claim a grant', Organisation: 'Treasury', Audience: 'External' };

/** A file of one row that is in order but for the cells given by column. */
export function fileWith(cells: Readonly<Record<string, string>>): ReadFile {
  const row = { ...needed, ...cells };
  return readRows(fileOf(readCsv(csv(Object.keys(row), Object.values(row)))));
}

/** Where each problem is, how bad and what: `3 Stage error unknown_value`. */
export function brief(findings: readonly Finding[]): string[] {
  return findings.map(({ row, column, severity, code }) => `${row} ${column} ${severity} ${code}`);
}

export function row(rest: Partial<ReadRow> = {}): ReadRow {
  return {
    row: 2,
    knownAt: null,
    reference: 'T-1',
    name: 'Claim a grant',
    organisation: 'Treasury',
    audience: 'external',
    stage: null,
    stageReachedOn: null,
    correctsDate: false,
    redesignUnderWay: null,
    offices: { frontOffice: null, middleOffice: null, backOffice: null },
    evidenceUrl: null,
    note: null,
    targets: { live: null, redesigned: null },
    transactionsAYear: null,
    address: null,
    owner: null,
    description: null,
    opensOn: null,
    blank: new Set(),
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
    owner: null,
    description: null,
    opensOn: null,
    closures: [],
    barredFrom: null,
    mergedFrom: null,
    records: [],
    confirmations: [],
    targets: { live: [], redesigned: [] },
    ...rest,
  };
}

export function known(name: string, rest: Partial<KnownOrganisation> = {}): KnownOrganisation {
  const slug = name.toLowerCase().replaceAll(' ', '-');
  return {
    id: `${slug}-id`,
    slug,
    name,
    abbreviation: null,
    ended: false,
    past: [],
    successors: [],
    ...rest,
  };
}

export const treasury = () => known('Treasury', { abbreviation: 'HMT' });
export const defence = () => known('Ministry of Defence', { id: 'defence-id', abbreviation: 'MOD' });

/** What a file of some rows comes to, and what is said of it. */
export function planned(
  rows: readonly Partial<ReadRow>[],
  world: Partial<Known> = {},
  broken: ReadFile['broken'] = [],
) {
  const findings: Finding[] = [];
  const file: ReadFile = {
    rows: rows.map((one, index) => row({ row: index + 2, ...one })),
    broken,
    findings: [],
    headings: [],
    at: new Map(),
    count: rows.length,
  };
  const all: Known = {
    organisations: [treasury(), defence()],
    services: [],
    mayImport: () => true,
    mayName: () => true,
    baseOf: () => undefined,
    overwrites: false,
    createOrganisations: false,
    ...world,
  };
  const plan = whole(planFile(file, all, today, findings));
  return {
    ...plan,
    outcome: plan.rows.map((one) =>
      !one.known ? 'created' : one.fields.length > 0 ? 'updated' : 'unchanged',
    ),
    said: brief(findings),
    messages: findings.map(({ message }) => message),
  };
}

/** What steps come to, taken all at once. */
export function whole<T>(steps: Generator<void, T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
