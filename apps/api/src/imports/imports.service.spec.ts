import type { ImportQuery, ImportReport } from '@headway/contract';
import { HeadwayProblem, type Grant } from '@headway/domain';
import type { DataSource, EntityManager } from 'typeorm';
import type { Caller } from '../platform/caller.js';
import type { Changes } from '../platform/changes.js';
import { turnsDuring } from '../testing/turns.js';
import { barriersFile } from './barriers-file.js';
import { brief, csv, treasury } from './imports.fixture.js';
import { ImportsService } from './imports.service.js';
import { servicesFile } from './services-file.js';

const left = { reference: 'T-9', name: 'Left out', organisation: 'Treasury' };

/** A database that knows one organisation and no service, and remembers what was asked of it. */
function imports(remembered: { heading: string; column: string | null }[] = []) {
  const statements: string[] = [];
  const tx = {
    queryRunner: { data: {} },
    query: (statement: string) => {
      statements.push(statement);
      if (/FROM import_mapping/.test(statement)) return Promise.resolve(remembered);
      if (/missing AS MATERIALIZED/.test(statement)) return Promise.resolve([{ count: 501, shown: [left] }]);
      return Promise.resolve(/FROM organisation o/.test(statement) ? [treasury()] : []);
    },
  };
  const database = {
    manager: tx,
    transaction: (_: string, work: (one: typeof tx) => unknown) => work(tx),
  } as unknown as DataSource;
  const changes = { run: (_: Caller, work: (one: typeof tx) => unknown) => work(tx) } as unknown as Changes;
  return {
    service: new ImportsService(database, changes),
    statements,
    database,
    tx: tx as unknown as EntityManager,
  };
}

const caller = (role: Grant['role'] = 'oversight'): Caller => ({
  id: 'person',
  name: 'A B',
  email: 'a@b.example',
  grants: [{ role, organisations: role === 'oversight' ? 'all' : ['treasury-id'] }],
  retry: null,
});

const query = (rest: Partial<ImportQuery> = {}): ImportQuery => ({
  kind: 'services',
  mode: 'check',
  ...rest,
});
const header = ['Reference', 'Service name', 'Organisation', 'Audience', 'Colour'];
const check = (body: Buffer | string) =>
  imports().service.import(caller(), query(), Buffer.isBuffer(body) ? body : Buffer.from(body));

async function refusal(answer: Promise<ImportReport>): Promise<HeadwayProblem> {
  return answer.then(
    () => fail('not refused') as never,
    (error: HeadwayProblem) => error,
  );
}

describe('the report on a file', () => {
  it('counts, and has problems in the order of the rows', async () => {
    const body = csv(
      header,
      ['T-1', 'A', 'HMT', 'external', ''],
      ['T-2', 'B', 'Tea', 'internal', ''],
      ['T-3', '', 'HMT', '-', ''],
    );
    const report = await check(body);
    expect([report.rows, report.created, report.updated, report.unchanged]).toEqual([3, 1, 0, 0]);
    expect(brief(report.problems)).toEqual([
      '1 Colour warning column_kept_aside',
      '3 Organisation error unknown_organisation',
      '4 Service name error value_missing',
      '4 Audience error value_missing',
    ]);
    expect(report.differences).toEqual([
      { row: 2, reference: 'T-1', name: 'A', change: 'created', fields: [] },
    ]);
  });

  it('warns where the file is read as Windows-1252', async () => {
    const body = Buffer.from(csv(header.slice(0, 4), ['T-1', 'Café', 'HMT', 'external']), 'latin1');
    const report = await check(body);
    expect(brief(report.problems)).toEqual(['1 null warning read_as_windows_1252']);
    expect(report.differences[0]!.name).toBe('Café');
  });

  it('does not warn where the file is UTF-8', async () =>
    expect((await check(csv(header.slice(0, 4), ['T-1', 'Café', 'HMT', 'external']))).problems).toEqual([]));

  it('names the first 500 differences and counts all', async () => {
    const rows = Array.from({ length: 501 }, (_, n) => [`T-${n}`, `S ${n}`, 'HMT', 'external']);
    const report = await check(csv(header.slice(0, 4), ...rows));
    expect([report.created, report.differences.length]).toEqual([501, 500]);
  });

  it('of a check writes nothing but what it said', async () => {
    const { service, statements } = imports();
    await service.import(caller(), query(), Buffer.from(csv(header, ['T-1', 'A', 'HMT', 'external', ''])));
    const writing = statements.filter(
      (statement) => !/^\s*(SELECT|WITH (missing|former) AS|SET LOCAL)/.test(statement),
    );
    expect(statements).toContain(jasmine.stringContaining(`statement_timeout = '30s'`) as unknown as string);
    expect(writing.every((statement) => statement.includes('import_check'))).toBeTrue();
    expect(statements.some((statement) => statement.includes('FOR UPDATE'))).toBeFalse();
  });
});

