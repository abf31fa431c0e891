-- Only PostgreSQL: a session that sits in an open transaction keeps everybody else from writing. Its own time limits can be
-- switched off by whoever holds it, so a steward ends it. Only sessions of people who work here: a backup, a report of the
-- administrator's and another program's are none of its business. Needs pg_signal_backend and pg_read_all_stats for the
-- owner; 0 where those are missing.
CREATE FUNCTION end_blockers() RETURNS INTEGER LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    who app_user := me();
BEGIN
    IF who.role <> 'manager' THEN
        RETURN 0;
    END IF;
    RETURN (SELECT count(*) FILTER (WHERE pg_terminate_backend(a.pid)) FROM pg_stat_activity a
            JOIN app_user u ON u.login = a.usename
            JOIN pg_roles r ON r.rolname = a.usename AND NOT r.rolsuper
            WHERE a.datname = current_database() AND a.pid <> pg_backend_pid() AND a.backend_type = 'client backend'
              AND (a.state LIKE 'idle in transaction%' AND a.state_change < now() - INTERVAL '10 seconds'
                   OR a.state = 'active' AND a.query_start < now() - INTERVAL '5 minutes'));
EXCEPTION WHEN insufficient_privilege THEN
    RETURN 0;
END $$;
--;;
REVOKE ALL ON FUNCTION end_blockers() FROM PUBLIC;
--;;
GRANT EXECUTE ON FUNCTION end_blockers() TO beback_manager;
