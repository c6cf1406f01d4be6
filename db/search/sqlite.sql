CREATE VIRTUAL TABLE IF NOT EXISTS "{table}_fts" USING fts5({columns}, content='{table}', content_rowid='number', tokenize='unicode61 remove_diacritics 2');

DROP TRIGGER IF EXISTS search_{table}_insert;

DROP TRIGGER IF EXISTS search_{table}_update;

CREATE TRIGGER search_{table}_insert AFTER INSERT ON "{table}"
BEGIN INSERT INTO "{table}_fts"(rowid, {columns}) VALUES (NEW.number, {new}); END;

CREATE TRIGGER search_{table}_update AFTER UPDATE OF {columns} ON "{table}"
BEGIN
  INSERT INTO "{table}_fts"("{table}_fts", rowid, {columns}) VALUES ('delete', OLD.number, {old});
  INSERT INTO "{table}_fts"(rowid, {columns}) VALUES (NEW.number, {new});
END;

INSERT INTO "{table}_fts"("{table}_fts") VALUES ('rebuild');