describe('a file with an error', () => {
  it('is refused when applied, with a pointer to each error, and writes nothing', async () => {
    const { service, statements } = imports();
    const body = csv([...header, 'a/b~c'], ['T-1', 'A', 'Tea', 'external'], ['', '', 'HMT', 'external']);
    const problem = await refusal(service.import(caller(), query({ mode: 'apply' }), Buffer.from(body)));
    expect(problem.code).toBe('file_has_errors');
    expect(problem.errors!.map(({ pointer, code }) => [pointer, code])).toEqual([
      ['/rows/2/Organisation', 'unknown_organisation'],
      ['/rows/3/Service name', 'value_missing'],
    ]);
    expect(problem.members).toEqual(jasmine.objectContaining({ rows: 2, created: 0 }));
    expect(
      statements.some((statement) => /INSERT|UPDATE s/.test(statement.replace('FOR UPDATE OF s', ''))),
    ).toBeFalse();
  });

  it('has 100 errors pointed to at most', async () => {
    const rows = Array.from({ length: 101 }, () => ['', '', 'HMT', 'external']);
    const body = Buffer.from(csv(header, ...rows));
    const problem = await refusal(imports().service.import(caller(), query({ mode: 'apply' }), body));
    expect(problem.errors!.length).toBe(100);
  });
});

describe('creating organisations by a file', () => {
  const body = () => Buffer.from(csv(header.slice(0, 4), ['T-1', 'A', 'Office of Tea', 'external']));

  it('is for those who may, and is said in the report', async () => {
    const report = await imports().service.import(caller(), query({ createOrganisations: true }), body());
    expect([report.organisationsCreated, report.created]).toEqual([['Office of Tea'], 1]);
  });

  it('is refused to a digital lead, before the file is read', async () => {
    const asked = imports().service.import(
      caller('digital_lead'),
      query({ createOrganisations: true }),
      Buffer.alloc(0),
    );
    expect((await refusal(asked)).code).toBe('not_allowed');
  });
});

describe('the report', () => {
  it('has the cell of each problem, where the file has one', async () => {
    const { problems } = await check(csv(header, ['T-1', '', 'Tea', 'external', '']));
    expect(problems.map(({ column, cell }) => [column, cell])).toEqual([
      ['Colour', 'E1'],
      ['Service name', 'B2'],
      ['Organisation', 'C2'],
    ]);
  });

  it('counts what is missing, and names the first', async () => {
    const report = await check(csv(header.slice(0, 4), ['T-1', 'A', 'HMT', 'external']));
    expect([report.missing, report.missingServices]).toEqual([501, [left]]);
  });

  it('reads headings as they were chosen, for this file or before', async () => {
    const body = Buffer.from(csv(['Title', 'Dept', 'Who'], ['A', 'HMT', 'external']));
    const { service } = imports([{ heading: 'title', column: 'name' }]);
    const report = await service.import(
      caller(),
      query({ columns: { Dept: 'organisation', Who: 'audience' } }),
      body,
    );
    expect([report.created, report.problems]).toEqual([1, []]);
    expect(report.headings.map(({ heading, by }) => [heading, by])).toEqual([
      ['Title', 'remembered'],
      ['Dept', 'choice'],
      ['Who', 'choice'],
    ]);
  });
});

describe('planning a long file', () => {
  const services = csv(
    header.slice(0, 4),
    ...Array.from({ length: 2_000 }, (_, n) => [`T-${n}`, `Service ${n}`, 'HMT', 'external']),
  );
  const barriers = csv(
    ['Reference', 'Category', 'Barrier', 'Raised on'],
    ...Array.from({ length: 2_000 }, (_, n) => [`T-${n}`, 'Funding', `Barrier ${n}`, '2026-01-31']),
  );
  for (const [kind, mode, body] of [
    ['services', 'check', services],
    ['services', 'apply', services],
    ['barriers', 'check', barriers],
  ] as const)
    it(`lets others have their turns between its rows: ${kind}, ${mode}`, async () => {
      const planned = await (kind === 'services'
        ? servicesFile(imports().database, caller(), query({ kind, mode }), Buffer.from(body))
        : barriersFile(caller(), query({ kind, mode }), Buffer.from(body)));
      const { tx } = imports();
      const { answer, turns } = await turnsDuring(() => planned(tx, false));
      expect(turns).toBeGreaterThanOrEqual(8);
      if (mode === 'check') return;
      const { turns: later } = await turnsDuring(answer.write);
      expect(later).toBeGreaterThanOrEqual(8);
    });
});
