-- Only PostgreSQL: people taken along on a trip. Their leases are ordinary claims that bear the trip's id, last until its end
-- whatever is recorded about them meanwhile, and are ended by check_in() or by time. Nobody has more than fifty people in hand
-- when a trip begins, and no trip lasts longer than twelve hours.
ALTER TABLE claim ALTER COLUMN trip TYPE TEXT COLLATE "C";
--;;
CREATE INDEX claim_of_trip ON claim (trip) WHERE trip <> '';
--;;
-- As before (0006): whoever is granted anew is on no trip yet.
CREATE OR REPLACE FUNCTION claim_grant(p_who app_user, p_customer TEXT, p_lease_us BIGINT) RETURNS claim
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
SET plan_cache_mode = force_generic_plan AS $$
DECLARE
    at BIGINT := now_us();
    given claim;
BEGIN
    -- The caller holds the lock on the person, and this statement sees everything committed before it was had.
    INSERT INTO claim AS k (customer_id, rooftop_id, lead_id, login, epoch, until, since)
    SELECT q.customer_id, q.rooftop_id, q.lead_id, p_who.login, 1, at + p_lease_us, at
    FROM queue q WHERE q.customer_id = p_customer AND q.rooftop_id = p_who.rooftop_id
    ON CONFLICT (customer_id) DO UPDATE SET lead_id = excluded.lead_id, login = excluded.login, epoch = k.epoch + 1,
        until = excluded.until, since = excluded.since, trip = ''
    WHERE k.until <= at
    RETURNING * INTO given;
    RETURN given;
END $$;
--;;
-- As before (0005), but for whoever is out on a trip: what is recorded about them ends nothing, or the second touch of the same
-- day would be made while somebody else has them.
CREATE OR REPLACE FUNCTION settle_claims(who app_user, fresh event[], flagged TEXT[]) RETURNS VOID
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
SET plan_cache_mode = force_generic_plan AS $$
DECLARE
    at BIGINT := now_us();
BEGIN
    -- Done with. An attempt under an earlier claim than the present one ends nothing: the same person may be at work on
    -- them at another desk.
    UPDATE claim k SET until = 0, login = ''
    FROM unnest(fresh) f
    WHERE k.customer_id = f.customer_id AND k.login = who.login AND f.kind IN ('attempt', 'skipped', 'lead_closed')
      AND f.id <> ALL (flagged) AND (k.trip = '' OR k.until <= at)
      AND (NOT f.body::JSONB ? 'epoch' OR k.epoch = (f.body::JSONB ->> 'epoch')::BIGINT);
    -- Whoever asks not to be contacted is taken from whoever has them now.
    UPDATE claim k SET until = 0, login = '', epoch = k.epoch + 1
    FROM unnest(fresh) f
    WHERE k.customer_id = f.customer_id AND k.login <> who.login AND k.until > 0 AND f.id <> ALL (flagged)
      AND (f.kind = 'dnc_set' OR f.outcome = 'asked_to_stop');
END $$;
--;;
-- As before (0006), and whether whoever has them has taken them along.
DROP FUNCTION claim_person(TEXT, BIGINT);
--;;
CREATE FUNCTION claim_person(p_customer TEXT, p_lease_us BIGINT)
RETURNS TABLE (granted BOOLEAN, login TEXT, lead_id TEXT, epoch BIGINT, until BIGINT, trip TEXT)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
SET plan_cache_mode = force_generic_plan AS $$
#variable_conflict use_column
DECLARE
    who app_user := me();
    given claim;
