import {
  type KnownRecord,
  type SetTarget,
  type TargetStage,
  asKnownAt,
  daysAfter,
  londonDate,
  quarterOn,
  quartersBetween,
  stages,
  targetStages,
} from '@headway/domain';
import fc from 'fast-check';
import type { DataSource } from 'typeorm';
import type { World } from './steps.fixture.js';

export const today = londonDate(new Date());
/** The first days of the last quarters, and the days before them. */
const turns = quartersBetween(quarterOn(daysAfter(today, -500)), quarterOn(today)).flatMap(({ from }) => [
  from,
  daysAfter(from, -1),
]);
const ago = fc.constantFrom(
  ...[0, 1, 72, 73, 74, 146, 219, 292, 364, 365, 366, 511, 900].map((n) => daysAfter(today, -n)),
  ...turns,
);
const office = fc.option(fc.constantFrom(...stages));

/** What was written down some time ago; the API writes everything down today. */
export const written = fc.oneof(
  fc.record({
    service: fc.nat(99),
    // Stalled is rarer than anything else.
    stage: fc.constantFrom(...stages, 'in_progress' as const, 'in_progress' as const),
    offices: fc.tuple(office, office, office),
    days: fc.tuple(ago, ago).map((two) => two.toSorted()),
    corrects: fc.boolean(),
    evidence: fc.option(fc.constant('https://www.gov.uk/evidence')),
  }),
  fc.record({
    service: fc.nat(99),
    target: fc.constantFrom(...targetStages),
    dueOn: fc.option(
      fc.tuple(ago, fc.constantFrom(0, 100, 700)).map(([day, n]) => daysAfter(day, n)),
      { freq: 3 },
    ),
    setOn: ago,
  }),
);
export type Written = typeof written extends fc.Arbitrary<infer T> ? T : never;

/** Writes it into the tables themselves. */
export async function write({ headway: { source }, services }: World, one: Written): Promise<void> {
  const reference = services[one.service % services.length]!;
  const of = 'FROM service s, (SELECT id FROM person LIMIT 1) p WHERE s.reference = $1';
  if ('setOn' in one)
    await source.query(
      `INSERT INTO target (service_id, stage, due_on, reason, set_at, set_by) SELECT s.id, $2, $3, 'So', $4, p.id ${of}`,
      [reference, one.target, one.dueOn, beginning(one.setOn)],
    );
  else
    await source.query(
      `WITH new AS (
         INSERT INTO stage_record (service_id, stage, front_office, middle_office, back_office, effective_on,
           recorded_at, evidence_url, recorded_by) SELECT s.id, $2, $3, $4, $5, $6, $7, $8, p.id ${of}
         RETURNING id, service_id, recorded_by
       ) INSERT INTO stage_correction (record_id, service_id, replaced_by, reason, corrected_by)
       SELECT old.id, new.service_id, new.id, 'Wrong', new.recorded_by
       FROM new JOIN stage_record old ON old.service_id = new.service_id
       WHERE $9 AND NOT EXISTS (SELECT FROM stage_correction x WHERE x.record_id = old.id) LIMIT 1`,
      [
        reference,
        one.stage,
        ...one.offices,
        one.days[0],
        beginning(one.days[1]!),
        one.evidence,
        one.corrects,
      ],
    );
}

/** As the day begins, or in summer an hour later, so that nothing is written in the future. */
function beginning(day: string): string {
  return `${day}T00:00:00Z`;
}

interface Facts {
  readonly records: readonly KnownRecord[];
  readonly targets: readonly SetTarget[];
}

/** What the tables say of each service as far as was known, by reference. */
export async function factsOf(
  source: DataSource,
  known: string | null,
): Promise<(reference: string) => Facts> {
  const records: (KnownRecord & { reference: string })[] = await source.query(
    `SELECT s.reference, r.sequence, r.stage, r.redesign_under_way AS "redesignUnderWay", r.front_office AS "frontOffice",
       r.middle_office AS "middleOffice", r.back_office AS "backOffice", r.effective_on AS "effectiveOn", r.note,
       r.evidence_url AS "evidenceUrl", r.recorded_at::text AS "recordedAt", wrong.corrected_at::text AS "correctedAt",
       right_one.record_id AS replaces
     FROM stage_record r JOIN service s ON s.id = r.service_id
     LEFT JOIN stage_correction wrong ON wrong.record_id = r.id
     LEFT JOIN stage_correction right_one ON right_one.replaced_by = r.id`,
  );
  const targets: { reference: string; stage: TargetStage; dueOn: string | null; setAt: string }[] =
    await source.query(
      `SELECT s.reference, t.stage, t.due_on AS "dueOn", t.set_at::text AS "setAt"
       FROM target t JOIN service s ON s.id = t.service_id ORDER BY t.sequence`,
    );
  const iso = (text: string) => new Date(text).toISOString();
  const counting = asKnownAt(
    records.map((one) => ({
      ...one,
      recordedAt: iso(one.recordedAt),
      correctedAt: one.correctedAt && iso(one.correctedAt),
    })),
    known,
  );
  const set = targets
    .map(({ setAt, ...one }) => ({ ...one, setAt: iso(setAt), setOn: londonDate(new Date(setAt)) }))
    .filter(({ setAt }) => known === null || setAt <= known);
  return (reference) => ({
    records: counting.filter((one) => one.reference === reference),
    targets: set.filter((one) => one.reference === reference),
  });
}
