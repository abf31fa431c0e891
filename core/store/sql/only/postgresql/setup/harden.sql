-- Only PostgreSQL: the two groups whoever works here belongs to, and what PostgreSQL lets everybody do and nobody here
-- needs: temporary tables, connecting to this database, waiting on advisory locks, large objects. What this administrator
-- may not take away stays as it is.
SET LOCAL ROLE NONE
--;;
SET LOCAL client_min_messages = error
--;;
SET LOCAL lock_timeout = '60s'
--;;
SELECT pg_advisory_xact_lock(1111638347)
--;;
DO $harden$
DECLARE
    one TEXT;
BEGIN
    FOREACH one IN ARRAY ARRAY['beback_agent', 'beback_manager'] LOOP
        BEGIN
            EXECUTE format('CREATE ROLE %I NOLOGIN', one);
        EXCEPTION WHEN duplicate_object OR unique_violation THEN
            NULL; -- of another database of this server
        END;
    END LOOP;
    BEGIN
        EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
        EXECUTE format('GRANT CONNECT ON DATABASE %I TO beback_agent, beback_manager, beback_owner', current_database());
    EXCEPTION WHEN insufficient_privilege THEN
        NULL;
    END;
    BEGIN
        GRANT pg_signal_backend, pg_read_all_stats TO beback_owner; -- a steward ends sessions that block the others
    EXCEPTION WHEN insufficient_privilege THEN
        NULL;
    END;
    FOR one IN
        SELECT p.oid::REGPROCEDURE::TEXT FROM pg_proc p
        WHERE p.pronamespace = 'pg_catalog'::REGNAMESPACE
          AND (p.proname LIKE 'pg\_%advisory%lock%' OR p.proname IN ('lo_create', 'lo_creat', 'lo_from_bytea', 'lo_import'))
    LOOP
        BEGIN
            EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', one);
        EXCEPTION WHEN insufficient_privilege THEN
            NULL;
        END;
    END LOOP;
    GRANT EXECUTE ON FUNCTION pg_advisory_xact_lock(BIGINT) TO beback_owner; -- for the next program that sets up or upgrades
EXCEPTION WHEN insufficient_privilege THEN
    NULL;
END
$harden$
