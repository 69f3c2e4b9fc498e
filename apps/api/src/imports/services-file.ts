import type { ImportQuery } from '@headway/contract';
import { can, londonDate } from '@headway/domain';
import type { DataSource } from 'typeorm';
import { type Caller, scopeParameter } from '../platform/caller.js';
import { beginsWithOneOf } from '../services/reference.js';
import { applyPlan } from './apply.js';
import { countedWith, located } from './findings.js';
import { knownOrganisations, knownServices, missingServices } from './known.js';
import { rememberedColumns } from './mapping-rows.js';
import { planFile } from './plan-file.js';
import { readServicesFile } from './read-in-process.js';
import { type FilePlanner, reportOf, shownAtMost } from './report.js';

/** A file of services. */
export async function servicesFile(
  database: DataSource,
  caller: Caller,
  query: ImportQuery,
  body: Buffer,
): Promise<FilePlanner> {
  const remembered = await rememberedColumns(database.manager, caller);
  const file = await readServicesFile(body, query.columns, remembered);
  return async (tx, hold) => {
    const today = londonDate(new Date());
    const theirs = scopeParameter(caller, 'importServices');
    const organisations = await knownOrganisations(tx, scopeParameter(caller, 'readOrganisations'));
    const known = {
      organisations,
      services: await knownServices(tx, file.rows, today, hold),
      mayImport: (id: string) => can(caller, 'importServices', id),
      mayName: (reference: string) =>
        theirs === null ||
        beginsWithOneOf(
          reference,
          organisations.filter(({ id }) => theirs.includes(id)),
        ),
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
      problemCounts: countedWith(file.found, findings.slice(file.findings.length)),
    });
    return { report, write: () => applyPlan(tx, caller, plan, organisations, report.importId) };
  };
}
