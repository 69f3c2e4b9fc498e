import type { ImportReport } from '@headway/contract';
import { type WorkbookFormat, workbookTypes, writeWorkbook } from '@headway/workbook';
import { type TestApp, organisation, person, service, testApp } from '../testing/app.js';

export type Format = 'csv' | WorkbookFormat;
export const typeOf = (format: Format) => (format === 'csv' ? 'text/csv' : workbookTypes[format]);
export const year = new Date().getFullYear();

/** Names that are awkward to carry in one kind of file or another; the services F-0, F-1 and so on. */
export const awkward = [
  "=cmd|' /C calc'!A0",
  "'=quoted",
  "''+twice",
  '-5 rule',
  '@here',
  'Größe, "é"',
  "O'Brien",
  '1E5',
  '_x000D_',
] as const;

export interface World {
  readonly headway: TestApp;
  readonly ask: (url: string) => Promise<ReturnType<typeof JSON.parse>>;
  readonly download: (format: Format, query?: string) => ReturnType<TestApp['ask']>;
  readonly upload: (bytes: Buffer, type: string, mode?: ImportReport['mode']) => Promise<ImportReport>;
}

/** A department whose services have everything that a file may carry, as its digital lead sees it. */
export async function world(): Promise<World> {
  const headway = await testApp();
  for (const name of ['DWP', 'HMT']) await organisation(headway.source, name);
  const lead = await person(headway.source, 'digital_lead', 'dwp');
  for (const [index, name] of awkward.entries()) {
    const id = await service(headway.source, `F-${index}`, 'dwp');
    await headway.source.query('UPDATE service SET name = $2, owner = $2, description = $3 WHERE id = $1', [
      id,
      name,
      `${name}\r\nand more`,
    ]);
  }
  await service(headway.source, 'OTHER-1', 'hmt');
  const ask = async (url: string) => (await headway.ask('GET', url, { token: lead })).json();
  const change = async (method: string, url: string, body: object) => {
    const answer = await headway.ask(method, url, { token: lead, body, headers: { 'if-match': '*' } });
    if (answer.statusCode >= 300) throw new Error(`${method} ${url}: ${answer.body}`);
  };
  await change('POST', '/api/services/F-0/records', {
    stage: 'live',
    effectiveOn: '2024-03-31',
    redesignUnderWay: true,
    frontOffice: 'live',
    backOffice: 'in_progress',
    note: 'At last',
    evidenceUrl: 'https://www.gov.uk/claim',
  });
  await change('POST', '/api/services/F-1/records', { stage: 'redesigned', effectiveOn: '2025-06-01' });
  const [wrong] = (await ask('/api/services/F-1/records')).items;
  const right = { stage: 'in_progress', effectiveOn: '2025-02-01', reason: 'It was not so' };
  await change('POST', `/api/services/F-1/records/${wrong.id}/corrections`, right);
  await change('PUT', '/api/services/F-1/targets/live', { dueOn: `${year + 1}-03-31` });
  await change('PUT', '/api/services/F-1/targets/live', { dueOn: `${year + 2}-03-31`, reason: 'Late' });
  const details = { transactionsAYear: 1_234_567, opensOn: '2020-04-01', address: 'https://www.gov.uk/x' };
  await change('PATCH', '/api/services/F-2', details);
  return {
    headway,
    ask,
    download: (format, query = '') => headway.ask('GET', `/api/services.${format}${query}`, { token: lead }),
    upload: async (body, type, mode = 'check') => {
      const url = `/api/imports?kind=services&mode=${mode}`;
      return (
        await headway.ask('POST', url, { token: lead, body, headers: { 'content-type': type } })
      ).json() as ImportReport;
    },
  };
}

export function summary({ created, updated, unchanged, missing, problems }: ImportReport) {
  return [created, updated, unchanged, missing, problems];
}

/** Rows as wide as their header. */
export function squared(rows: readonly (readonly string[])[]): string[][] {
  return rows.map((row) => Array.from({ length: rows[0]!.length }, (_, index) => row[index] ?? ''));
}

/** Rows of text as a workbook that somebody saved. */
export async function savedAs(format: WorkbookFormat, rows: readonly string[][]): Promise<Buffer> {
  const [header, ...body] = rows;
  const columns = header!.map((heading) => ({ header: heading, type: 'text' as const }));
  const table = { name: 'services', columns, rows: body };
  const book = { title: 'Services', language: 'en-GB', sheets: [{ name: 'Services', table }] };
  return Buffer.from(await writeWorkbook(book, format));
}
