CREATE OR REPLACE FUNCTION guard_frozen() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  RAISE EXCEPTION USING MESSAGE = TG_TABLE_NAME || ': these rows are never edited', ERRCODE = 'integrity_constraint_violation';
END $guard$;

CREATE TRIGGER guard_{table}_frozen BEFORE UPDATE OF {frozen} ON "{table}" FOR EACH ROW EXECUTE FUNCTION guard_frozen();

ALTER TABLE "{table}" ENABLE ALWAYS TRIGGER guard_{table}_frozen;
