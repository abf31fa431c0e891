-- Only PostgreSQL: there two managers may save at the same moment. One after the other, so that whoever saves and then reads the names
-- (core/report/saved_view.cpp) sees one that differs from theirs in small and capital letters only.
CREATE OR REPLACE FUNCTION view_put(p_rooftop INTEGER, p_name TEXT, p_chart TEXT, p_filter TEXT, p_by TEXT, p_over BOOLEAN)
RETURNS VOID LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    site INTEGER := p_rooftop;
    speaker TEXT := p_by;
    who app_user;
BEGIN
    IF NOT pg_has_role(session_user, 'beback_owner', 'MEMBER') THEN
        who := me();
        IF who.role <> 'manager' THEN
            RAISE EXCEPTION 'only a manager saves views' USING ERRCODE = '42501';
        END IF;
        site := who.rooftop_id;
        speaker := who.login;
    END IF;
    IF length(p_name) NOT BETWEEN 1 AND 80 OR length(p_chart) NOT BETWEEN 1 AND 64 OR length(p_filter) NOT BETWEEN 2 AND 4096 THEN
        RAISE EXCEPTION 'no such view' USING ERRCODE = '22023';
    END IF;
    LOCK TABLE saved_view IN SHARE ROW EXCLUSIVE MODE;
    IF p_over THEN
        DELETE FROM saved_view v WHERE v.rooftop_id = site AND v.name = p_name;
    END IF;
    INSERT INTO saved_view (rooftop_id, name, chart, filter, by_login, at) VALUES (site, p_name, p_chart, p_filter, speaker, now_us());
END $$;
