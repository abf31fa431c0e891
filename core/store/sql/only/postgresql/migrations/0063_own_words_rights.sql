-- Only PostgreSQL: everybody reads the words of their own site; a manager adds to them, and an administrator, who has no site, names
-- one. What was said before is never lost.
ALTER TABLE own_words ALTER COLUMN kind TYPE TEXT COLLATE "C", ALTER COLUMN id TYPE TEXT COLLATE "C", ALTER COLUMN body TYPE TEXT COLLATE "C",
    ALTER COLUMN shipped TYPE TEXT COLLATE "C", ALTER COLUMN reason TYPE TEXT COLLATE "C", ALTER COLUMN by_login TYPE TEXT COLLATE "C";
--;;
ALTER TABLE own_words ENABLE ROW LEVEL SECURITY;
--;;
CREATE POLICY own_rooftop ON own_words FOR SELECT TO beback_agent, beback_manager
USING (rooftop_id = (SELECT s.rooftop_id FROM my_site s));
--;;
GRANT SELECT ON own_words TO beback_agent, beback_manager;
--;;
CREATE TRIGGER own_words_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON own_words
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--;;
-- One more version: the one after the last, so that nobody speaks over words they have not read. Whether the words may go out is
-- looked at before they come here (core/words/word_shelf.h), and again when each message is sent. Desks hear of it the way they
-- hear of a contact rule.
CREATE FUNCTION words_add(p_rooftop INTEGER, p_kind TEXT, p_id TEXT, p_version INTEGER, p_body TEXT, p_shipped TEXT, p_reason TEXT, p_by TEXT)
RETURNS VOID LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    site INTEGER := p_rooftop;
    speaker TEXT := p_by;
    who app_user;
BEGIN
    IF NOT pg_has_role(session_user, 'beback_owner', 'MEMBER') THEN
        who := me();
        IF who.role <> 'manager' THEN
            RAISE EXCEPTION 'only a manager changes words' USING ERRCODE = '42501';
        END IF;
        site := who.rooftop_id;
        speaker := who.login;
    END IF;
    IF length(p_kind) NOT BETWEEN 1 AND 32 OR length(p_id) NOT BETWEEN 1 AND 128 OR btrim(p_reason) = '' OR length(p_reason) > 2000
       OR length(p_body) > 262144 OR length(p_shipped) > 64 THEN
        RAISE EXCEPTION 'no such words' USING ERRCODE = '22023';
    END IF;
    IF p_version <> 1 + coalesce((SELECT max(w.version) FROM own_words w WHERE w.rooftop_id = site AND w.kind = p_kind AND w.id = p_id), 0) THEN
        RAISE EXCEPTION 'these words were changed meanwhile' USING ERRCODE = '23505';
    END IF;
    INSERT INTO own_words (rooftop_id, kind, id, version, body, shipped, reason, by_login, at)
    VALUES (site, p_kind, p_id, p_version, p_body, p_shipped, p_reason, speaker, now_us());
    PERFORM pg_notify('beback_rules_' || site, '');
END $$;
--;;
REVOKE ALL ON FUNCTION words_add(INTEGER, TEXT, TEXT, INTEGER, TEXT, TEXT, TEXT, TEXT) FROM PUBLIC;
--;;
GRANT EXECUTE ON FUNCTION words_add(INTEGER, TEXT, TEXT, INTEGER, TEXT, TEXT, TEXT, TEXT) TO beback_agent, beback_manager;
