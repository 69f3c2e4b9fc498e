import type { ImportQuery } from '@headway/contract';
import { can, londonDate } from '@headway/domain';
import type { DataSource } from 'typeorm';
import { type Caller, scopeParameter } from '../platform/caller.js';
import { inSlices, mapInSlices } from '../platform/slices.js';
import { referencesOpenTo } from '../services/reference.js';
import { applyPlan } from './apply.js';
import { basesOf } from './bases.js';
import { lastChanges } from './changes-since.js';
import { agreementOf } from './disagreements.js';
import { countedWith, located } from './findings.js';
import { checkKnownAt, knownAtOf, sayUndated } from './known-at.js';
import { knownOrganisations, knownServices, missingServices } from './known.js';
import { rememberedColumns } from './mapping-rows.js';
import { standingOf } from './merge-row.js';
import type { PlannedRow } from './plan.js';
import { planFile } from './plan-file.js';
import { readServicesFile } from './read-in-process.js';
import { type FilePlanner, reportOf, shownAtMost } from './report.js';
import { sayLockedServices } from './sheet-locks.js';

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
    const organisations = await knownOrganisations(tx, scopeParameter(caller, 'readOrganisations'));
    const services = await knownServices(tx, file.rows, today, hold);
    const known = {
      organisations,
      services,
      mayImport: (id: string) => can(caller, 'importServices', id),
      mayName: await referencesOpenTo(tx, scopeParameter(caller, 'importServices')),
      createOrganisations: query.createOrganisations ?? false,
      baseOf: await basesOf(tx, services, file.rows),
      overwrites: query.overwriteNewer ?? false,
    };
    const findings = [...file.findings];
    await checkKnownAt(tx, file.rows, findings);
    const plan = await inSlices(planFile(file, known, today, findings));
    await sayLockedServices(tx, plan.rows, findings);
    const dated = plan.rows.filter(({ known }) => known).map(({ row }) => row);
    sayUndated(
      plan.rows.filter(changesKnown).map(({ row }) => row),
      findings,
    );
    const { newer, newerCount } = await agreementOf(plan.rows, nameOf, file.at, findings, (ids) =>
      lastChanges(tx, ids),
    );
    const about = {
      rows: [...file.rows, ...file.broken],
      meant: plan.rows.flatMap(({ known }) => known?.id ?? []),
    };
    const missing = await missingServices(tx, plan.organisations, about, today, shownAtMost);
    const report = reportOf(query, plan.rows, nameOf, {
      rows: file.count,
      missing: missing.count,
      missingServices: [...missing.shown],
      organisationsCreated: [...plan.newOrganisations],
      headings: [...file.headings],
      problems: located(findings, file.at),
      problemCounts: countedWith(file.found, findings.slice(file.findings.length)),
      newer,
      newerCount,
      knownAt: knownAtOf(dated),
    });
    const standings = new Map(plan.rows.map((row) => [row.row.row, row.known]));
    return {
      report,
      touched: await mapInSlices(plan.rows.filter(isTouched), (row) => touchedBy(row, today)),
      standingOf: (row) => {
        const service = standings.get(row);
        return service ? standingOf(service, today) : null;
      },
      write: () => applyPlan(tx, caller, plan, organisations, report.importId),
    };
  };
}

function nameOf({ row, known }: PlannedRow) {
  return { reference: known?.reference ?? row.reference, name: row.name };
}

/** Whether a row says of which time it is, or changes something without saying so. */
function changesKnown({ known, fields, row }: PlannedRow): boolean {
  return known !== null && (fields.length > 0 || row.knownAt !== null);
}

function isTouched({ known, fields }: PlannedRow): boolean {
  return !known || fields.length > 0;
}

function touchedBy(planned: PlannedRow, today: string) {
  const { row, known, organisation, details, statements, targets, fields } = planned;
  const changed = known ? fields : { organisation, details };
  return {
    row: row.row,
    ...nameOf(planned),
    change: { changed, statements, targets, closures: known?.closures ?? [] },
    standing: known ? standingOf(known, today) : {},
  };
}
