import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { ImportProblem, ImportQuery, ImportReport } from '@headway/contract';
import { HeadwayProblem, can, londonDate } from '@headway/domain';
import { DataSource, type EntityManager } from 'typeorm';
import { type Caller, scopeParameter } from '../platform/caller.js';
import { Changes } from '../platform/changes.js';
import { applyPlan } from './apply.js';
import { located } from './findings.js';
import { knownOrganisations, knownServices, missingServices } from './known.js';
import { rememberedColumns } from './mapping-rows.js';
import type { KnownOrganisation } from './owners.js';
import { type Plan, planFile } from './plan-file.js';
import { type ReadFile, readRows } from './read-rows.js';
import { readFile } from './table.js';

const shownAtMost = 500;
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
    const table = await readFile(body);
    const remembered = await rememberedColumns(this.database.manager, caller);
    const file = readRows(table, query.columns, remembered);
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
    const today = londonDate(new Date());
    const organisations = await knownOrganisations(tx, scopeParameter(caller, 'readOrganisations'));
    const known = {
      organisations,
      services: await knownServices(tx, file.rows, today, hold),
      mayImport: (id: string) => can(caller, 'importServices', id),
      createOrganisations: query.createOrganisations ?? false,
    };
    const findings = [...file.findings];
    const plan = planFile(file, known, today, findings);
    const all = [...file.rows, ...file.broken];
    const missing = await missingServices(tx, plan.organisations, all, today, shownAtMost);
    const problems = located(findings, file.at);
    return { plan, organisations, report: reportOf(query.mode, file, plan, problems, missing) };
  }
}

function reportOf(
  mode: ImportQuery['mode'],
  file: ReadFile,
  plan: Plan,
  problems: readonly ImportProblem[],
  missing: Awaited<ReturnType<typeof missingServices>>,
): ImportReport {
  const changed = plan.rows.filter((row) => !row.known || row.fields.length > 0);
  const created = changed.filter((row) => !row.known).length;
  return {
    importId: randomUUID(),
    mode,
    rows: file.count,
    created,
    updated: changed.length - created,
    unchanged: plan.rows.length - changed.length,
    missing: missing.count,
    organisationsCreated: [...plan.newOrganisations],
    headings: [...file.headings],
    problems: [...problems],
    differences: changed.slice(0, shownAtMost).map(({ row, known: service, fields }) => ({
      row: row.row,
      reference: service?.reference ?? row.reference,
      name: row.name,
      change: service ? 'updated' : 'created',
      fields: [...fields],
    })),
    missingServices: [...missing.shown],
  };
}

function pointed(problems: readonly ImportProblem[]) {
  return problems.slice(0, 100).map(({ row, column, code, message }) => ({
    pointer: `/rows/${row}${column === null ? '' : `/${column.replaceAll('~', '~0').replaceAll('/', '~1')}`}`,
    code,
    message,
  }));
}
