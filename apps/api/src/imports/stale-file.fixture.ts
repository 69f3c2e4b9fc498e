import type { ImportReport } from '@headway/contract';

import { readWorkbook, writeWorkbook } from '@headway/workbook';
import { knownUntil } from '../platform/known.js';
import { instant } from '../platform/sql.js';
import { type TestApp, organisation, person, service, testApp } from '../testing/app.js';
import { csv } from './imports.fixture.js';
import { readCsv } from './table.js';

export type Format = 'csv' | 'ods' | 'xlsx';

/** A downloaded file that somebody has open: its rows, without the instant, and the file again with what they edited. */
export interface OpenFile {
  readonly rows: string[][];
  set(reference: string, column: string, text: string): void;
  cell(reference: string, column: string): string;
  bytes(): Promise<Buffer>;
}

export interface TwoPeople {
  readonly headway: TestApp;
  readonly lead: string;
  download(format: Format): Promise<OpenFile>;
  /** A change by a colleague, on a page. */
  colleague(method: string, path: string, body: object): Promise<void>;
  send(file: Buffer, query: string): ReturnType<TestApp['ask']>;
  report(file: Buffer, query: string): Promise<ImportReport>;
  service(reference: string): Promise<ReturnType<typeof JSON.parse>>;
}

/** While somebody still writes, a download says that it is of before they began, and so of before what it holds. */
export async function settled({ source }: TestApp): Promise<void> {
  const [{ now }] = await source.query(`SELECT ${instant('clock_timestamp()')} AS now`);
  while ((await knownUntil(source.manager)) < now);
}

/** A department with three services, a lead who edits a file, and a colleague who changes things meanwhile. */
export async function twoPeople(): Promise<TwoPeople> {
  const headway = await testApp();
  for (const name of ['DWP', 'HMT']) await organisation(headway.source, name);
  for (const reference of ['S-1', 'S-2', 'S-3']) await service(headway.source, reference, 'dwp');
  const lead = await person(headway.source, 'digital_lead', 'dwp');
  const other = await person(headway.source, 'digital_lead', 'dwp');
  const colleague = async (method: string, path: string, body: object) => {
    const answer = await headway.ask(method, path, { token: other, body, headers: { 'if-match': '*' } });
    if (answer.statusCode >= 300) throw new Error(`${method} ${path}: ${answer.body}`);
  };
  for (const reference of ['S-1', 'S-2'])
    await colleague('POST', `/api/services/${reference}/records`, {
      stage: 'in_progress',
      effectiveOn: '2024-05-01',
    });
  await colleague('PATCH', '/api/services/S-1', {
    owner: 'Ann',
    address: 'https://a.example',
    transactionsAYear: 10,
    description: 'First',
  });
  const send = (body: Buffer, query: string) =>
    headway.ask('POST', `/api/imports?kind=services&${query}`, {
      token: lead,
      body,
      headers: { 'content-type': 'text/csv' },
    });
  return {
    headway,
    lead,
    colleague,
    send,
    report: async (file, query) => (await send(file, query)).json() as ImportReport,
    service: async (reference) =>
      (await headway.ask('GET', `/api/services/${reference}`, { token: lead })).json(),
    download: async (format) => {
      await settled(headway);
      const { rawPayload } = await headway.ask('GET', `/api/services.${format}`, { token: lead });
      return format === 'csv' ? openCsv(rawPayload) : openWorkbook(rawPayload, format);
    },
  };
}

function openRows(rows: string[][], bytes: () => Promise<Buffer>): OpenFile {
  const row = (reference: string) => rows.find(([first]) => first === reference)!;
  const at = (column: string) => rows[0]!.indexOf(column);
  return {
    rows,
    bytes,
    set: (reference, column, text) => void (row(reference)[at(column)] = text),
    cell: (reference, column) => row(reference)[at(column)]!,
  };
}

function openCsv(bytes: Buffer): OpenFile {
  const rows = readCsv(bytes.toString()).map((row) => [...row]);
  return openRows(rows, () => Promise.resolve(Buffer.from(csv(...rows))));
}

async function openWorkbook(bytes: Buffer, format: 'ods' | 'xlsx'): Promise<OpenFile> {
  const { rows: read, sheetNames } = await readWorkbook(bytes);
  if (sheetNames.join() !== 'Services,Known at') throw new Error(`Sheets: ${sheetNames.join()}`);
  const { rows: dated } = await readWorkbook(bytes, { sheet: 'Known at' });
  const rows = read.map((row) => Array.from(read[0]!, (_, index) => row[index] ?? ''));
  const table = (name: string, [header, ...body]: readonly (readonly string[])[]) => ({
    name,
    table: {
      name: name.toLowerCase().replace(' ', '_'),
      columns: header!.map((heading) => ({ header: heading, type: 'text' as const })),
      rows: body,
    },
  });
  return openRows(rows, async () => {
    const sheets = [table('Services', rows), table('Known at', dated)];
    return Buffer.from(await writeWorkbook({ title: 'Services', language: 'en-GB', sheets }, format));
  });
}
