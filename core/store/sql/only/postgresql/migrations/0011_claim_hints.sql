-- Only PostgreSQL: whoever looks at the queue is told that somebody was taken or given back, as a hint: at most one every
-- 250 ms a rooftop, since a NOTIFY in every commit would halve a busy server, and every desk reads its lists again. Whoever was
-- told looks again after that time. Nobody waits here: while one transaction is about to tell, the others leave it to it.
CREATE UNLOGGED TABLE claim_hint (
    rooftop_id INTEGER PRIMARY KEY,
    at         BIGINT NOT NULL
) WITH (fillfactor = 50);
--;;
CREATE FUNCTION claim_hint() RETURNS TRIGGER LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
SET plan_cache_mode = force_generic_plan AS $$
#variable_conflict use_column
DECLARE
    moment BIGINT := now_us();
BEGIN
    PERFORM 1 FROM claim_hint h WHERE h.rooftop_id = NEW.rooftop_id AND h.at NOT BETWEEN moment - 250000 AND moment
    FOR UPDATE SKIP LOCKED;
    IF FOUND THEN
        UPDATE claim_hint SET at = moment WHERE rooftop_id = NEW.rooftop_id;
    ELSIF EXISTS (SELECT 1 FROM claim_hint h WHERE h.rooftop_id = NEW.rooftop_id) THEN
        RETURN NULL;
    ELSE
        INSERT INTO claim_hint (rooftop_id, at) VALUES (NEW.rooftop_id, moment) ON CONFLICT DO NOTHING;
    END IF;
    PERFORM pg_notify('beback_claims_' || NEW.rooftop_id, '');
    RETURN NULL;
END $$;
--;;
CREATE TRIGGER claim_hinted_new AFTER INSERT ON claim FOR EACH ROW EXECUTE FUNCTION claim_hint();
--;;
-- A lease that is only lengthened is no news.
CREATE TRIGGER claim_hinted AFTER UPDATE ON claim FOR EACH ROW
WHEN (NEW.epoch <> OLD.epoch OR NEW.login <> OLD.login OR NEW.until = 0 AND OLD.until <> 0)
EXECUTE FUNCTION claim_hint();
--;;
REVOKE ALL ON FUNCTION claim_hint() FROM PUBLIC;
