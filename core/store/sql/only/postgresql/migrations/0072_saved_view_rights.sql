-- Only PostgreSQL: the managers of a site read its saved views, save them and remove them; an administrator, who has no site, names
-- one. Agents have no part in them.
ALTER TABLE saved_view ALTER COLUMN name TYPE TEXT COLLATE "C", ALTER COLUMN chart TYPE TEXT COLLATE "C",
    ALTER COLUMN filter TYPE TEXT COLLATE "C", ALTER COLUMN by_login TYPE TEXT COLLATE "C";
--;;
ALTER TABLE saved_view ENABLE ROW LEVEL SECURITY;
--;;
CREATE POLICY own_rooftop ON saved_view FOR SELECT TO beback_manager USING (rooftop_id = (SELECT s.rooftop_id FROM my_site s));
--;;
GRANT SELECT ON saved_view TO beback_manager;
--;;
-- p_over: in the place of the view of that name; else one that is there is left, and that is an error.
CREATE FUNCTION view_put(p_rooftop INTEGER, p_name TEXT, p_chart TEXT, p_filter TEXT, p_by TEXT, p_over BOOLEAN)
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
    IF p_over THEN
        DELETE FROM saved_view v WHERE v.rooftop_id = site AND v.name = p_name;
    END IF;
    INSERT INTO saved_view (rooftop_id, name, chart, filter, by_login, at) VALUES (site, p_name, p_chart, p_filter, speaker, now_us());
END $$;
--;;
CREATE FUNCTION view_drop(p_rooftop INTEGER, p_name TEXT) RETURNS VOID
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    site INTEGER := p_rooftop;
    who app_user;
BEGIN
    IF NOT pg_has_role(session_user, 'beback_owner', 'MEMBER') THEN
        who := me();
        IF who.role <> 'manager' THEN
            RAISE EXCEPTION 'only a manager removes views' USING ERRCODE = '42501';
        END IF;
        site := who.rooftop_id;
    END IF;
    DELETE FROM saved_view v WHERE v.rooftop_id = site AND v.name = p_name;
END $$;
--;;
REVOKE ALL ON FUNCTION view_put(INTEGER, TEXT, TEXT, TEXT, TEXT, BOOLEAN), view_drop(INTEGER, TEXT) FROM PUBLIC;
--;;
GRANT EXECUTE ON FUNCTION view_put(INTEGER, TEXT, TEXT, TEXT, TEXT, BOOLEAN), view_drop(INTEGER, TEXT) TO beback_manager;
