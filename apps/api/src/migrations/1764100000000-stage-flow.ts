import type { MigrationInterface, QueryRunner } from 'typeorm';
import { stageSpansOf } from './stage-spans-of.js';

const stages = ['not_started', 'in_progress', 'live', 'redesigned'];

/** What a roll-up counts: each a column of the flow, and what is true of a span that it counts. */
const tallies: Readonly<Record<string, string>> = {
  not_recorded: 'stage IS NULL',
  ...Object.fromEntries(stages.map((stage) => [stage, `stage = '${stage}'`])),
  under_way: 'redesign_under_way',
  ...Object.fromEntries(
    ['front', 'middle', 'back'].flatMap((office) =>
      stages.map((stage) => [`${office}_${stage}`, `${office}_office = '${stage}'`]),
    ),
  ),
};
const columns = Object.keys(tallies);

/** Where each table that a span is made of says which services have changed. */
const sources: Readonly<Record<string, readonly string[]>> = {
  stage_record: ['INSERT'],
  stage_correction: ['INSERT'],
  service_ownership: ['INSERT', 'UPDATE', 'DELETE'],
  service_closure: ['INSERT', 'UPDATE', 'DELETE'],
};

/** The function that puts spans right; `check` looks at what goes (`stale`) and comes (`fresh`) before it does. */
export function respan(check: string): string {
  return `
    -- Puts the spans of services right, and enters the difference in the flow, its rows in one order. For a few
    -- services it is planned once, as planning takes longer than running; for many their number makes the plan.
    CREATE OR REPLACE FUNCTION respan(services uuid[]) RETURNS void LANGUAGE plpgsql
      SET plan_cache_mode = force_generic_plan AS $$
    DECLARE
      fresh stage_span[];
      stale stage_span[];
    BEGIN
      IF cardinality(services) > 20 THEN
        PERFORM set_config('plan_cache_mode', 'force_custom_plan', true);
      END IF;
      fresh := ARRAY(SELECT f FROM stage_spans_of(services) f);
      stale := ARRAY(SELECT ROW(gone.*)::stage_span FROM (
        SELECT * FROM stage_span WHERE service_id = ANY (services) EXCEPT SELECT * FROM unnest(fresh)) gone);
      fresh := ARRAY(SELECT ROW(come.*)::stage_span FROM (
        SELECT * FROM unnest(fresh) EXCEPT SELECT * FROM stage_span WHERE service_id = ANY (services)) come);
      DELETE FROM stage_span k USING unnest(stale) old
        WHERE k.service_id = old.service_id AND k.from_on = old.from_on;
      ${check}
      INSERT INTO stage_span SELECT f.* FROM unnest(fresh) f;
      INSERT INTO stage_flow
        SELECT organisation_id, audience, quarter, ${columns.map((column) => `${column}`).join(', ')}
        FROM (
          SELECT organisation_id, audience, date_trunc('quarter', day::timestamp)::date AS quarter,
            ${columns.map((column) => `coalesce(sum(sign) FILTER (WHERE ${tallies[column]}), 0) AS ${column}`).join(', ')}
          FROM (
            SELECT f.*, f.from_on AS day, 1 AS sign FROM unnest(fresh) f
            UNION ALL SELECT f.*, f.to_on, -1 FROM unnest(fresh) f
            UNION ALL SELECT old.*, old.from_on, -1 FROM unnest(stale) old
            UNION ALL SELECT old.*, old.to_on, 1 FROM unnest(stale) old
          ) entry WHERE day < 'infinity' GROUP BY 1, 2, 3
        ) change
        WHERE ${columns.map((column) => `${column} <> 0`).join(' OR ')}
        ORDER BY organisation_id, audience, quarter
      ON CONFLICT (organisation_id, audience, quarter) DO UPDATE
        SET ${columns.map((column) => `${column} = stage_flow.${column} + excluded.${column}`).join(', ')};
    END $$;`;
}

/**
 * Roll-ups that stay fast. A span is a run of days on which a service counts, with one owner and one record in
 * force; the flow is what spans that begin bring to a quarter, less what those that end take away. Both are
 * made of the records, in the transaction that changes them, and can be made of them anew.
 */
export class StageFlow1764100000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE stage_span (
        service_id uuid NOT NULL,
        from_on date NOT NULL,
        to_on date NOT NULL,
        organisation_id uuid NOT NULL,
        audience audience NOT NULL,
        record_id uuid,
        stage stage,
        stage_since date,
        redesign_under_way boolean NOT NULL,
        front_office stage,
        middle_office stage,
        back_office stage,
        PRIMARY KEY (service_id, from_on),
        CHECK (from_on < to_on)
      );
      CREATE INDEX stage_span_begins ON stage_span (from_on);
      CREATE INDEX stage_span_ends ON stage_span (to_on);

      CREATE TABLE stage_flow (
        organisation_id uuid NOT NULL,
        audience audience NOT NULL,
        quarter date NOT NULL,
        ${columns.map((column) => `${column} integer NOT NULL`).join(', ')},
        PRIMARY KEY (organisation_id, audience, quarter)
      );

      ${stageSpansOf()}

      ${respan('')}
      CREATE FUNCTION respan_changed() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF EXISTS (SELECT FROM changed) THEN
          PERFORM respan(ARRAY(SELECT DISTINCT service_id FROM changed));
        END IF;
        RETURN NULL;
      END $$;
      CREATE FUNCTION respan_service() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM respan(ARRAY[NEW.id]);
        RETURN NULL;
      END $$;
      CREATE TRIGGER service_respans AFTER UPDATE OF audience, opens_on ON service
        FOR EACH ROW WHEN ((OLD.audience, OLD.opens_on) IS DISTINCT FROM (NEW.audience, NEW.opens_on))
        EXECUTE FUNCTION respan_service();

      SELECT respan(ARRAY(SELECT id FROM service));
    `);
    for (const [table, changes] of Object.entries(sources))
      for (const change of changes)
        await runner.query(`
          CREATE TRIGGER ${table}_respans_on_${change.toLowerCase()} AFTER ${change} ON ${table}
            REFERENCING ${change === 'DELETE' ? 'OLD' : 'NEW'} TABLE AS changed
            FOR EACH STATEMENT EXECUTE FUNCTION respan_changed();
        `);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [table, changes] of Object.entries(sources))
      for (const change of changes)
        await runner.query(`DROP TRIGGER ${table}_respans_on_${change.toLowerCase()} ON ${table}`);
    await runner.query(`
      DROP TRIGGER service_respans ON service;
      DROP FUNCTION respan_service, respan_changed, respan, stage_spans_of;
      DROP TABLE stage_flow, stage_span;
    `);
  }
}
