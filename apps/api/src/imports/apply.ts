import { freeSlug } from '@headway/domain';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../platform/caller.js';
import { notify } from '../platform/changes.js';
import { lastNumber, numbered, referencePrefix } from '../services/reference.js';
import type { KnownOrganisation } from './known.js';
import type { PlannedRow } from './plan.js';
import type { Plan } from './plan-file.js';

interface Written extends PlannedRow {
  readonly serviceId: string;
  readonly organisationId: string;
  readonly reference: string;
}

/** Writes a plan: organisations, services, records and the trail, each as one statement. */
export async function applyPlan(
  tx: EntityManager,
  caller: Caller,
  plan: Plan,
  organisations: readonly KnownOrganisation[],
  importId: string,
): Promise<void> {
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
  await insertRecords(
    tx,
    caller,
    written.filter(({ statement }) => statement),
  );
  await insertTrail(tx, caller, added, written, importId);
  for (const organisationId of new Set(written.map((row) => row.organisationId)))
    await notify(tx, { kind: 'services.imported', subject: null, organisationId });
}

async function addOrganisations(
  tx: EntityManager,
  names: readonly string[],
  known: readonly KnownOrganisation[],
): Promise<KnownOrganisation[]> {
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
  organisationOf: (row: PlannedRow) => KnownOrganisation,
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

async function insertServices(tx: EntityManager, rows: readonly Written[]): Promise<void> {
  const values = rows.map(({ row, serviceId, organisationId, reference }) => ({
    id: serviceId,
    organisation_id: organisationId,
    reference,
    name: row.name,
    audience: row.audience,
    address: row.address ?? null,
    transactions_a_year: row.transactionsAYear ?? null,
  }));
  await tx.query(
    `WITH new AS (
       SELECT * FROM jsonb_to_recordset($1::jsonb) AS new (id uuid, organisation_id uuid, reference text, name text,
         audience audience, address text, transactions_a_year bigint)
     ), services AS (
       INSERT INTO service (id, reference, name, audience, address, transactions_a_year)
       SELECT id, reference, name, audience, address, transactions_a_year FROM new
     )
     INSERT INTO service_ownership (service_id, organisation_id) SELECT id, organisation_id FROM new`,
    [JSON.stringify(values)],
  );
}

async function updateServices(tx: EntityManager, rows: readonly Written[]): Promise<void> {
  const values = rows.map(({ row, known }) => ({
    id: known!.id,
    name: row.name,
    audience: row.audience,
    address: row.address === undefined ? known!.address : row.address,
    transactions_a_year:
      row.transactionsAYear === undefined ? known!.transactionsAYear : row.transactionsAYear,
  }));
  await tx.query(
    `UPDATE service SET version = version + 1, name = new.name, audience = new.audience, address = new.address,
       transactions_a_year = new.transactions_a_year
     FROM jsonb_to_recordset($1::jsonb) AS new (id uuid, name text, audience audience, address text,
       transactions_a_year bigint)
     WHERE service.id = new.id`,
    [JSON.stringify(values)],
  );
}

async function insertRecords(tx: EntityManager, caller: Caller, rows: readonly Written[]): Promise<void> {
  const values = rows.map(({ serviceId, statement }) => ({
    service_id: serviceId,
    stage: statement!.stage,
    redesign_under_way: statement!.redesignUnderWay,
    front_office: statement!.frontOffice,
    middle_office: statement!.middleOffice,
    back_office: statement!.backOffice,
    effective_on: statement!.effectiveOn,
    note: statement!.note,
  }));
  await tx.query(
    `INSERT INTO stage_record (service_id, recorded_by, stage, redesign_under_way, front_office, middle_office,
       back_office, effective_on, note)
     SELECT service_id, $2, stage, redesign_under_way, front_office, middle_office, back_office, effective_on, note
     FROM jsonb_to_recordset($1::jsonb) AS new (service_id uuid, stage stage, redesign_under_way boolean,
       front_office stage, middle_office stage, back_office stage, effective_on date, note text)`,
    [JSON.stringify(values), caller.id],
  );
}

async function insertTrail(
  tx: EntityManager,
  caller: Caller,
  added: readonly KnownOrganisation[],
  written: readonly Written[],
  importId: string,
): Promise<void> {
  const entries = [
    ...added.map(({ id, slug, name }) => ({
      organisation_id: id,
      action: 'organisation.created',
      subject: slug,
      detail: { import: importId, name },
    })),
    ...written.map(({ known, reference, organisationId, row, fields }) => ({
      organisation_id: organisationId,
      action: known ? 'service.changed' : 'service.created',
      subject: reference,
      detail: { import: importId, row: row.row, name: row.name, fields },
    })),
  ];
  await tx.query(
    `INSERT INTO audit_entry (person_id, organisation_id, action, subject, detail)
     SELECT $2, organisation_id, action, subject, detail
     FROM jsonb_to_recordset($1::jsonb) AS new (organisation_id uuid, action text, subject text, detail jsonb)`,
    [JSON.stringify(entries), caller.id],
  );
}
