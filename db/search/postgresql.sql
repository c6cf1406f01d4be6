ALTER TABLE "{table}" ADD COLUMN IF NOT EXISTS search tsvector GENERATED ALWAYS AS (to_tsvector('simple', {document})) STORED;

CREATE INDEX IF NOT EXISTS ix_{table}_search ON "{table}" USING gin (search);
