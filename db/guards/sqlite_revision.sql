CREATE TRIGGER guard_revision_insert BEFORE INSERT ON revision
WHEN EXISTS (SELECT 1 FROM revision WHERE seq = NEW.seq OR hash = NEW.hash OR (entity_id = NEW.entity_id AND version = NEW.version))
BEGIN SELECT RAISE(ABORT, 'revision: the history is only added to'); END;

CREATE TRIGGER guard_revision_update BEFORE UPDATE ON revision
BEGIN SELECT RAISE(ABORT, 'revision: the history is only added to'); END;

CREATE TRIGGER guard_revision_delete BEFORE DELETE ON revision
BEGIN SELECT RAISE(ABORT, 'revision: the history is only added to'); END;

CREATE TRIGGER guard_revision_payload_insert BEFORE INSERT ON revision_payload
WHEN EXISTS (SELECT 1 FROM revision_payload WHERE seq = NEW.seq)
BEGIN SELECT RAISE(ABORT, 'revision_payload: the history is only added to'); END;

CREATE TRIGGER guard_revision_payload_update BEFORE UPDATE ON revision_payload
WHEN NEW.seq <> OLD.seq OR NEW.salt IS NOT NULL OR NEW.body IS NOT NULL OR OLD.redacted_by IS NOT NULL
  OR NOT EXISTS (
    SELECT 1 FROM revision AS redaction
    JOIN revision AS blanked ON blanked.entity_id = redaction.entity_id AND blanked.action <> redaction.action
    JOIN revision_payload AS told ON told.seq = redaction.seq
    WHERE redaction.seq = NEW.redacted_by AND redaction.action = 'history.redacted' AND blanked.seq = OLD.seq
      AND json_extract(told.body, '$.redacts') = OLD.seq
  )
BEGIN SELECT RAISE(ABORT, 'revision_payload: only a redaction may blank it'); END;

CREATE TRIGGER guard_revision_payload_delete BEFORE DELETE ON revision_payload
BEGIN SELECT RAISE(ABORT, 'revision_payload: the history is only added to'); END;
