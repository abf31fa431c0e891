-- Only PostgreSQL: who may read what, and the only ways to write. Nobody who works here may write to a table; they read the
-- rows of their own rooftop, and call the functions below. (SELECT ... FROM my_site) is asked once a statement, not once a row.
DO $$
DECLARE
    name TEXT;
BEGIN
    FOREACH name IN ARRAY ARRAY['event', 'event_flag', 'customer', 'contact_point', 'lead', 'queue', 'queue_gate', 'intake_key',
                                'search_doc', 'claim', 'quarantine', 'app_user', 'customer_head'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
        EXECUTE format('CREATE POLICY own_rooftop ON %I FOR SELECT TO beback_agent, beback_manager '
                       'USING (rooftop_id = (SELECT s.rooftop_id FROM my_site s))', name);
        EXECUTE format('GRANT SELECT ON %I TO beback_agent, beback_manager', name);
    END LOOP;
END $$;
--;;
ALTER TABLE rooftop ENABLE ROW LEVEL SECURITY;
--;;
CREATE POLICY own_rooftop ON rooftop FOR SELECT TO beback_agent, beback_manager USING (id = (SELECT s.rooftop_id FROM my_site s));
--;;
GRANT SELECT ON rooftop, plan, schema_migration, my_site TO beback_agent, beback_manager;
--;;
-- Whether it is a demo or a training database; nothing else of the settings is anybody's here.
ALTER TABLE setting ENABLE ROW LEVEL SECURITY;
--;;
CREATE POLICY site_facts ON setting FOR SELECT TO beback_agent, beback_manager USING (name IN ('demo', 'training'));
--;;
GRANT SELECT ON setting TO beback_agent, beback_manager;
--;;
-- What came in and was refused is for managers: it may be anything, from anybody.
DROP POLICY own_rooftop ON quarantine;
--;;
CREATE POLICY own_rooftop ON quarantine FOR SELECT TO beback_manager USING (rooftop_id = (SELECT s.rooftop_id FROM my_site s));
--;;
-- A fragment of a name or number. LIKE is not leakproof, so that under row-level security its index would not be used.
-- An administrator has no rooftop and names one; for everybody else it is their own, and none for whoever works here no more.
CREATE FUNCTION find_people(p_rooftop INTEGER, p_like TEXT, p_limit INTEGER) RETURNS TABLE (customer_id TEXT, body TEXT)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT d.customer_id, d.body FROM search_doc d
    WHERE d.body ILIKE p_like ESCAPE '!' AND d.rooftop_id = CASE
        WHEN pg_has_role(session_user, 'beback_owner', 'MEMBER') THEN p_rooftop ELSE (SELECT s.rooftop_id FROM my_site s) END
    LIMIT least(p_limit, 200)
$$;
--;;
-- PostgreSQL lets everybody call a new function.
DO $$
DECLARE
    ours REGPROCEDURE;
BEGIN
    FOR ours IN SELECT p.oid FROM pg_proc p WHERE p.pronamespace = 'public'::REGNAMESPACE AND p.proowner = current_user::REGROLE LOOP
        EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', ours);
    END LOOP;
END $$;
--;;
GRANT EXECUTE ON FUNCTION me(), now_us(), handshake(TEXT, TEXT), push(TEXT, JSONB, JSONB),
    refold(TEXT, BIGINT, JSONB), pull(BIGINT, TEXT, BIGINT, TEXT, INTEGER), feed_end(INTEGER),
    push_and_pull(TEXT, JSONB, JSONB, BIGINT, TEXT, BIGINT, TEXT, INTEGER),
    push_and_claim(TEXT, JSONB, JSONB, TEXT[], BIGINT), claim_person(TEXT, BIGINT), renew(TEXT, BIGINT, BIGINT),
    release(TEXT), find_people(INTEGER, TEXT, INTEGER) TO beback_agent, beback_manager;
