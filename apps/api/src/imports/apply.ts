import { followWhoOwes } from '../owed/who-owes.js';
import { freeSlug } from '@headway/domain';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../platform/caller.js';
import { type AuditEntry, audit, notify } from '../platform/changes.js';
import { concerns } from '../platform/retries.js';
import { jsonInSlices, mapInSlices } from '../platform/slices.js';
import { lastNumber, numbered, referencePrefix } from '../services/reference.js';
import type { KnownOrganisation } from './owners.js';
import type { Details, PlannedRow } from './plan.js';
import type { Plan } from './plan-file.js';

type NamedOrganisation = Pick<KnownOrganisation, 'id' | 'slug' | 'name' | 'abbreviation'>;

interface Written extends PlannedRow {
  readonly serviceId: string;
  readonly organisationId: string;
  readonly reference: string;
}

/** Writes a plan: organisations, services, records, targets and the trail, each as one statement. */
export async function applyPlan(
  tx: EntityManager,
  caller: Caller,
  plan: Plan,
  organisations: readonly NamedOrganisation[],
  importId: string,
): Promise<void> {
  for (const id of plan.organisations) concerns(tx, id);
  const added = await addOrganisations(tx, plan.newOrganisations, organisations);
  const byId = new Map([...organisations, ...added].map((organisation) => [organisation.id, organisation]));
  const idOf = new Map(added.map(({ name, id }) => [name, id]));
  const changed = plan.rows.filter(({ known, fields }) => !known || fields.length > 0);
  const references = await newReferences(tx, changed, (row) =>
    byId.get(idOf.get(row.organisation) ?? row.organisation)!,
  );
  const written: Written[] = changed.map((row) => ({
    ...row,
    serviceId: row.known?.id ?? crypto.randomUUID(),
    organisationId: idOf.get(row.organisation) ?? row.organisation,
    reference: row.known?.reference ?? row.row.reference ?? references.get(row)!,
  }));
  await insertServices(
    tx,
    written.filter(({ known }) => !known),
  );
  await updateServices(
    tx,
    written.filter(({ known }) => known),
  );
  await insertRecords(tx, caller, written);
  await insertTargets(tx, caller, written);
  const touched = [...new Set(written.map((row) => row.organisationId))];
  const owed = await followWhoOwes(tx, touched);
  await audit(tx, caller, ...owed.entries, ...(await trail(added, written, importId)));
  await notify(
    tx,
    ...owed.events,
    ...touched.map((organisationId) => ({
      kind: 'services.imported' as const,
      subject: null,
      organisationId,
    })),
  );
}

async function addOrganisations(
  tx: EntityManager,
  names: readonly string[],
  known: readonly NamedOrganisation[],
): Promise<NamedOrganisation[]> {
  if (names.length === 0) return [];
  const taken: { slug: string }[] = await tx.query('SELECT slug FROM organisation');
  const slugs = new Set([...taken, ...known].map(({ slug }) => slug));
  const rows = names.map((name) => {
    const slug = freeSlug(name, slugs);
    slugs.add(slug);
    return { name, slug };
  });
  return tx.query(
    `INSERT INTO organisation (slug, name, kind)
     SELECT slug, name, 'other_public_body' FROM jsonb_to_recordset($1::jsonb) AS new (slug text, name text)
     RETURNING id, slug, name, abbreviation`,
    [JSON.stringify(rows)],
  );
}

async function newReferences(
  tx: EntityManager,
  rows: readonly PlannedRow[],
  organisationOf: (row: PlannedRow) => NamedOrganisation,
): Promise<Map<PlannedRow, string>> {
  const unnamed = rows.filter(({ known, row }) => !known && row.reference === null);
  const byPrefix = Map.groupBy(unnamed, (row) => referencePrefix(organisationOf(row)));
  const references = new Map<PlannedRow, string>();
  for (const prefix of [...byPrefix.keys()].toSorted()) {
    let last = await lastNumber(tx, prefix, true);
    for (const row of byPrefix.get(prefix)!) references.set(row, numbered(prefix, last++));
  }
  return references;
}

const detailColumns = `name text, audience audience, description text, address text, "transactionsAYear" bigint,
  owner text, "opensOn" date`;

