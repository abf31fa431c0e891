-- Only PostgreSQL: two that come at once would both find no table, and one fail; the lock is found.sql's.
SET LOCAL lock_timeout = '60s'
--;;
SELECT pg_advisory_xact_lock(1111638347)
--;;
CREATE TABLE IF NOT EXISTS schema_migration (
    number     INTEGER PRIMARY KEY,
    name       TEXT COLLATE "C" NOT NULL,
    checksum   TEXT COLLATE "C" NOT NULL,
    applied_at BIGINT NOT NULL
)
