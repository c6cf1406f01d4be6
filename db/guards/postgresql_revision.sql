CREATE OR REPLACE FUNCTION guard_append_only() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  RAISE EXCEPTION USING MESSAGE = TG_TABLE_NAME || ': the history is only added to', ERRCODE = 'integrity_constraint_violation';
END $guard$;

CREATE OR REPLACE FUNCTION guard_redaction() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF NEW.seq <> OLD.seq OR NEW.salt IS NOT NULL OR NEW.body IS NOT NULL OR OLD.redacted_by IS NOT NULL
    OR NOT EXISTS (
      SELECT 1 FROM revision AS redaction
      JOIN revision AS blanked ON blanked.entity_id = redaction.entity_id AND blanked.action <> redaction.action
      JOIN revision_payload AS told ON told.seq = redaction.seq
      WHERE redaction.seq = NEW.redacted_by AND redaction.action = 'history.redacted' AND blanked.seq = OLD.seq
        AND told.body::json ->> 'redacts' = OLD.seq::text
    )
  THEN
    RAISE EXCEPTION 'revision_payload: only a redaction may blank it' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $guard$;

CREATE TRIGGER guard_revision_row BEFORE UPDATE OR DELETE ON revision FOR EACH ROW EXECUTE FUNCTION guard_append_only();

CREATE TRIGGER guard_revision_truncate BEFORE TRUNCATE ON revision FOR EACH STATEMENT EXECUTE FUNCTION guard_append_only();

CREATE TRIGGER guard_revision_payload_update BEFORE UPDATE ON revision_payload FOR EACH ROW EXECUTE FUNCTION guard_redaction();

CREATE TRIGGER guard_revision_payload_delete BEFORE DELETE ON revision_payload FOR EACH ROW EXECUTE FUNCTION guard_append_only();

CREATE TRIGGER guard_revision_payload_truncate BEFORE TRUNCATE ON revision_payload FOR EACH STATEMENT EXECUTE FUNCTION guard_append_only();

ALTER TABLE revision ENABLE ALWAYS TRIGGER guard_revision_row;

ALTER TABLE revision ENABLE ALWAYS TRIGGER guard_revision_truncate;

ALTER TABLE revision_payload ENABLE ALWAYS TRIGGER guard_revision_payload_update;

ALTER TABLE revision_payload ENABLE ALWAYS TRIGGER guard_revision_payload_delete;

ALTER TABLE revision_payload ENABLE ALWAYS TRIGGER guard_revision_payload_truncate;
