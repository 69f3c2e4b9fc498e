import {
  type Closure,
  type Confirmation,
  type KnownRecord,
  type SignalFacts,
  type TargetStage,
  asKnownAt,
  daysAfter,
  endOfLondonDay,
  lastSaidOn,
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
    confirmed: fc.tuple(ago, ago).map((two) => two.toSorted()),
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
  else if ('confirmed' in one)
    await source.query(
      `INSERT INTO stage_confirmation (service_id, confirmed_on, recorded_at, record_id, recorded_by)
       SELECT s.id, $2, $3, r.id, p.id FROM service s JOIN stage_record r ON r.service_id = s.id,
         (SELECT id FROM person LIMIT 1) p
       WHERE s.reference = $1 AND r.effective_on <= $2 ORDER BY r.effective_on DESC, r.sequence DESC LIMIT 1`,
      [reference, one.confirmed[0], beginning(one.confirmed[1]!)],
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

/** What the tables say of each service as far as was known, by reference, and of how fresh it was on a day. */
export async function factsOf(
  source: DataSource,
  known: string | null,
): Promise<(reference: string, on: string) => Omit<SignalFacts, 'opensOn'>> {
  const { records, confirmations } = await saidIn(source);
  const closures: (Closure & { reference: string; knownFrom: string; knownTo: string })[] =
    await source.query(
      `SELECT s.reference, closed_on AS "closedOn", nullif(reopened_on, 'infinity') AS "reopenedOn",
       known_from::text AS "knownFrom", known_to::text AS "knownTo"
     FROM service_closure_as_known c JOIN service s ON s.id = c.service_id`,
    );
  const targets: { reference: string; stage: TargetStage; dueOn: string | null; setAt: string }[] =
    await source.query(
      `SELECT s.reference, t.stage, t.due_on AS "dueOn", t.set_at::text AS "setAt"
       FROM target t JOIN service s ON s.id = t.service_id ORDER BY t.sequence`,
    );
  const set = targets
    .map(({ setAt, ...one }) => ({ ...one, setAt: iso(setAt), setOn: londonDate(new Date(setAt)) }))
    .filter(({ setAt }) => known === null || setAt <= known);
  return (reference, on) => {
    const of = <T extends { reference: string }>(all: readonly T[]) =>
      all.filter((one) => one.reference === reference);
    const end = endOfLondonDay(on);
    const then = known !== null && known < end ? known : end;
    const history = {
      records: of(records),
      confirmations: of(confirmations),
      closures: of(closures).filter(
        ({ knownFrom, knownTo }) => iso(knownFrom) <= then && (knownTo === 'infinity' || iso(knownTo) > then),
      ),
    };
    const reopened = of(closures).flatMap(({ reopenedOn, knownFrom, knownTo }) =>
      (known === null
        ? knownTo === 'infinity'
        : iso(knownFrom) <= known && (knownTo === 'infinity' || iso(knownTo) > known)) &&
      reopenedOn !== null &&
      reopenedOn <= on
        ? reopenedOn
        : [],
    );
    return {
      reopenedOn: reopened.toSorted().at(-1) ?? null,
      records: asKnownAt(history.records, known),
      targets: of(set),
      saidOn: lastSaidOn(history, on, known),
    };
  };
}

const iso = (text: string) => new Date(text).toISOString();

async function saidIn(source: DataSource) {
  const records: (KnownRecord & { reference: string })[] = await source.query(
    `SELECT s.reference, r.id, r.sequence, r.stage, r.redesign_under_way AS "redesignUnderWay",
       r.front_office AS "frontOffice", r.middle_office AS "middleOffice", r.back_office AS "backOffice",
       r.effective_on AS "effectiveOn", r.note, r.evidence_url AS "evidenceUrl", r.recorded_at::text AS "recordedAt", '' AS "recordedBy",
       wrong.corrected_at::text AS "correctedAt", right_one.record_id AS replaces
     FROM stage_record r JOIN service s ON s.id = r.service_id
     LEFT JOIN stage_correction wrong ON wrong.record_id = r.id
     LEFT JOIN stage_correction right_one ON right_one.replaced_by = r.id`,
  );
  const confirmations: (Confirmation & { reference: string })[] = await source.query(
    `SELECT s.reference, c.id, c.sequence, c.confirmed_on AS "confirmedOn", c.note, c.record_id AS "recordId",
       c.recorded_at::text AS "recordedAt", '' AS "recordedBy", w.withdrawn_at::text AS "withdrawnAt"
     FROM stage_confirmation c JOIN service s ON s.id = c.service_id
     LEFT JOIN stage_confirmation_withdrawal w ON w.confirmation_id = c.id`,
  );
  return {
    records: records.map((one) => ({
      ...one,
      recordedAt: iso(one.recordedAt),
      correctedAt: one.correctedAt && iso(one.correctedAt),
    })),
    confirmations: confirmations.map((one) => ({
      ...one,
      recordedAt: iso(one.recordedAt),
      withdrawnAt: one.withdrawnAt && iso(one.withdrawnAt),
    })),
  };
}
