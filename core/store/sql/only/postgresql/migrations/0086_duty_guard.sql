-- Only PostgreSQL: what the database itself asks of words about duties. The index beside it SQLite has, too: promises and sales, which
-- managers' duties follow from or end by long after they were written down (report/duty_events).
CREATE INDEX event_far_reaching ON event (rooftop_id, recorded_at)
WHERE kind IN ('attempt', 'lead_closed') AND (body LIKE '%"next_at"%' OR body LIKE '%"sold"%');
--;;
-- As before (0075), and one that is set has an id of its own, so that nobody sets what only follows from facts; whose it was, where it is
-- ended, is somebody of the site.
CREATE OR REPLACE FUNCTION duty_say(p_rooftop INTEGER, p_duty TEXT, p_says TEXT, p_who TEXT, p_lead TEXT, p_due BIGINT, p_text TEXT, p_by TEXT,
                                    p_at BIGINT)
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
       OR (p_says = 'set' AND NOT is_id(p_duty))
       OR (p_who <> '' AND NOT EXISTS (SELECT 1 FROM app_user u WHERE u.login = p_who AND u.rooftop_id = site
                                                                  AND (p_says <> 'set' OR (u.role = 'manager' AND u.active)))) THEN
        RAISE EXCEPTION 'no such duty' USING ERRCODE = '22023';
    END IF;
    INSERT INTO duty_word (rooftop_id, duty, ends, says, who, lead_id, due_at, text, by_login, at)
    VALUES (site, p_duty, p_says <> 'set', p_says, p_who, p_lead, p_due, p_text, speaker, moment);
END $$;