BEGIN
    PERFORM 1 FROM customer_head h WHERE h.customer_id = p_customer AND h.rooftop_id = who.rooftop_id FOR UPDATE;
    IF NOT FOUND THEN
        RETURN;
    END IF;
    SELECT * INTO given FROM claim k WHERE k.customer_id = p_customer AND k.until > now_us();
    IF given.customer_id IS NOT NULL THEN
        RETURN QUERY SELECT given.login = who.login, given.login, given.lead_id, given.epoch, given.until, given.trip;
        RETURN;
    END IF;
    PERFORM claim_allowed(who, p_lease_us);
    given := claim_grant(who, p_customer, p_lease_us);
    IF given.customer_id IS NOT NULL THEN
        RETURN QUERY SELECT TRUE, given.login, given.lead_id, given.epoch, given.until, given.trip;
    END IF;
END $$;
--;;
-- As before (0006), but nobody on a trip is let go sooner by it.
CREATE OR REPLACE FUNCTION renew(p_customer TEXT, p_epoch BIGINT, p_lease_us BIGINT) RETURNS BIGINT
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    who app_user := me();
    lasts BIGINT;
BEGIN
    IF p_lease_us NOT BETWEEN 100000 AND 43200000000 THEN
        RAISE EXCEPTION 'no lease is that long' USING ERRCODE = '22023';
    END IF;
    UPDATE claim SET until = CASE trip WHEN '' THEN now_us() + p_lease_us ELSE greatest(until, now_us() + p_lease_us) END
    WHERE customer_id = p_customer AND login = who.login AND epoch = p_epoch
    RETURNING until INTO lasts;
    RETURN lasts;
END $$;
--;;
-- As before (0006), but who is on a trip stays on it: a window gives back whoever is no longer shown.
CREATE OR REPLACE FUNCTION release(p_customer TEXT) RETURNS VOID
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    who app_user := me();
BEGIN
    UPDATE claim SET until = 0, login = ''
    WHERE customer_id = p_customer AND login = who.login AND (trip = '' OR until <= now_us());
    IF FOUND THEN
        PERFORM set_config('beback.marks', '', FALSE); -- they may lie beyond this session's marks
    END IF;
END $$;
--;;
-- So many people for so long, in one call and one commit: those that are named by a lead of theirs, else whoever comes next in
-- the order of core/queue/queue_order.h (change both), those due now first and then those that become due until the end. p_open:
-- zones in which people may be called at some moment until then, and "?". Called again with the same trip, it answers those the
-- trip has and fills it up. One row a person: why is empty, or says why they stay here ('closed' nothing of theirs is open,
-- 'refused' nobody may contact them, 'held' and 'out' with whom they are, 'full').
-- Nobody stale comes by order: their row in the queue may not be true any more.
CREATE FUNCTION check_out(p_trip TEXT, p_leads TEXT[], p_count INTEGER, p_open TEXT[], p_lease_us BIGINT)
RETURNS TABLE (customer_id TEXT, lead_id TEXT, epoch BIGINT, until BIGINT, why TEXT, login TEXT)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
SET plan_cache_mode = force_generic_plan SET enable_hashjoin = off SET enable_mergejoin = off SET enable_seqscan = off AS $$
#variable_conflict use_column
DECLARE
    who app_user := me();
    at BIGINT := now_us();
    room INTEGER;
    taken INTEGER;
    most INTEGER;
    one RECORD;
    held claim;
    said TEXT;
