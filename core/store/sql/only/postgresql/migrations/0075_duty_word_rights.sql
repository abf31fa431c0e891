-- Only PostgreSQL: the managers of a site read what was said about their duties and add to it, and nobody changes it; an administrator,
-- who has no site, names one. Agents have no part in them.
ALTER TABLE duty_word ALTER COLUMN duty TYPE TEXT COLLATE "C", ALTER COLUMN says TYPE TEXT COLLATE "C",
    ALTER COLUMN who TYPE TEXT COLLATE "C", ALTER COLUMN lead_id TYPE TEXT COLLATE "C", ALTER COLUMN text TYPE TEXT COLLATE "C",
    ALTER COLUMN by_login TYPE TEXT COLLATE "C";
--;;
ALTER TABLE duty_word ENABLE ROW LEVEL SECURITY;
--;;
CREATE POLICY own_rooftop ON duty_word FOR SELECT TO beback_manager USING (rooftop_id = (SELECT s.rooftop_id FROM my_site s));
--;;
GRANT SELECT ON duty_word TO beback_manager;
--;;
-- Who says it and when is the database's to say; an administrator says it for somebody. A duty is for a manager of the site who works
-- there, or for whoever is first.
CREATE FUNCTION duty_say(p_rooftop INTEGER, p_duty TEXT, p_says TEXT, p_who TEXT, p_lead TEXT, p_due BIGINT, p_text TEXT, p_by TEXT, p_at BIGINT)
RETURNS VOID LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    site INTEGER := p_rooftop;
    speaker TEXT := p_by;
    moment BIGINT := p_at;
    who app_user;
BEGIN
    IF NOT pg_has_role(session_user, 'beback_owner', 'MEMBER') THEN
        who := me();
        IF who.role <> 'manager' THEN
            RAISE EXCEPTION 'only a manager has duties' USING ERRCODE = '42501';
        END IF;
        site := who.rooftop_id;
        speaker := who.login;
        moment := now_us();
    END IF;
    IF p_says NOT IN ('set', 'done', 'left_out') OR length(p_duty) NOT BETWEEN 1 AND 100 OR length(p_text) > 500 OR p_due <= 0
       OR (p_says <> 'done' AND p_text = '') OR length(coalesce(p_lead, '')) NOT IN (0, 36)
       OR (p_says = 'set' AND p_who <> '' AND NOT EXISTS (SELECT 1 FROM app_user u WHERE u.login = p_who AND u.rooftop_id = site
                                                                                     AND u.role = 'manager' AND u.active)) THEN
        RAISE EXCEPTION 'no such duty' USING ERRCODE = '22023';
    END IF;
    INSERT INTO duty_word (rooftop_id, duty, ends, says, who, lead_id, due_at, text, by_login, at)
    VALUES (site, p_duty, p_says <> 'set', p_says, p_who, p_lead, p_due, p_text, speaker, moment);
END $$;
--;;
REVOKE ALL ON FUNCTION duty_say(INTEGER, TEXT, TEXT, TEXT, TEXT, BIGINT, TEXT, TEXT, BIGINT) FROM PUBLIC;
--;;
GRANT EXECUTE ON FUNCTION duty_say(INTEGER, TEXT, TEXT, TEXT, TEXT, BIGINT, TEXT, TEXT, BIGINT) TO beback_manager;
