import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { ImportProblem, ImportQuery, ImportReport } from '@headway/contract';
import { HeadwayProblem, can, londonDate } from '@headway/domain';
import { DataSource, type EntityManager } from 'typeorm';
import { type Caller, scopeParameter } from '../platform/caller.js';
import { Changes } from '../platform/changes.js';
import { applyPlan } from './apply.js';
import { decode } from './decode.js';
import { type KnownOrganisation, knownOrganisations, knownServices } from './known.js';
import { type Plan, planFile } from './plan-file.js';
import { type ReadFile, readRows } from './read-rows.js';
import { readTable } from './table.js';

const shownDifferences = 500;
const importLock = 4_143_241;

@Injectable()
export class ImportsService {
  constructor(
    private readonly database: DataSource,
    private readonly changes: Changes,
  ) {}

  /** Says what a file would change, or changes it; a file with any error changes nothing. */
  async import(caller: Caller, query: ImportQuery, body: Buffer): Promise<ImportReport> {
    if (query.createOrganisations && !can(caller, 'importOrganisations'))
      throw new HeadwayProblem('not_allowed');
    const file = read(body);
    if (query.mode === 'check')
      return this.database.transaction('REPEATABLE READ', async (tx) => {
        return (await this.plan(tx, caller, query, file, false)).report;
      });
    return this.changes.run(caller, async (tx) => {
      await tx.query(`SET LOCAL statement_timeout = '30s'; SET LOCAL lock_timeout = '30s'`);
      // One import at a time: two of one file would each add what the other adds.
      await tx.query('SELECT pg_advisory_xact_lock($1)', [importLock]);
      const { plan, organisations, report } = await this.plan(tx, caller, query, file, true);
      const errors = report.problems.filter(({ severity }) => severity === 'error');
      if (errors.length > 0)
        throw new HeadwayProblem('file_has_errors', undefined, pointed(errors), {}, { ...report });
      await applyPlan(tx, caller, plan, organisations, report.importId);
      return report;
    });
  }

  private async plan(
    tx: EntityManager,
    caller: Caller,
    query: ImportQuery,
    file: ReadFile,
    hold: boolean,
  ): Promise<{ plan: Plan; organisations: KnownOrganisation[]; report: ImportReport }> {
    const organisations = await knownOrganisations(tx, scopeParameter(caller, 'readOrganisations'));
    const known = {
      organisations,
      services: await knownServices(tx, file.rows, hold),
      mayImport: (id: string) => can(caller, 'importServices', id),
      createOrganisations: query.createOrganisations ?? false,
    };
    const problems = [...file.problems];
    const plan = planFile(file, known, londonDate(new Date()), problems);
    const created = plan.rows.filter((row) => !row.known);
    const updated = plan.rows.filter((row) => row.known && row.fields.length > 0);
    const report: ImportReport = {
      importId: randomUUID(),
      mode: query.mode,
      rows: file.count,
      created: created.length,
      updated: updated.length,
      unchanged: plan.rows.length - created.length - updated.length,
      organisationsCreated: [...plan.newOrganisations],
      problems: problems.toSorted((a, b) => a.row - b.row),
      differences: plan.rows
        .filter((row) => !row.known || row.fields.length > 0)
        .slice(0, shownDifferences)
        .map(({ row, known: service, fields }) => ({
          row: row.row,
          reference: service?.reference ?? row.reference,
          name: row.name,
          change: service ? 'updated' : 'created',
          fields,
        })),
    };
    return { plan, organisations, report };
  }
}

function read(body: Buffer): ReadFile {
  const { text, encoding } = decode(body);
  const file = readRows(readTable(text));
  if (encoding !== 'windows-1252') return file;
  const doubt: ImportProblem = {
    row: 1,
    column: null,
    severity: 'warning',
    code: 'read_as_windows_1252',
    message: 'The file is not UTF-8 and is read as Windows-1252. Check names with accents',
  };
  return { ...file, problems: [doubt, ...file.problems] };
}

function pointed(problems: readonly ImportProblem[]) {
  return problems.slice(0, 100).map(({ row, column, code, message }) => ({
    pointer: `/rows/${row}${column === null ? '' : `/${column.replaceAll('~', '~0').replaceAll('/', '~1')}`}`,
    code,
    message,
  }));
}