async function insertServices(tx: EntityManager, rows: readonly Written[]): Promise<void> {
  const values = rows.map(({ details, serviceId, organisationId, reference }) => ({
    ...detailsAlone(details),
    id: serviceId,
    organisationId,
    reference,
  }));
  await tx.query(
    `WITH new AS (
       SELECT * FROM jsonb_to_recordset($1::jsonb) AS new (id uuid, "organisationId" uuid, reference text,
         ${detailColumns})
     ), services AS (
       INSERT INTO service (id, reference, name, audience, description, address, transactions_a_year, owner, opens_on)
       SELECT id, reference, name, audience, description, address, "transactionsAYear", owner,
         coalesce("opensOn", '-infinity') FROM new
     )
     INSERT INTO service_ownership (service_id, organisation_id) SELECT id, "organisationId" FROM new`,
    [await jsonInSlices(values)],
  );
}

/** Their rows have been held since they were read, so each goes on to its next version. */
async function updateServices(tx: EntityManager, rows: readonly Written[]): Promise<void> {
  const values = rows.map(({ details, serviceId }) => ({ ...detailsAlone(details), id: serviceId }));
  await tx.query(
    `UPDATE service SET version = version + 1, name = new.name, audience = new.audience,
       description = new.description, address = new.address, transactions_a_year = new."transactionsAYear",
       owner = new.owner, opens_on = coalesce(new."opensOn", '-infinity')
     FROM jsonb_to_recordset($1::jsonb) AS new (id uuid, ${detailColumns})
     WHERE service.id = new.id`,
    [await jsonInSlices(values)],
  );
}

/** Without what else a row that was read has. */
function detailsAlone({ name, audience, description, address, transactionsAYear, owner, opensOn }: Details) {
  return { name, audience, description, address, transactionsAYear, owner, opensOn };
}

/** In their order: of two on one date the one written last is in force. */
async function insertRecords(tx: EntityManager, caller: Caller, rows: readonly Written[]): Promise<void> {
  const values = rows.flatMap(({ serviceId, statements }) =>
    statements.map((statement) => ({ id: crypto.randomUUID(), serviceId, ...statement })),
  );
  await tx.query(
    `INSERT INTO stage_record (id, service_id, recorded_by, stage, redesign_under_way, front_office, middle_office,
       back_office, effective_on, note, evidence_url)
     SELECT id, "serviceId", $2, stage, "redesignUnderWay", "frontOffice", "middleOffice", "backOffice", "effectiveOn",
       note, "evidenceUrl"
     FROM ROWS FROM (jsonb_to_recordset($1::jsonb) AS (id uuid, "serviceId" uuid, stage stage, "redesignUnderWay" boolean,
       "frontOffice" stage, "middleOffice" stage, "backOffice" stage, "effectiveOn" date, note text,
       "evidenceUrl" text)) WITH ORDINALITY ORDER BY ordinality`,
    [await jsonInSlices(values), caller.id],
  );
  const corrections = values.flatMap(({ id, serviceId, corrects }) =>
    corrects ? [{ ...corrects, serviceId, replacedBy: id }] : [],
  );
  await tx.query(
    `INSERT INTO stage_correction (record_id, service_id, replaced_by, reason, corrected_by)
     SELECT "recordId", "serviceId", "replacedBy", reason, $2
     FROM jsonb_to_recordset($1::jsonb) AS new ("recordId" uuid, "serviceId" uuid, "replacedBy" uuid, reason text)`,
    [await jsonInSlices(corrections), caller.id],
  );
}

async function insertTargets(tx: EntityManager, caller: Caller, rows: readonly Written[]): Promise<void> {
  const values = rows.flatMap(({ serviceId, targets }) =>
    targets.map(({ stage, dueOn, reason }) => ({ serviceId, stage, dueOn, reason })),
  );
  await tx.query(
    `INSERT INTO target (service_id, stage, due_on, reason, set_by)
     SELECT "serviceId", stage, "dueOn", reason, $2
     FROM jsonb_to_recordset($1::jsonb) AS new ("serviceId" uuid, stage stage, "dueOn" date, reason text)`,
    [await jsonInSlices(values), caller.id],
  );
}

async function trail(
  added: readonly NamedOrganisation[],
  written: readonly Written[],
  importId: string,
): Promise<AuditEntry[]> {
  return [
    ...added.map(({ id, slug, name }) => ({
      organisationId: id,
      action: 'organisation.created',
      subject: slug,
      detail: { import: importId, name },
    })),
    ...(await mapInSlices(written, ({ known, reference, organisationId, row, fields }) => ({
      organisationId,
      action: known ? 'service.changed' : 'service.created',
      subject: reference,
      detail: { import: importId, row: row.row, name: row.name, fields },
    }))),
  ];
}
