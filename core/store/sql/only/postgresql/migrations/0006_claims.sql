-- Only PostgreSQL: who has whom. One round trip: the person is locked, looked at again, and handed out.
-- How long and how many: a lease is renewed while its holder works; nobody holds more than sixty people.
CREATE FUNCTION claim_grant(p_who app_user, p_customer TEXT, p_lease_us BIGINT) RETURNS claim
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
        until = excluded.until, since = excluded.since
    WHERE k.until <= at
    RETURNING * INTO given;
    RETURN given;
END $$;
--;;
CREATE FUNCTION claim_allowed(p_who app_user, p_lease_us BIGINT) RETURNS VOID
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp
SET plan_cache_mode = force_generic_plan AS $$
DECLARE
    at BIGINT := now_us(); -- once: in the condition below it would be asked for every person held
BEGIN
    IF p_lease_us NOT BETWEEN 100000 AND 43200000000 THEN
        RAISE EXCEPTION 'no lease is that long' USING ERRCODE = '22023';
    END IF;
    IF (SELECT count(*) FROM claim k WHERE k.rooftop_id = p_who.rooftop_id AND k.login = p_who.login AND k.until > at) >= 60 THEN
        RAISE EXCEPTION 'too many people held' USING ERRCODE = 'BD006';
    END IF;
