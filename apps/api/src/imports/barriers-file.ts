import { randomUUID } from 'node:crypto';
import type { ImportQuery } from '@headway/contract';
import { londonDate } from '@headway/domain';
import type { EntityManager } from 'typeorm';
import { claimBarriers, writeBarriers } from '../barriers/barrier-writes.js';
import type { Caller } from '../platform/caller.js';
import { concerns } from '../platform/retries.js';
import { inSlices, mapInSlices } from '../platform/slices.js';
import { barrierVersions } from './barrier-bases.js';
import { agreementOf } from './disagreements.js';
import { countedWith, located } from './findings.js';
import { checkKnownAt, knownAtOf, sayUndated } from './known-at.js';
import { knownBarriers } from './known-barriers.js';
import { type PlannedBarrier, planBarriers, standingOfBarrier } from './plan-barriers.js';
import { readBarriersFile } from './read-in-process.js';
import { type FilePlanner, reportOf } from './report.js';
import { sayLockedBarriers } from './sheet-locks.js';

const longestName = 100;

/** A file of barriers. */
export async function barriersFile(caller: Caller, query: ImportQuery, body: Buffer): Promise<FilePlanner> {
  const file = await readBarriersFile(body);
  return async (tx, hold) => {
    const known = await knownBarriers(tx, caller, file.rows, hold);
    const findings = [...file.findings];
    await checkKnownAt(tx, file.rows, findings);
    const ids = known.barriers.map(({ id }) => id);
    const { lastChange, ...then } = await barrierVersions(tx, ids, file.rows);
    const compare = { ...then, overwrites: query.overwriteNewer ?? false };
    const planned = await inSlices(planBarriers(file.rows, known, londonDate(new Date()), findings, compare));
    await sayLockedBarriers(tx, planned, findings);
    const dated = planned.filter((one) => one.known).map(({ row }) => row);
    sayUndated(
      planned.filter(changesKnown).map(({ row }) => row),
      findings,
    );
    const { newer, newerCount } = await agreementOf(planned, nameOf, file.at, findings, () =>
      Promise.resolve(lastChange),
    );
    const report = reportOf(query, planned, nameOf, {
      rows: file.count,
      missing: 0,
      missingServices: [],
      organisationsCreated: [],
      headings: [],
      problems: located(findings, file.at),
      problemCounts: countedWith(file.found, findings.slice(file.findings.length)),
      newer,
      newerCount,
      knownAt: knownAtOf(dated),
    });
    const standings = new Map(planned.map((one) => [one.row.row, one.known]));
    return {
      report,
      touched: await mapInSlices(
        planned.filter((one) => !one.known || one.fields.length > 0),
        touchedBy,
      ),
      standingOf: (row) => {
        const barrier = standings.get(row);
        return barrier ? standingOfBarrier(barrier) : null;
      },
      write: () => write(tx, caller, planned, report.importId),
    };
  };
}

/** Whether a row says of which time it is, or changes something without saying so. */
function changesKnown({ known, fields, row }: PlannedBarrier): boolean {
  return known !== null && (fields.length > 0 || row.knownAt !== null);
}

function touchedBy(planned: PlannedBarrier) {
  const { row, known, said, change, fields } = planned;
  return {
    row: row.row,
    ...nameOf(planned),
    change: known ? { change, fields } : { said, fields },
    standing: known ? standingOfBarrier(known) : {},
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
