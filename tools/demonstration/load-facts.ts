import type { Client } from 'pg';
import { loadQuarters } from './load-quarters.ts';
import type { Demonstration } from './types.ts';

/** What carries its own instant: records, their confirmations and corrections, targets, and the trail of all that was done. */
export async function loadFacts(client: Client, { services, quarters, audit }: Demonstration): Promise<void> {
  await loadRecords(client, services);
  await loadConfirmations(client, services);
  await loadCorrections(client, services);
  await loadTargets(client, services);
  // Once all is recorded that they hold.
  await loadQuarters(client, quarters);
  await loadAudit(client, audit);
}

type Services = Demonstration['services'];

async function loadRecords(client: Client, services: Services): Promise<void> {
  const records = services.flatMap(({ reference, lead, records: said }) =>
    said.map((record) => ({ reference, lead, ...record })),
  );
  await client.query(
    `INSERT INTO stage_record (id, service_id, recorded_by, stage, redesign_under_way, front_office, middle_office,
       back_office, effective_on, recorded_at, note, evidence_url)
     SELECT given.id, s.id, p.id, stage, "redesignUnderWay", "frontOffice", "middleOffice", "backOffice",
       "effectiveOn", "recordedAt", note, "evidenceUrl"
     FROM jsonb_to_recordset($1::jsonb)
       AS given (id uuid, reference text, lead text, stage stage, "redesignUnderWay" boolean, "frontOffice" stage,
         "middleOffice" stage, "backOffice" stage, "effectiveOn" date, "recordedAt" timestamptz, note text,
         "evidenceUrl" text)
     JOIN service s USING (reference) JOIN person p ON p.email = given.lead
     ORDER BY "recordedAt", reference, "effectiveOn"`,
    [JSON.stringify(records)],
  );
}

async function loadConfirmations(client: Client, services: Services): Promise<void> {
  const confirmations = services.flatMap(({ reference, lead, confirmations: all }) =>
    all.map((one) => ({ reference, lead, ...one })),
  );
  await client.query(
    `INSERT INTO stage_confirmation (id, service_id, confirmed_on, record_id, note, recorded_at, recorded_by)
     SELECT given.id, s.id, "confirmedOn", record, note, "recordedAt", p.id
     FROM jsonb_to_recordset($1::jsonb)
       AS given (id uuid, reference text, lead text, "confirmedOn" date, record uuid, note text,
         "recordedAt" timestamptz)
     JOIN service s USING (reference) JOIN person p ON p.email = given.lead
     ORDER BY "recordedAt", reference`,
    [JSON.stringify(confirmations)],
  );
}

async function loadCorrections(client: Client, services: Services): Promise<void> {
  const corrections = services.flatMap(({ reference, lead, corrections: all }) =>
    all.map((one) => ({ reference, lead, ...one })),
  );
  await client.query(
    `INSERT INTO stage_correction (record_id, service_id, replaced_by, reason, corrected_at, corrected_by)
     SELECT record, s.id, "replacedBy", reason, at, p.id
     FROM jsonb_to_recordset($1::jsonb)
       AS given (reference text, lead text, record uuid, "replacedBy" uuid, reason text, at timestamptz)
     JOIN service s USING (reference) JOIN person p ON p.email = given.lead`,
    [JSON.stringify(corrections)],
  );
}

async function loadTargets(client: Client, services: Services): Promise<void> {
  const targets = services.flatMap(({ reference, lead, targets: all }) =>
    all.map((one) => ({ reference, lead, ...one })),
  );
  await client.query(
    `INSERT INTO target (service_id, stage, due_on, reason, set_at, set_by)
     SELECT s.id, stage, "dueOn", reason, at, p.id
     FROM jsonb_to_recordset($1::jsonb)
       AS given (reference text, lead text, stage stage, "dueOn" date, reason text, at timestamptz)
     JOIN service s USING (reference) JOIN person p ON p.email = given.lead
     ORDER BY at, reference`,
    [JSON.stringify(targets)],
  );
}

async function loadAudit(client: Client, audit: Demonstration['audit']): Promise<void> {
  await client.query(
    `INSERT INTO audit_entry (at, person_id, organisation_id, action, subject, detail)
     SELECT at, p.id, o.id, action, subject, detail
     FROM ROWS FROM (jsonb_to_recordset($1::jsonb)
       AS (at timestamptz, by text, organisation text, action text, subject text, detail jsonb)) WITH ORDINALITY
       AS given (at, by, organisation, action, subject, detail, place)
     JOIN person p ON p.email = given.by LEFT JOIN organisation o ON o.slug = given.organisation
     ORDER BY place`,
    [JSON.stringify(audit)],
  );
}
