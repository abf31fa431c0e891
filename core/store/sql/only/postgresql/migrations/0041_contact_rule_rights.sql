-- Only PostgreSQL: everybody reads the contact rules of their own site; a manager adds to them, and an administrator, who has no
-- site, names one. What a rule was is never lost.
ALTER TABLE contact_rule ALTER COLUMN id TYPE TEXT COLLATE "C", ALTER COLUMN body TYPE TEXT COLLATE "C",
    ALTER COLUMN shipped TYPE TEXT COLLATE "C", ALTER COLUMN reason TYPE TEXT COLLATE "C", ALTER COLUMN by_login TYPE TEXT COLLATE "C";
--;;
ALTER TABLE contact_rule ENABLE ROW LEVEL SECURITY;
--;;
CREATE POLICY own_rooftop ON contact_rule FOR SELECT TO beback_agent, beback_manager
USING (rooftop_id = (SELECT s.rooftop_id FROM my_site s));
--;;
GRANT SELECT ON contact_rule TO beback_agent, beback_manager;
--;;
CREATE TRIGGER contact_rule_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON contact_rule
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--;;
-- The derived rows of this person were worked out by rules that have changed since. Unlike a stale person they may be handed
-- out: whoever gets them works them out anew first.
ALTER TABLE customer_head ADD COLUMN replan BOOLEAN NOT NULL DEFAULT FALSE;
--;;
CREATE INDEX customer_head_replan ON customer_head (rooftop_id, customer_id) WHERE replan;
--;;
-- A desk says by how many words about rules it plans (beback.rules, set in its session). Rows that come from a desk that has not
-- heard the last one are taken, because the history in them is right, and marked.
ALTER FUNCTION apply_rows(TEXT, INTEGER, JSONB) RENAME TO write_rows;
--;;
CREATE FUNCTION apply_rows(p_customer TEXT, p_rooftop INTEGER, p_rows JSONB) RETURNS VOID
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
SET plan_cache_mode = force_generic_plan AS $$
DECLARE
    outdated BOOLEAN := (SELECT count(*) FROM contact_rule r WHERE r.rooftop_id = p_rooftop)
                        <> coalesce(nullif(current_setting('beback.rules', TRUE), ''), '0')::BIGINT;
BEGIN
    PERFORM write_rows(p_customer, p_rooftop, p_rows);
    UPDATE customer_head SET replan = outdated WHERE customer_id = p_customer AND customer_head.replan <> outdated;
END $$;
--;;
REVOKE ALL ON FUNCTION apply_rows(TEXT, INTEGER, JSONB) FROM PUBLIC;
--;;
-- One more word about a rule: the version after the last one, so that nobody speaks over a word they have not read. Whether it
-- may be said of a law is looked at before it comes here (core/plan/rule_change.h). Everybody is marked, in the order in which
-- pushes lock people.
CREATE FUNCTION rule_add(p_rooftop INTEGER, p_id TEXT, p_version INTEGER, p_body TEXT, p_shipped TEXT, p_reason TEXT, p_by TEXT)
RETURNS VOID LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    site INTEGER := p_rooftop;
    speaker TEXT := p_by;
    who app_user;
BEGIN
    IF NOT pg_has_role(session_user, 'beback_owner', 'MEMBER') THEN
        who := me();
        IF who.role <> 'manager' THEN
            RAISE EXCEPTION 'only a manager changes contact rules' USING ERRCODE = '42501';
        END IF;
        site := who.rooftop_id;
        speaker := who.login;
    END IF;
    IF length(p_id) NOT BETWEEN 1 AND 64 OR btrim(p_reason) = '' OR length(p_body) > 65536 THEN
        RAISE EXCEPTION 'no such rule' USING ERRCODE = '22023';
    END IF;
    IF p_version <> 1 + coalesce((SELECT max(r.version) FROM contact_rule r WHERE r.rooftop_id = site AND r.id = p_id), 0) THEN
        RAISE EXCEPTION 'this rule was changed meanwhile' USING ERRCODE = '23505';
    END IF;
    INSERT INTO contact_rule (rooftop_id, id, version, body, shipped, reason, by_login, at)
    VALUES (site, p_id, p_version, p_body, p_shipped, p_reason, speaker, now_us());
    PERFORM 1 FROM customer_head h WHERE h.rooftop_id = site ORDER BY h.customer_id FOR UPDATE;
    UPDATE customer_head SET replan = TRUE WHERE rooftop_id = site AND NOT customer_head.replan;
    PERFORM pg_notify('beback_rules_' || site, '');
END $$;
--;;
REVOKE ALL ON FUNCTION rule_add(INTEGER, TEXT, INTEGER, TEXT, TEXT, TEXT, TEXT) FROM PUBLIC;
--;;
GRANT EXECUTE ON FUNCTION rule_add(INTEGER, TEXT, INTEGER, TEXT, TEXT, TEXT, TEXT) TO beback_agent, beback_manager;