BEGIN
    IF NOT is_id(p_trip) OR p_count NOT BETWEEN 1 AND 50 OR cardinality(p_leads) > 50
       OR p_lease_us NOT BETWEEN 60000000 AND 43200000000 THEN
        RAISE EXCEPTION 'no trip is like that' USING ERRCODE = '22023';
    END IF;
    -- One after the other, where one person asks at two desks: fifty in all are fifty.
    PERFORM 1 FROM app_user u WHERE u.login = who.login FOR NO KEY UPDATE;
    at := now_us();
    SELECT 50 - count(*) INTO room FROM claim k
    WHERE k.rooftop_id = who.rooftop_id AND k.login = who.login AND k.until > at;

    IF cardinality(p_leads) > 0 THEN
        -- The persons, in one order for everybody, as push() locks them.
        PERFORM 1 FROM customer_head h
        WHERE h.rooftop_id = who.rooftop_id
          AND h.customer_id IN (SELECT l.customer_id FROM lead l WHERE l.id = ANY (p_leads) AND l.rooftop_id = who.rooftop_id)
        ORDER BY h.customer_id FOR UPDATE;
        FOR one IN
            SELECT n.lead AS asked, l.customer_id AS person, q.lead_id AS next, q.band, coalesce(c.refused, FALSE) AS refused
            FROM unnest(p_leads) WITH ORDINALITY AS n (lead, place)
            LEFT JOIN lead l ON l.id = n.lead AND l.rooftop_id = who.rooftop_id
            LEFT JOIN queue q ON q.customer_id = l.customer_id
            LEFT JOIN customer c ON c.id = l.customer_id
            ORDER BY n.place
        LOOP
            held := NULL;
            SELECT k.* INTO held FROM claim k WHERE k.customer_id = one.person AND k.until > now_us();
            said := '';
            IF one.next IS NULL THEN
                said := 'closed';
            ELSIF one.refused OR one.band >= 9 THEN
                said := 'refused';
            ELSIF held.login <> who.login OR held.trip NOT IN ('', p_trip) THEN
                said := CASE held.trip WHEN '' THEN 'held' ELSE 'out' END;
            ELSIF held.customer_id IS NULL AND room <= 0 THEN
                said := 'full';
            END IF;
            IF said <> '' THEN
                RETURN QUERY SELECT coalesce(one.person, ''), one.asked, 0::BIGINT, coalesce(held.until, 0), said, coalesce(held.login, '');
                CONTINUE;
            END IF;
            IF held.customer_id IS NULL THEN
                held := claim_grant(who, one.person, p_lease_us);
                room := room - 1;
            END IF;
            RETURN QUERY UPDATE claim k SET trip = p_trip, until = greatest(k.until, at + p_lease_us)
                WHERE k.customer_id = one.person RETURNING k.customer_id, k.lead_id, k.epoch, k.until, ''::TEXT, k.login;
        END LOOP;
        RETURN;
    END IF;

    RETURN QUERY SELECT k.customer_id, k.lead_id, k.epoch, k.until, ''::TEXT, k.login FROM claim k
        WHERE k.rooftop_id = who.rooftop_id AND k.login = who.login AND k.trip = p_trip AND k.until > at
        ORDER BY k.since, k.customer_id;
    GET DIAGNOSTICS taken = ROW_COUNT;
    IF taken = 0 AND room <= 0 THEN
        RAISE EXCEPTION 'fifty people are in hand' USING ERRCODE = 'BD010';
    END IF;
    room := least(room, p_count - taken);
    IF room <= 0 THEN
        RETURN;
    END IF;
    most := 2 * room + 20; -- behind each gate: some are stale, or just being written about
    FOR one IN
        SELECT x.customer_id AS person, x.band, x.due_at AS due
        FROM queue_gate g CROSS JOIN LATERAL (
            (SELECT q.customer_id, q.band, q.due_at FROM queue q
             WHERE g.band IN (1, 2, 3) AND q.rooftop_id = g.rooftop_id AND q.owner = g.owner AND q.band = g.band AND q.gate = g.gate
               AND q.due_at <= at
               AND coalesce((SELECT k.until FROM claim k WHERE k.customer_id = q.customer_id), 0) <= at
             ORDER BY q.due_at DESC, q.customer_id LIMIT most)
            UNION ALL
            (SELECT q.customer_id, q.band, q.due_at FROM queue q
             WHERE g.band NOT IN (1, 2, 3) AND q.rooftop_id = g.rooftop_id AND q.owner = g.owner AND q.band = g.band
               AND q.gate = g.gate AND q.due_at <= at
               AND coalesce((SELECT k.until FROM claim k WHERE k.customer_id = q.customer_id), 0) <= at
             ORDER BY q.due_at, q.customer_id LIMIT most)
            UNION ALL
            (SELECT q.customer_id, q.band, q.due_at FROM queue q
             WHERE q.rooftop_id = g.rooftop_id AND q.owner = g.owner AND q.band = g.band AND q.gate = g.gate
               AND q.due_at > at AND q.due_at <= at + p_lease_us
               AND coalesce((SELECT k.until FROM claim k WHERE k.customer_id = q.customer_id), 0) <= at
             ORDER BY q.due_at, q.customer_id LIMIT most)) AS x
        WHERE g.rooftop_id = who.rooftop_id AND g.owner IN ('', who.login) AND g.band < 9
          AND string_to_array(g.gate, ' ') <@ p_open
        ORDER BY x.due_at > at,
                 CASE WHEN x.due_at > at THEN 0
                      WHEN x.band IN (1, 2, 3) AND x.due_at < at - 259200000000 THEN 40 + x.band ELSE 10 * x.band END,
                 CASE WHEN x.band IN (1, 2, 3) AND x.due_at <= at THEN -x.due_at ELSE x.due_at END, x.customer_id
    LOOP
        PERFORM 1 FROM customer_head h WHERE h.customer_id = one.person AND NOT h.stale FOR UPDATE SKIP LOCKED;
        CONTINUE WHEN NOT FOUND;
        -- Under the lock, with everything that was committed before it was had: still so, still free?
        CONTINUE WHEN NOT EXISTS (SELECT 1 FROM queue q WHERE q.customer_id = one.person AND q.due_at = one.due AND q.band = one.band);
        held := claim_grant(who, one.person, p_lease_us);
        CONTINUE WHEN held.customer_id IS NULL;
        RETURN QUERY UPDATE claim k SET trip = p_trip WHERE k.customer_id = one.person
            RETURNING k.customer_id, k.lead_id, k.epoch, k.until, ''::TEXT, k.login;
        room := room - 1;
        EXIT WHEN room <= 0;
    END LOOP;
