-- Only PostgreSQL: everybody reads the stock list of their own site; a manager puts another in its place, and an administrator, who
-- has no site, names one.
ALTER TABLE stock_list ALTER COLUMN body TYPE TEXT COLLATE "C", ALTER COLUMN by_login TYPE TEXT COLLATE "C";
--;;
ALTER TABLE stock_list ENABLE ROW LEVEL SECURITY;
--;;
CREATE POLICY own_rooftop ON stock_list FOR SELECT TO beback_agent, beback_manager
USING (rooftop_id = (SELECT s.rooftop_id FROM my_site s));
--;;
GRANT SELECT ON stock_list TO beback_agent, beback_manager;
--;;
-- The next list: the version after the last one, so that nobody replaces a list they have not seen. Of two who bring in one at the
-- same moment, the second meets the row of the first and is refused. Desks hear of it the way they hear of a contact rule.
CREATE FUNCTION stock_put(p_rooftop INTEGER, p_version INTEGER, p_body TEXT, p_by TEXT)
RETURNS VOID LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    site INTEGER := p_rooftop;
    speaker TEXT := p_by;
    who app_user;
BEGIN
    IF NOT pg_has_role(session_user, 'beback_owner', 'MEMBER') THEN
        who := me();
        IF who.role <> 'manager' THEN
            RAISE EXCEPTION 'only a manager brings in the stock list' USING ERRCODE = '42501';
        END IF;
        site := who.rooftop_id;
        speaker := who.login;
    END IF;
    IF octet_length(p_body) NOT BETWEEN 1 AND 4194304 THEN
        RAISE EXCEPTION 'no such stock list' USING ERRCODE = '22023';
    END IF;
    IF p_version = 1 THEN
        INSERT INTO stock_list (rooftop_id, version, body, by_login, at) VALUES (site, 1, p_body, speaker, now_us());
    ELSE
        UPDATE stock_list SET version = p_version, body = p_body, by_login = speaker, at = now_us()
        WHERE stock_list.rooftop_id = site AND stock_list.version = p_version - 1;
        IF NOT FOUND THEN
            RAISE EXCEPTION 'another stock list was brought in meanwhile' USING ERRCODE = '23505';
        END IF;
    END IF;
    PERFORM pg_notify('beback_rules_' || site, '');
END $$;
--;;
REVOKE ALL ON FUNCTION stock_put(INTEGER, INTEGER, TEXT, TEXT) FROM PUBLIC;
--;;
GRANT EXECUTE ON FUNCTION stock_put(INTEGER, INTEGER, TEXT, TEXT) TO beback_agent, beback_manager;
