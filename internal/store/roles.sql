-- Who may do what, by the server's own means. Run by the owner of the tables; run
-- again, it ends in the same.
DO $$
DECLARE
  who  text;
  what text;
BEGIN
  FOREACH who IN ARRAY ARRAY['ntm_reader', 'ntm_office', 'ntm_ministry'] LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = who) THEN
      BEGIN
        EXECUTE format('CREATE ROLE %I NOLOGIN', who);
      EXCEPTION WHEN duplicate_object OR unique_violation THEN
        NULL; -- roles are the whole server's: another store's owner made it just now
      END;
    END IF;
    EXECUTE format('GRANT USAGE ON SCHEMA %I TO %I', current_schema(), who);
  END LOOP;
  EXECUTE format('REVOKE CREATE ON SCHEMA %I FROM PUBLIC', current_schema());

  FOREACH what IN ARRAY ARRAY['events', 'documents', 'communes', 'dossiers', 'councils', 'turns',
      'working_copies', 'working_cells'] LOOP
    EXECUTE format('REVOKE ALL ON %I FROM PUBLIC, ntm_reader, ntm_office, ntm_ministry', what);
    EXECUTE format('GRANT SELECT ON %I TO ntm_reader, ntm_office, ntm_ministry', what);
    EXECUTE format('GRANT INSERT ON %I TO ntm_office, ntm_ministry', what);
    EXECUTE format('DROP POLICY IF EXISTS seen ON %I', what);
    EXECUTE format('CREATE POLICY seen ON %I FOR SELECT TO ntm_reader USING (true)', what);
    EXECUTE format('DROP POLICY IF EXISTS everywhere ON %I', what);
    EXECUTE format('CREATE POLICY everywhere ON %I TO ntm_ministry USING (true) WITH CHECK (true)', what);
    EXECUTE format('DROP POLICY IF EXISTS at_home ON %I', what);
    EXECUTE format('CREATE POLICY at_home ON %I TO ntm_office USING (province IN (SELECT province FROM offices)) WITH CHECK (province IN (SELECT province FROM offices))', what);
  END LOOP;
END $$;

-- Events and documents are only added. What stands beside them is written over
-- column by column: who may change a whole table could also lock it for all.
GRANT UPDATE (name, held, state) ON communes TO ntm_office, ntm_ministry;
GRANT UPDATE (district, stage, level, council, state) ON dossiers TO ntm_office, ntm_ministry;
GRANT UPDATE (year, state) ON councils TO ntm_office, ntm_ministry;
GRANT UPDATE (state, base, at, made_by) ON working_copies TO ntm_office, ntm_ministry;
GRANT UPDATE (value, version, at, made_by) ON working_cells TO ntm_office, ntm_ministry;
GRANT UPDATE (council) ON turns TO ntm_office, ntm_ministry; -- to hold a row until the end; nobody changes it

REVOKE ALL ON store_version, offices FROM PUBLIC, ntm_reader, ntm_office, ntm_ministry;
GRANT SELECT ON store_version TO ntm_reader, ntm_office, ntm_ministry;

-- An office sees which provinces are its own.
GRANT SELECT ON offices TO ntm_office;
DROP POLICY IF EXISTS own ON offices;
CREATE POLICY own ON offices FOR SELECT TO ntm_office
  USING (EXISTS (SELECT FROM pg_roles r WHERE r.rolname = role AND pg_has_role(r.oid, 'USAGE')));
