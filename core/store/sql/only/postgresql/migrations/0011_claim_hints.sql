-- Only PostgreSQL: whoever looks at the queue is told that somebody was taken or given back, as a hint: at most one every
-- 250 ms a session, since a NOTIFY in every commit would halve a busy server. Whoever was told looks again after that time.
CREATE FUNCTION claim_hint() RETURNS TRIGGER LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    at BIGINT := now_us();
BEGIN
    IF at - coalesce(nullif(current_setting('beback.claim_hinted', TRUE), ''), '0')::BIGINT < 250000 THEN
        RETURN NULL;
    END IF;
    PERFORM set_config('beback.claim_hinted', at::TEXT, FALSE);
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
