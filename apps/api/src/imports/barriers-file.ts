import { randomUUID } from 'node:crypto';
import type { ImportQuery } from '@headway/contract';
import { londonDate } from '@headway/domain';
import type { EntityManager } from 'typeorm';
import { claimBarriers, writeBarriers } from '../barriers/barrier-writes.js';
import type { Caller } from '../platform/caller.js';
import { concerns } from '../platform/retries.js';
import { countedWith, located } from './findings.js';
import { knownBarriers } from './known-barriers.js';
import { type PlannedBarrier, planBarriers } from './plan-barriers.js';
import { readBarriersFile } from './read-in-process.js';
import { type FilePlanner, reportOf } from './report.js';

const longestName = 100;

/** A file of barriers. */
export async function barriersFile(
  caller: Caller,
  mode: ImportQuery['mode'],
  body: Buffer,
): Promise<FilePlanner> {
  const file = await readBarriersFile(body);
  return async (tx, hold) => {
    const known = await knownBarriers(tx, caller, file.rows, hold);
    const findings = [...file.findings];
    const planned = planBarriers(file.rows, known, londonDate(new Date()), findings);
    const report = reportOf(mode, planned, nameOf, {
      rows: file.count,
      missing: 0,
      missingServices: [],
      organisationsCreated: [],
      headings: [],
      problems: located(findings, file.at),
      problemCounts: countedWith(file.found, findings.slice(file.findings.length)),
    });
    return { report, write: () => write(tx, caller, planned, report.importId) };
  };
}

/** A barrier has no name, so it goes by how its description begins. */
function nameOf(planned: PlannedBarrier) {
  const text = planned.said.description.replace(/\s+/g, ' ');
  return {
    reference: referenceOf(planned),
    name: text.length > longestName ? `${text.slice(0, longestName).trimEnd()}…` : text,
  };
}

function referenceOf(planned: PlannedBarrier): string | null {
  if (planned.known) return planned.known.service?.reference ?? null;
  return planned.heldBack.column === 'service_id' ? planned.heldBack.subject : null;
}

/** As one barrier is written from a page; their rows have been held since they were read. */
async function write(
  tx: EntityManager,
  caller: Caller,
  planned: readonly PlannedBarrier[],
  importId: string,
): Promise<void> {
  for (const one of planned)
    concerns(tx, one.known ? one.known.organisation.id : one.heldBack.organisationId);
  const raised = planned.flatMap((one) => {
    if (one.known) return [];
    const { resolvedOn, ...barrier } = one.said;
    return [{ id: randomUUID(), heldBack: one.heldBack, barrier, resolvedOn }];
  });
  const changed = planned.flatMap(({ known, change, fields }) =>
    known && fields.length > 0 ? [{ before: known, change }] : [],
  );
  const ids = changed.map(({ before }) => before.id);
  await claimBarriers(tx, caller, ids, null);
  await writeBarriers(tx, caller, raised, changed, { import: importId });
}