END $$;
--;;
-- Ends what a trip of this person still holds: of these people, or (none named) of all. How many were out.
CREATE FUNCTION check_in(p_trip TEXT, p_customers TEXT[]) RETURNS INTEGER
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    who app_user := me();
    counted INTEGER;
BEGIN
    -- The persons, in one order for everybody, as push() locks them.
    PERFORM 1 FROM customer_head h
    WHERE h.customer_id IN (SELECT k.customer_id FROM claim k WHERE k.trip = p_trip AND k.login = who.login)
    ORDER BY h.customer_id FOR UPDATE;
    UPDATE claim k SET until = 0, login = '', trip = ''
    WHERE k.trip = p_trip AND p_trip <> '' AND k.login = who.login
      AND (cardinality(p_customers) = 0 OR k.customer_id = ANY (p_customers));
    GET DIAGNOSTICS counted = ROW_COUNT;
    IF counted > 0 THEN
        PERFORM set_config('beback.marks', '', FALSE); -- they may lie beyond this session's marks
    END IF;
    RETURN counted;
END $$;
--;;
REVOKE ALL ON FUNCTION claim_person(TEXT, BIGINT), check_out(TEXT, TEXT[], INTEGER, TEXT[], BIGINT), check_in(TEXT, TEXT[]) FROM PUBLIC;
--;;
GRANT EXECUTE ON FUNCTION claim_person(TEXT, BIGINT), check_out(TEXT, TEXT[], INTEGER, TEXT[], BIGINT), check_in(TEXT, TEXT[])
    TO beback_agent, beback_manager;
--;;
-- How old the news of opt-outs may be at a desk that is away, before nobody is called from there any more: an administrator's to say,
-- everybody's to know.
ALTER POLICY site_facts ON setting USING (name IN ('demo', 'training', 'dnc_max_age_hours'));
