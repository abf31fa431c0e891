-- Only PostgreSQL: a session that sits in an open transaction keeps everybody else from writing. Its own time limits can be
-- switched off by whoever holds it, so a steward ends it. Needs pg_signal_backend for the owner; 0 where that is missing.
CREATE FUNCTION end_blockers() RETURNS INTEGER LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    who app_user := me();
BEGIN
    IF who.role <> 'manager' THEN
        RETURN 0;
    END IF;
    RETURN (SELECT count(*) FILTER (WHERE pg_terminate_backend(a.pid)) FROM pg_stat_activity a
            JOIN pg_roles r ON r.rolname = a.usename AND NOT r.rolsuper
            WHERE a.datname = current_database() AND a.pid <> pg_backend_pid()
              AND (a.state LIKE 'idle in transaction%' AND a.state_change < now() - INTERVAL '30 seconds'
                   OR a.state = 'active' AND a.query_start < now() - INTERVAL '5 minutes'));
EXCEPTION WHEN insufficient_privilege THEN
    RETURN 0;
END $$;
--;;
REVOKE ALL ON FUNCTION end_blockers() FROM PUBLIC;
--;;
GRANT EXECUTE ON FUNCTION end_blockers() TO beback_manager;
