CREATE OR REPLACE FUNCTION guard_{table}() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF TG_OP = 'INSERT' AND NEW.version <> 1 THEN
    RAISE EXCEPTION '{table}: a new row starts at version 1' USING ERRCODE = 'integrity_constraint_violation';
  ELSIF TG_OP = 'UPDATE' AND (NEW.version <> OLD.version + 1 OR NEW.id <> OLD.id {fixed}) THEN
    RAISE EXCEPTION '{table}: a change raises the version by one and keeps id and number' USING ERRCODE = 'integrity_constraint_violation';
  ELSIF TG_OP IN ('DELETE', 'TRUNCATE') THEN
    RAISE EXCEPTION '{table}: nothing is deleted, only withdrawn' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $guard$;

CREATE TRIGGER guard_{table}_row BEFORE INSERT OR UPDATE OR DELETE ON "{table}" FOR EACH ROW EXECUTE FUNCTION guard_{table}();

CREATE TRIGGER guard_{table}_truncate BEFORE TRUNCATE ON "{table}" FOR EACH STATEMENT EXECUTE FUNCTION guard_{table}();

ALTER TABLE "{table}" ENABLE ALWAYS TRIGGER guard_{table}_row;

ALTER TABLE "{table}" ENABLE ALWAYS TRIGGER guard_{table}_truncate;
