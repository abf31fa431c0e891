-- A lease may belong to a trip: people who were taken along, away from the shared database, all of them until one moment; see
-- check_out() of PostgreSQL. Empty: an ordinary lease.
ALTER TABLE claim ADD COLUMN trip TEXT NOT NULL DEFAULT '';
