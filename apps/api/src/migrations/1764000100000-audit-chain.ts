import type { MigrationInterface, QueryRunner } from 'typeorm';

const allGovernment = '00000000-0000-0000-0000-000000000000';

/** The audit trail becomes a chain of hashes for each organisation, written by the database alone. */
export class AuditChain1764000100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SET LOCAL statement_timeout = 0;

      -- Entries of no organisation have a chain of their own, of all government.
      ALTER TABLE audit_entry
        ADD chain uuid NOT NULL GENERATED ALWAYS AS (coalesce(organisation_id, '${allGovernment}')) STORED,
        ADD position bigint CHECK (position > 0),
        ADD previous bytea CHECK (octet_length(previous) = 32),
        ADD hash bytea CHECK (octet_length(hash) = 32);

      -- How far each chain has come. Whoever appends holds its row, so that no chain forks.
      CREATE TABLE audit_head (
        chain uuid PRIMARY KEY,
        position bigint NOT NULL DEFAULT 0,
        hash bytea NOT NULL DEFAULT decode(repeat('00', 32), 'hex') CHECK (octet_length(hash) = 32)
      );

      -- Each field after its length, so that no two entries are the same bytes. libs/domain/src/audit.ts is the same.
      CREATE FUNCTION audit_field(field text) RETURNS bytea LANGUAGE sql STABLE AS $$
        SELECT coalesce(int4send(octet_length(convert_to(field, 'UTF8'))) || convert_to(field, 'UTF8'), '\\xffffffff')
      $$;
      CREATE FUNCTION audit_hash(entry audit_entry) RETURNS bytea LANGUAGE sql STABLE AS $$
        SELECT sha256(audit_field('headway audit 1') || audit_field(encode(entry.previous, 'hex'))
          || audit_field(entry.position::text) || audit_field((extract(epoch FROM entry.at) * 1000000)::bigint::text)
          || audit_field(entry.person_id::text) || audit_field(entry.organisation_id::text)
          || audit_field(entry.action) || audit_field(entry.subject) || audit_field(entry.detail::text))
      $$;

      ALTER TABLE audit_entry DISABLE TRIGGER audit_entry_stays;
      DO $$
      DECLARE
        entry audit_entry;
        head audit_head;
      BEGIN
        FOR entry IN SELECT * FROM audit_entry ORDER BY chain, id LOOP
          IF head.chain IS DISTINCT FROM entry.chain THEN
            INSERT INTO audit_head (chain) VALUES (entry.chain) RETURNING * INTO head;
          END IF;
          entry.position := head.position + 1;
          entry.previous := head.hash;
          head.position := entry.position;
          head.hash := audit_hash(entry);
          UPDATE audit_entry SET position = head.position, previous = entry.previous, hash = head.hash
            WHERE id = entry.id;
          UPDATE audit_head SET position = head.position, hash = head.hash WHERE chain = head.chain;
        END LOOP;
      END $$;
      ALTER TABLE audit_entry ENABLE TRIGGER audit_entry_stays;
      ALTER TABLE audit_entry
        ALTER position SET NOT NULL, ALTER previous SET NOT NULL, ALTER hash SET NOT NULL,
        ADD CONSTRAINT audit_entry_forks UNIQUE (chain, position);

      -- Earlier rows of the same statement come after the head, which moves when the statement ends.
      CREATE FUNCTION chain_audit_entry() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        own uuid := coalesce(NEW.organisation_id, '${allGovernment}');
        head audit_head;
        last audit_entry;
      BEGIN
        SELECT * INTO head FROM audit_head WHERE chain = own FOR UPDATE;
        IF NOT FOUND THEN
          INSERT INTO audit_head (chain) VALUES (own) ON CONFLICT DO NOTHING;
          SELECT * INTO head FROM audit_head WHERE chain = own FOR UPDATE;
        END IF;
        SELECT * INTO last FROM audit_entry e
          WHERE e.chain = own AND e.position > head.position ORDER BY e.position DESC LIMIT 1;
        NEW.position := coalesce(last.position, head.position) + 1;
        NEW.previous := coalesce(last.hash, head.hash);
        NEW.hash := audit_hash(NEW);
        RETURN NEW;
      END $$;
      CREATE TRIGGER audit_entry_chained BEFORE INSERT ON audit_entry
        FOR EACH ROW EXECUTE FUNCTION chain_audit_entry();

      CREATE FUNCTION move_audit_heads() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        UPDATE audit_head h SET position = last.position, hash = last.hash
        FROM (SELECT DISTINCT ON (chain) chain, position, hash FROM written ORDER BY chain, position DESC) last
        WHERE h.chain = last.chain;
        RETURN NULL;
      END $$;
      CREATE TRIGGER audit_entry_moves_heads AFTER INSERT ON audit_entry REFERENCING NEW TABLE AS written
        FOR EACH STATEMENT EXECUTE FUNCTION move_audit_heads();

      -- A head is made at the start of its chain, and then moves on to entries that there are, by the triggers above.
      CREATE FUNCTION check_audit_head() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        -- The brackets keep the THEN within from ending the IF.
        IF pg_trigger_depth() > 1 AND (CASE TG_OP
          WHEN 'INSERT' THEN NEW.position = 0 AND NEW.hash = decode(repeat('00', 32), 'hex')
          ELSE NEW.chain = OLD.chain AND NEW.position > OLD.position AND NEW.hash =
            (SELECT hash FROM audit_entry WHERE chain = NEW.chain AND position = NEW.position) END)
        THEN
          RETURN NEW;
        END IF;
        RAISE EXCEPTION '% on audit_head is refused: only a new entry of the audit trail moves it', TG_OP
          USING ERRCODE = 'restrict_violation';
      END $$;
      CREATE TRIGGER audit_head_checked BEFORE INSERT OR UPDATE ON audit_head
        FOR EACH ROW EXECUTE FUNCTION check_audit_head();
      CREATE TRIGGER audit_head_stays BEFORE DELETE OR TRUNCATE ON audit_head
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

      CREATE INDEX audit_entry_newest ON audit_entry (at DESC, id DESC);
      CREATE INDEX audit_entry_chain ON audit_entry (chain, at DESC, id DESC);
      CREATE INDEX audit_entry_person ON audit_entry (person_id, at DESC, id DESC);
      CREATE INDEX audit_entry_action ON audit_entry (action, at DESC, id DESC);
      CREATE INDEX audit_entry_subject ON audit_entry (lower(subject), at DESC, id DESC);

      -- It travels whole in a notification, which holds less than 8,000 bytes.
      ALTER TABLE event ADD CONSTRAINT event_subject_short CHECK (octet_length(subject) <= 1000);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE event DROP CONSTRAINT event_subject_short;
      DROP INDEX audit_entry_newest, audit_entry_person, audit_entry_action, audit_entry_subject;
      DROP TRIGGER audit_entry_moves_heads ON audit_entry;
      DROP TRIGGER audit_entry_chained ON audit_entry;
      DROP TABLE audit_head;
      DROP FUNCTION check_audit_head, move_audit_heads, chain_audit_entry, audit_hash, audit_field;
      ALTER TABLE audit_entry DROP COLUMN chain, DROP COLUMN position, DROP COLUMN previous, DROP COLUMN hash;
    `);
  }
}
