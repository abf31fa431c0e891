-- Only PostgreSQL: to ask that a lead be worked now is a manager's, and so is a note to one of the people. Both functions as before (0066)
-- apart from that. Plans are chosen by whoever works a lead, too: for a manager's act on many of them there is nothing to guard.
CREATE OR REPLACE FUNCTION why_held(who app_user, given event, fresh event[]) RETURNS TEXT
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp
SET plan_cache_mode = force_generic_plan AS $$
DECLARE
    undone event;
    undone_at BIGINT;
BEGIN
    IF EXISTS (SELECT 1 FROM customer_head h WHERE h.customer_id = given.customer_id AND h.rooftop_id <> who.rooftop_id) THEN
        RETURN 'not_yours';
    END IF;
    IF who.role = 'manager' THEN
        RETURN NULL;
    END IF;
    IF given.kind IN ('dnc_clear', 'alert_answered', 'assigned', 'nudged') OR (given.kind = 'noted' AND given.body::JSONB ? 'coach') THEN
        RETURN 'managers_only';
    END IF;
    IF given.kind = 'corrected' THEN
        SELECT f.received_at INTO undone_at FROM feed f WHERE f.event_id = given.body::JSONB ->> 'undoes';
        SELECT * INTO undone FROM event e WHERE e.id = given.body::JSONB ->> 'undoes' AND e.customer_id = given.customer_id;
        IF undone.id IS NULL THEN
            SELECT * INTO undone FROM unnest(fresh) f
            WHERE f.id = given.body::JSONB ->> 'undoes' AND f.customer_id = given.customer_id AND f.n < given.n;
        END IF;
        -- One's own slip. An opt-out only within ten minutes, and by the clock here besides the desk's, which its owner may
        -- set; one that stood longer is ended by managers only.
        IF undone.id IS NULL OR undone.actor <> who.login
           OR ((undone.kind = 'dnc_set' OR undone.outcome = 'asked_to_stop')
               AND greatest(given.recorded_at - undone.recorded_at, now_us() - coalesce(undone_at, now_us())) > 600000000) THEN
            RETURN 'managers_only';
        END IF;
    END IF;
    RETURN NULL;
END $$;
--;;
CREATE OR REPLACE FUNCTION judge(who app_user, fresh event[]) RETURNS TEXT[]
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
SET plan_cache_mode = force_generic_plan AS $$
DECLARE
    strange TEXT[] := unreadable(fresh);
    flagged TEXT[];
BEGIN
    WITH judged AS (
        SELECT f.id, CASE WHEN f.id = ANY (strange) THEN 'unreadable'
                          WHEN h.rooftop_id <> who.rooftop_id OR f.kind IN ('dnc_clear', 'corrected', 'alert_answered', 'assigned', 'nudged', 'noted')
                              THEN why_held(who, f, fresh) END AS why
        FROM unnest(fresh) f LEFT JOIN customer_head h ON h.customer_id = f.customer_id),
    put AS (
        INSERT INTO event_flag (event_id, rooftop_id, flag, held)
        SELECT j.id, who.rooftop_id, j.why, TRUE FROM judged j WHERE j.why IS NOT NULL RETURNING event_id)
    SELECT coalesce(array_agg(put.event_id), '{}') INTO flagged FROM put;
    -- A late attempt is kept like any other, and says so: somebody else was given the person meanwhile.
    INSERT INTO event_flag (event_id, rooftop_id, flag, held)
    SELECT f.id, who.rooftop_id, 'late', FALSE
    FROM unnest(fresh) f JOIN claim k ON k.customer_id = f.customer_id
    WHERE f.kind = 'attempt' AND f.id <> ALL (flagged) AND f.body::JSONB ? 'epoch'
      AND (k.epoch <> (f.body::JSONB ->> 'epoch')::BIGINT OR k.login NOT IN (who.login, ''));
    RETURN flagged;
END $$;