END $$;
--;;
-- The next person for whoever asks: slice by slice in the order of core/queue/queue_order.h (change both), and in a slice
-- gate by gate. Only gates all of whose zones are open count; p_open names those, and "?" where unknown zones may be called.
-- Nobody stale: their row in the queue may not be true any more. Null: nobody.
-- The setting beback.marks remembers, for this session, where in a gate nobody was free a moment ago: before which due time,
-- and where the newest come first, after which. Without it every claim walks over the remains of all claims before it,
-- which one old open snapshot keeps from being cleared away. New people come in at the newest end: what became due since the
-- last full look, or five minutes before it (desks' clocks differ so much), is always looked at, without a mark.
CREATE FUNCTION claim_pick(p_who app_user, p_open TEXT[], p_lease_us BIGINT, p_marks JSONB) RETURNS claim
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
SET plan_cache_mode = force_generic_plan SET enable_hashjoin = off SET enable_mergejoin = off SET enable_seqscan = off AS $$
DECLARE
    at BIGINT := now_us();
    stale_at BIGINT := at - 259200000000;
    marked_at BIGINT := (p_marks ->> 'since')::BIGINT - 300000000;
    slice RECORD;
    gate RECORD;
    found_id TEXT;
    found_due BIGINT;
    passed TEXT[];
    given claim;
BEGIN
    FOR slice IN
        SELECT * FROM (VALUES (0, FALSE, 0::BIGINT, at, '|low'), (1, TRUE, marked_at + 1, at, NULL), (1, TRUE, stale_at, marked_at, '|high'),
                              (2, TRUE, marked_at + 1, at, NULL), (2, TRUE, stale_at, marked_at, '|high'),
                              (3, TRUE, marked_at + 1, at, NULL), (3, TRUE, stale_at, marked_at, '|high'), (4, FALSE, 0, at, '|low'),
                              (1, TRUE, 0, stale_at - 1, '|stale'), (2, TRUE, 0, stale_at - 1, '|stale'),
                              (3, TRUE, 0, stale_at - 1, '|stale'), (5, FALSE, 0, at, '|low'), (6, FALSE, 0, at, '|low'))
            AS s (band, newest, since, until, mark)
    LOOP
        passed := '{}';
        LOOP
            -- Which gate has the best head, without a lock; then the best free person behind it, with one.
            IF slice.newest THEN
                SELECT g.owner, g.band, g.gate, slice.since AS low, m.high INTO gate
                FROM queue_gate g CROSS JOIN LATERAL (
                    SELECT coalesce((p_marks ->> (g.owner || '|' || g.band || '|' || g.gate || slice.mark))::BIGINT, slice.until) AS high
                    ) AS m CROSS JOIN LATERAL (
                    SELECT q.due_at FROM queue q
                    WHERE q.rooftop_id = g.rooftop_id AND q.owner = g.owner AND q.band = g.band AND q.gate = g.gate
                      AND q.due_at >= slice.since AND q.due_at <= m.high
                      AND coalesce((SELECT k.until FROM claim k WHERE k.customer_id = q.customer_id), 0) <= at
                    ORDER BY q.due_at DESC LIMIT 1) AS head
                WHERE g.rooftop_id = p_who.rooftop_id AND g.owner IN ('', p_who.login) AND g.band = slice.band
                  AND string_to_array(g.gate, ' ') <@ p_open AND g.owner || '|' || g.gate <> ALL (passed)
                ORDER BY head.due_at DESC LIMIT 1;
            ELSE
                SELECT g.owner, g.band, g.gate, m.low, slice.until AS high INTO gate
                FROM queue_gate g CROSS JOIN LATERAL (
                    SELECT coalesce((p_marks ->> (g.owner || '|' || g.band || '|' || g.gate || slice.mark))::BIGINT, slice.since) AS low
                    ) AS m CROSS JOIN LATERAL (
                    SELECT q.due_at FROM queue q
                    WHERE q.rooftop_id = g.rooftop_id AND q.owner = g.owner AND q.band = g.band AND q.gate = g.gate
                      AND q.due_at >= m.low AND q.due_at <= slice.until
                      AND coalesce((SELECT k.until FROM claim k WHERE k.customer_id = q.customer_id), 0) <= at
                    ORDER BY q.due_at LIMIT 1) AS head
                WHERE g.rooftop_id = p_who.rooftop_id AND g.owner IN ('', p_who.login) AND g.band = slice.band
                  AND string_to_array(g.gate, ' ') <@ p_open AND g.owner || '|' || g.gate <> ALL (passed)
                ORDER BY head.due_at LIMIT 1;
            END IF;
            EXIT WHEN gate IS NULL;
            IF slice.newest THEN
                SELECT q.customer_id, q.due_at INTO found_id, found_due
                FROM queue q JOIN customer_head h ON h.customer_id = q.customer_id
                WHERE q.rooftop_id = p_who.rooftop_id AND q.owner = gate.owner AND q.band = gate.band AND q.gate = gate.gate
                  AND q.due_at >= gate.low AND q.due_at <= gate.high AND NOT h.stale
                  AND coalesce((SELECT k.until FROM claim k WHERE k.customer_id = q.customer_id), 0) <= at
                ORDER BY q.due_at DESC, q.customer_id DESC LIMIT 1 FOR UPDATE OF h SKIP LOCKED;
            ELSE
                SELECT q.customer_id, q.due_at INTO found_id, found_due
                FROM queue q JOIN customer_head h ON h.customer_id = q.customer_id
                WHERE q.rooftop_id = p_who.rooftop_id AND q.owner = gate.owner AND q.band = gate.band AND q.gate = gate.gate
                  AND q.due_at >= gate.low AND q.due_at <= gate.high AND NOT h.stale
                  AND coalesce((SELECT k.until FROM claim k WHERE k.customer_id = q.customer_id), 0) <= at
                ORDER BY q.due_at, q.customer_id LIMIT 1 FOR UPDATE OF h SKIP LOCKED;
            END IF;
            IF found_id IS NULL THEN
                passed := passed || (gate.owner || '|' || gate.gate);
                CONTINUE;
            END IF;
            -- Under the lock, with everything that was committed before it was had: still due, still free?
            IF EXISTS (SELECT 1 FROM queue q WHERE q.customer_id = found_id AND q.due_at = found_due AND q.band = gate.band
                       AND q.owner = gate.owner AND q.gate = gate.gate) THEN
                given := claim_grant(p_who, found_id, p_lease_us);
            END IF;
            IF given.customer_id IS NOT NULL THEN
                IF slice.mark IS NOT NULL THEN
                    PERFORM set_config('beback.marks', (p_marks || jsonb_build_object(
                        gate.owner || '|' || gate.band || '|' || gate.gate || slice.mark, found_due))::TEXT, FALSE);
                END IF;
                RETURN given;
            END IF;
            at := now_us(); -- somebody was faster: what they took is visible from here on
        END LOOP;
    END LOOP;
    RETURN NULL;
END $$;
--;;
CREATE FUNCTION claim_one(p_who app_user, p_open TEXT[], p_lease_us BIGINT) RETURNS claim
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
SET plan_cache_mode = force_generic_plan AS $$
DECLARE
    marks JSONB := coalesce(nullif(current_setting('beback.marks', TRUE), ''), '{}')::JSONB;
    at BIGINT := now_us();
    given claim;
BEGIN
    PERFORM claim_allowed(p_who, p_lease_us);
    -- What was given back or ran out since lies beyond the marks: look at everything once a minute, and before saying nobody.
    IF coalesce((marks ->> 'since')::BIGINT, 0) NOT BETWEEN at - 60000000 AND at THEN
        marks := jsonb_build_object('since', at);
    END IF;
    given := claim_pick(p_who, p_open, p_lease_us, marks);
    IF given.customer_id IS NULL AND marks - 'since' <> '{}'::JSONB THEN
        given := claim_pick(p_who, p_open, p_lease_us, jsonb_build_object('since', at));
    END IF;
    RETURN given;
END $$;
--;;
-- Save and next in one commit and one round trip: takes the desk's events, and hands out the next person with their whole
-- history. One row an event of theirs; one row without a customer when there is nobody.
CREATE FUNCTION push_and_claim(p_origin TEXT, p_events JSONB, p_rows JSONB, p_open TEXT[], p_lease_us BIGINT)
RETURNS TABLE (last_n BIGINT, stale TEXT, held TEXT, customer_id TEXT, lead_id TEXT, epoch BIGINT, until BIGINT, known BIGINT, id TEXT,
               event_rooftop INTEGER, event_customer TEXT, event_lead TEXT, origin TEXT, n BIGINT, hlc BIGINT, kind TEXT,
               version INTEGER, medium TEXT, direction TEXT, outcome TEXT, occurred_at BIGINT, recorded_at BIGINT,
               actor TEXT, station TEXT, body TEXT)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
SET plan_cache_mode = force_generic_plan AS $$
#variable_conflict use_column
DECLARE
    who app_user := me();
    pushed RECORD;
    given claim;
BEGIN
    IF p_events <> '[]'::JSONB THEN
        SELECT p.last_n, p.stale, p.held INTO pushed FROM push(p_origin, p_events, p_rows) p;
    ELSE
        SELECT r.last_n, ''::TEXT AS stale, ''::TEXT AS held INTO pushed FROM replica r
        WHERE r.origin = p_origin AND r.login = who.login AND NOT r.revoked;
        IF NOT FOUND THEN
            RAISE EXCEPTION 'not your desk' USING ERRCODE = 'BD007';
        END IF;
    END IF;
    given := claim_one(who, p_open, p_lease_us);
    RETURN QUERY
        SELECT pushed.last_n, pushed.stale, pushed.held, given.customer_id, given.lead_id, given.epoch, given.until,
               (SELECT h.events FROM customer_head h WHERE h.customer_id = given.customer_id),
               e.id, e.rooftop_id, e.customer_id, e.lead_id, e.origin, e.n, e.hlc, e.kind, e.version, e.medium, e.direction,
               e.outcome, e.occurred_at, e.recorded_at, e.actor, e.station, e.body
        FROM (SELECT 1) AS one
        LEFT JOIN event e ON e.rooftop_id = who.rooftop_id AND e.customer_id = given.customer_id
            AND NOT EXISTS (SELECT 1 FROM event_flag f WHERE f.event_id = e.id AND f.held)
        ORDER BY e.hlc, e.id;
END $$;
--;;
-- This very person. Granted, or who has them and until when. No row: nothing of theirs is open.
CREATE FUNCTION claim_person(p_customer TEXT, p_lease_us BIGINT)
RETURNS TABLE (granted BOOLEAN, login TEXT, lead_id TEXT, epoch BIGINT, until BIGINT)
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
        RETURN QUERY SELECT given.login = who.login, given.login, given.lead_id, given.epoch, given.until;
        RETURN;
    END IF;
    PERFORM claim_allowed(who, p_lease_us);
    given := claim_grant(who, p_customer, p_lease_us);
    IF given.customer_id IS NOT NULL THEN
        RETURN QUERY SELECT TRUE, given.login, given.lead_id, given.epoch, given.until;
    END IF;
END $$;
--;;
-- Lengthens a lease that is still this person's; also one that ran out and nobody took over. Null: somebody did.
CREATE FUNCTION renew(p_customer TEXT, p_epoch BIGINT, p_lease_us BIGINT) RETURNS BIGINT
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    who app_user := me();
    lasts BIGINT;
BEGIN
    IF p_lease_us NOT BETWEEN 100000 AND 43200000000 THEN
        RAISE EXCEPTION 'no lease is that long' USING ERRCODE = '22023';
    END IF;
    UPDATE claim SET until = now_us() + p_lease_us
    WHERE customer_id = p_customer AND login = who.login AND epoch = p_epoch
    RETURNING until INTO lasts;
    RETURN lasts;
END $$;
--;;
CREATE FUNCTION release(p_customer TEXT) RETURNS VOID
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    who app_user := me();
BEGIN
    UPDATE claim SET until = 0, login = '' WHERE customer_id = p_customer AND login = who.login;
    IF FOUND THEN
        PERFORM set_config('beback.marks', '', FALSE); -- they may lie beyond this session's marks
    END IF;
END $$;
