import type { ImportQuery } from '@headway/contract';
import { can, londonDate } from '@headway/domain';
import type { DataSource } from 'typeorm';
import { type Caller, scopeParameter } from '../platform/caller.js';
import { applyPlan } from './apply.js';
import { located } from './findings.js';
import { knownOrganisations, knownServices, missingServices } from './known.js';
import { rememberedColumns } from './mapping-rows.js';
import { planFile } from './plan-file.js';
import { readRows } from './read-rows.js';
import { type FilePlanner, reportOf, shownAtMost } from './report.js';
import type { FileTable } from './table.js';

/** A file of services. */
export async function servicesFile(
  database: DataSource,
  caller: Caller,
  query: ImportQuery,
  table: FileTable,
): Promise<FilePlanner> {
  const remembered = await rememberedColumns(database.manager, caller);
  const file = readRows(table, query.columns, remembered);
  return async (tx, hold) => {
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
    const nameOf = ({ row, known: service }: (typeof plan.rows)[number]) => ({
      reference: service?.reference ?? row.reference,
      name: row.name,
    });
    const report = reportOf(query.mode, plan.rows, nameOf, {
      rows: file.count,
      missing: missing.count,
      missingServices: [...missing.shown],
      organisationsCreated: [...plan.newOrganisations],
      headings: [...file.headings],
      problems: located(findings, file.at),
    });
    return { report, write: () => applyPlan(tx, caller, plan, organisations, report.importId) };
  };
}
