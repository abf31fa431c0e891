-- Only PostgreSQL: the managers of a site write, start and stop its campaigns, each in their own name; so far (0051) nobody did here.
CREATE POLICY begun_by_managers ON campaign FOR INSERT TO beback_manager
    WITH CHECK (rooftop_id = (SELECT s.rooftop_id FROM my_site s) AND by_login = session_user);
--;;
CREATE POLICY changed_by_managers ON campaign FOR UPDATE TO beback_manager
    USING (rooftop_id = (SELECT s.rooftop_id FROM my_site s))
    WITH CHECK (rooftop_id = (SELECT s.rooftop_id FROM my_site s) AND by_login = session_user);
--;;
CREATE POLICY dropped_by_managers ON campaign FOR DELETE TO beback_manager USING (rooftop_id = (SELECT s.rooftop_id FROM my_site s));
--;;
GRANT INSERT, UPDATE, DELETE ON campaign TO beback_manager;
--;;
-- Of people of the site alone, and of campaigns that were started.
CREATE POLICY put_by_managers ON campaign_person FOR INSERT TO beback_manager
    WITH CHECK (rooftop_id = (SELECT s.rooftop_id FROM my_site s)
                AND EXISTS (SELECT 1 FROM customer u WHERE u.id = campaign_person.customer_id AND u.rooftop_id = campaign_person.rooftop_id)
                AND EXISTS (SELECT 1 FROM campaign c WHERE c.rooftop_id = campaign_person.rooftop_id AND c.id = campaign_person.campaign_id
                                                       AND c.state <> 'draft'));
--;;
CREATE POLICY moved_by_managers ON campaign_person FOR UPDATE TO beback_manager
    USING (rooftop_id = (SELECT s.rooftop_id FROM my_site s)) WITH CHECK (rooftop_id = (SELECT s.rooftop_id FROM my_site s));
--;;
GRANT INSERT, UPDATE ON campaign_person TO beback_manager;
--;;
ALTER TABLE campaign ADD CONSTRAINT campaign_bounded CHECK (length(id) BETWEEN 1 AND 200 AND length(body) BETWEEN 2 AND 16384
                                                            AND state IN ('draft', 'started', 'stopped'));
--;;
ALTER TABLE campaign_person ADD CONSTRAINT campaign_person_bounded CHECK (state IN ('waiting', 'in', 'out', 'kept', 'back') AND length(why) <= 200
                                                                          AND length(lead_id) <= 64 AND length(event_id) <= 64);
--;;
-- Whoever comes past Beback: what was started keeps its words, and is never a draft again nor gone.
CREATE FUNCTION campaign_stands() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.state = 'draft' THEN
        RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
    END IF;
    IF TG_OP = 'DELETE' OR NEW.state = 'draft' OR (OLD.state = 'stopped' AND NEW.state <> 'stopped')
       OR NEW.body <> OLD.body OR NEW.started_at <> OLD.started_at OR NEW.id <> OLD.id OR NEW.rooftop_id <> OLD.rooftop_id
       OR (NEW.state = OLD.state AND (NEW.by_login <> OLD.by_login OR NEW.at <> OLD.at)) THEN
        RAISE EXCEPTION 'a campaign that was started stays as it is' USING ERRCODE = '42501';
    END IF;
    RETURN NEW;
END $$;
--;;
REVOKE ALL ON FUNCTION campaign_stands() FROM PUBLIC;
--;;
CREATE TRIGGER campaign_stands BEFORE UPDATE OR DELETE ON campaign FOR EACH ROW EXECUTE FUNCTION campaign_stands();
--;;
-- And whom it speaks to, and when, was decided once.
CREATE FUNCTION campaign_person_stands() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
    IF (NEW.rooftop_id, NEW.campaign_id, NEW.customer_id, NEW.lead_id, NEW.place, NEW.day)
       IS DISTINCT FROM (OLD.rooftop_id, OLD.campaign_id, OLD.customer_id, OLD.lead_id, OLD.place, OLD.day) THEN
        RAISE EXCEPTION 'who is in a campaign that was started stays as it is' USING ERRCODE = '42501';
    END IF;
    RETURN NEW;
END $$;
--;;
REVOKE ALL ON FUNCTION campaign_person_stands() FROM PUBLIC;
--;;
CREATE TRIGGER campaign_person_stands BEFORE UPDATE ON campaign_person FOR EACH ROW EXECUTE FUNCTION campaign_person_stands();
