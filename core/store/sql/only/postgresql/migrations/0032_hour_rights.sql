-- Only PostgreSQL: everybody reads the hours of their own site; a person sets their own, a manager everybody's, and an
-- administrator, who has no site, names one.
ALTER TABLE power_hour ALTER COLUMN login TYPE TEXT COLLATE "C", ALTER COLUMN set_by TYPE TEXT COLLATE "C";
--;;
ALTER TABLE power_hour ENABLE ROW LEVEL SECURITY;
--;;
CREATE POLICY own_rooftop ON power_hour FOR SELECT TO beback_agent, beback_manager
USING (rooftop_id = (SELECT s.rooftop_id FROM my_site s));
--;;
GRANT SELECT ON power_hour TO beback_agent, beback_manager;
--;;
CREATE FUNCTION hour_set(p_rooftop INTEGER, p_login TEXT, p_from_day INTEGER, p_minute INTEGER, p_by TEXT) RETURNS VOID
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    site INTEGER := p_rooftop;
    setter TEXT := p_by;
    who app_user;
BEGIN
    IF NOT pg_has_role(session_user, 'beback_owner', 'MEMBER') THEN
        who := me();
        IF who.role <> 'manager' AND p_login <> who.login THEN
            RAISE EXCEPTION 'only a manager sets the hour of others' USING ERRCODE = '42501';
        END IF;
        site := who.rooftop_id;
        setter := who.login;
    END IF;
    IF p_minute NOT BETWEEN -1 AND 1439
       OR p_login <> '' AND NOT EXISTS (SELECT 1 FROM app_user u WHERE u.login = p_login AND u.rooftop_id = site) THEN
        RAISE EXCEPTION 'no such hour' USING ERRCODE = '22023';
    END IF;
    INSERT INTO power_hour (rooftop_id, login, from_day, minute, set_by, set_at)
    VALUES (site, p_login, p_from_day, p_minute, setter, now_us())
    ON CONFLICT (rooftop_id, login, from_day) DO UPDATE SET minute = excluded.minute, set_by = excluded.set_by,
        set_at = excluded.set_at;
END $$;
--;;
REVOKE ALL ON FUNCTION hour_set(INTEGER, TEXT, INTEGER, INTEGER, TEXT) FROM PUBLIC;
--;;
GRANT EXECUTE ON FUNCTION hour_set(INTEGER, TEXT, INTEGER, INTEGER, TEXT) TO beback_agent, beback_manager;
