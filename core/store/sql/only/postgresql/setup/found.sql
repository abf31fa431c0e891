-- Only PostgreSQL: a store there belongs to a role nobody signs in as, so that no person owns it and no rule is an
-- owner's to break. Run by an administrator before the first migration; nothing happens when all of it is so already.
-- The advisory lock is for this moment alone: there is no table yet to lock.
SET LOCAL ROLE NONE
--;;
SET LOCAL lock_timeout = '60s'
--;;
SELECT pg_advisory_xact_lock(1111638347)
--;;
DO $found$
DECLARE
    -- What SET ROLE asks for.
    membership CONSTANT text := CASE WHEN current_setting('server_version_num')::int >= 160000 THEN 'SET' ELSE 'MEMBER' END;
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'beback_owner') THEN
        BEGIN
            CREATE ROLE beback_owner NOLOGIN;
        EXCEPTION WHEN duplicate_object OR unique_violation THEN
            NULL; -- made for another database of this server in this moment
        END;
    END IF;
    IF NOT pg_has_role(session_user, 'beback_owner', membership) THEN
        EXECUTE format('GRANT beback_owner TO %I', session_user);
    END IF;
    EXECUTE format('GRANT CREATE ON DATABASE %I TO beback_owner', current_database());
    GRANT USAGE, CREATE ON SCHEMA public TO beback_owner;
    REVOKE CREATE ON SCHEMA public FROM PUBLIC;
END
$found$
