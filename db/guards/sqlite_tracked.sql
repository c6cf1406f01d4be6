CREATE TRIGGER guard_{table}_insert BEFORE INSERT ON "{table}"
WHEN NEW.version <> 1 OR EXISTS (SELECT 1 FROM "{table}" WHERE {same_row})
BEGIN SELECT RAISE(ABORT, '{table}: a new row starts at version 1 and replaces nothing'); END;

CREATE TRIGGER guard_{table}_update BEFORE UPDATE ON "{table}"
WHEN NEW.version <> OLD.version + 1 OR NEW.id <> OLD.id OR NEW.rowid <> OLD.rowid {fixed} OR EXISTS (SELECT 1 FROM "{table}" WHERE id <> OLD.id AND ({same_row}))
BEGIN SELECT RAISE(ABORT, '{table}: a change raises the version by one and keeps id and number'); END;

CREATE TRIGGER guard_{table}_delete BEFORE DELETE ON "{table}"
BEGIN SELECT RAISE(ABORT, '{table}: nothing is deleted, only withdrawn'); END;
