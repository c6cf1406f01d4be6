CREATE TRIGGER guard_{table}_frozen BEFORE UPDATE OF {frozen} ON "{table}"
BEGIN SELECT RAISE(ABORT, '{table}: these rows are never edited'); END;
