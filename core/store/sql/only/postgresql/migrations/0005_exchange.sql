-- Only PostgreSQL: the few functions by which desks write. They know who asks from the connection (session_user), decide
-- order, rights and do-not-contact, and leave folding and planning to the desks.
-- Errors a desk branches on: BD001 its file was restored or cloned, BD002 a gap in its numbers, BD003 its clock is ahead,
-- BD004 this database was restored, BD005 too much at once, BD006 too many people held, BD007 not (or no longer) its desk.
CREATE FUNCTION me() RETURNS app_user LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    who app_user;
BEGIN
    SELECT * INTO who FROM app_user WHERE login = session_user AND active;
    IF who.login IS NULL THEN
        RAISE EXCEPTION 'nobody works here under this name' USING ERRCODE = '42501';
    END IF;
    RETURN who;
END $$;
--;;
-- The rooftop of whoever asks; no row: none. A view, because 0007 asks it once for every table of every statement somebody
-- reads by: it becomes a part of that statement's plan, where a function would be called each time.
CREATE VIEW my_site WITH (security_barrier) AS SELECT u.rooftop_id FROM app_user u WHERE u.login = session_user AND u.active;
--;;
-- Who this desk is to the database, and how far its events are known: the id at last_n tells a restored or cloned file.
CREATE FUNCTION handshake(p_origin TEXT, p_station TEXT)
RETURNS TABLE (login TEXT, name TEXT, role TEXT, rooftop_id INTEGER, last_n BIGINT, last_id TEXT, server_us BIGINT)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
SET plan_cache_mode = force_generic_plan AS $$
#variable_conflict use_column
DECLARE
    who app_user := me();
    known replica;
BEGIN
    INSERT INTO replica (origin, login, station, last_n, revoked, seen_at)
    VALUES (p_origin, who.login, p_station, 0, FALSE, now_us()) ON CONFLICT (origin) DO NOTHING;
    SELECT * INTO known FROM replica WHERE origin = p_origin;
    IF known.login <> who.login OR known.revoked THEN
        RAISE EXCEPTION 'not your desk' USING ERRCODE = 'BD007';
    END IF;
    RETURN QUERY SELECT who.login, who.name, who.role, who.rooftop_id, known.last_n,
                        (SELECT e.id FROM event e WHERE e.origin = p_origin AND e.n = known.last_n), now_us();
END $$;
--;;
-- Writes one customer's derived rows as a desk worked them out. What says the same already is only read: an upsert that
-- changes nothing would still lock its row, and write that down.
CREATE FUNCTION apply_rows(p_customer TEXT, p_rooftop INTEGER, p_rows JSONB) RETURNS VOID
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
SET plan_cache_mode = force_generic_plan AS $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM customer c, jsonb_to_record(p_rows -> 'customer')
                       AS r (name TEXT, match_key TEXT, city TEXT, region TEXT, zones TEXT, refused BOOLEAN)
                   WHERE c.id = p_customer AND (c.name, c.match_key, c.city, c.region, c.zones, c.refused)
                       IS NOT DISTINCT FROM (r.name, r.match_key, r.city, r.region, r.zones, r.refused)) THEN
        INSERT INTO customer (id, rooftop_id, name, match_key, city, region, zones, refused)
        SELECT p_customer, p_rooftop, r.name, r.match_key, r.city, r.region, r.zones, r.refused
        FROM jsonb_to_record(p_rows -> 'customer')
            AS r (name TEXT, match_key TEXT, city TEXT, region TEXT, zones TEXT, refused BOOLEAN)
        ON CONFLICT (id) DO UPDATE SET name = excluded.name, match_key = excluded.match_key, city = excluded.city,
            region = excluded.region, zones = excluded.zones, refused = excluded.refused;
    END IF;

    IF (SELECT count(*) FROM contact_point p WHERE p.customer_id = p_customer) <> jsonb_array_length(p_rows -> 'points')
       OR EXISTS (SELECT 1 FROM jsonb_to_recordset(p_rows -> 'points') AS r (kind TEXT, value TEXT, label TEXT)
                  WHERE NOT EXISTS (SELECT 1 FROM contact_point p WHERE p.customer_id = p_customer AND p.kind = r.kind
                                        AND p.value = r.value AND p.label = r.label)) THEN
        DELETE FROM contact_point p WHERE p.customer_id = p_customer AND NOT EXISTS (
            SELECT 1 FROM jsonb_to_recordset(p_rows -> 'points') AS r (kind TEXT, value TEXT)
            WHERE r.kind = p.kind AND r.value = p.value);
        INSERT INTO contact_point AS p (customer_id, kind, value, rooftop_id, label)
        SELECT p_customer, r.kind, r.value, p_rooftop, r.label
        FROM jsonb_to_recordset(p_rows -> 'points') AS r (kind TEXT, value TEXT, label TEXT)
        ON CONFLICT (customer_id, kind, value) DO UPDATE SET label = excluded.label;
    END IF;

    INSERT INTO lead AS l
    SELECT r.id, p_rooftop, p_customer, r.status, r.source, r.owner, r.vehicle, r.stock, r.vin, r.arrived_at, r.plan_id,
           r.plan_version, r.steps_done, r.attempts, r.reached, r.marks, r.last_attempt_at, r.last_reply_at,
           r.waiting_reply, r.promise_at, r.promise_by, r.appointment_at
    FROM jsonb_to_recordset(p_rows -> 'leads') AS r (id TEXT, status TEXT, source TEXT, owner TEXT, vehicle TEXT, stock TEXT,
        vin TEXT, arrived_at BIGINT, plan_id TEXT, plan_version INTEGER, steps_done INTEGER, attempts INTEGER,
        reached INTEGER, marks TEXT, last_attempt_at BIGINT, last_reply_at BIGINT, waiting_reply TEXT, promise_at BIGINT,
        promise_by TEXT, appointment_at BIGINT)
    ON CONFLICT (id) DO UPDATE SET status = excluded.status, source = excluded.source, owner = excluded.owner,
        vehicle = excluded.vehicle, stock = excluded.stock, vin = excluded.vin, arrived_at = excluded.arrived_at,
        plan_id = excluded.plan_id, plan_version = excluded.plan_version, steps_done = excluded.steps_done,
        attempts = excluded.attempts, reached = excluded.reached, marks = excluded.marks,
        last_attempt_at = excluded.last_attempt_at, last_reply_at = excluded.last_reply_at,
        waiting_reply = excluded.waiting_reply, promise_at = excluded.promise_at, promise_by = excluded.promise_by,
        appointment_at = excluded.appointment_at
    WHERE l.customer_id = p_customer AND (l.*) IS DISTINCT FROM (excluded.*);
    IF (SELECT count(*) FROM lead l WHERE l.rooftop_id = p_rooftop AND l.customer_id = p_customer)
       <> jsonb_array_length(p_rows -> 'leads') THEN
        DELETE FROM lead l WHERE l.rooftop_id = p_rooftop AND l.customer_id = p_customer AND NOT EXISTS (
            SELECT 1 FROM jsonb_to_recordset(p_rows -> 'leads') AS r (id TEXT) WHERE r.id = l.id);
    END IF;

    IF jsonb_typeof(p_rows -> 'queue') = 'object' THEN
        INSERT INTO queue_gate (rooftop_id, owner, band, gate, rows)
        SELECT p_rooftop, r.owner, r.band, r.gate, 1
        FROM jsonb_to_record(p_rows -> 'queue') AS r (owner TEXT, band INTEGER, gate TEXT)
        WHERE NOT EXISTS (SELECT 1 FROM queue_gate g WHERE g.rooftop_id = p_rooftop AND g.owner = r.owner
                            AND g.band = r.band AND g.gate = r.gate)
        ON CONFLICT DO NOTHING;
        INSERT INTO queue AS q (customer_id, rooftop_id, lead_id, owner, band, gate, due_at, medium, step, steps)
        SELECT p_customer, p_rooftop, r.lead_id, r.owner, r.band, r.gate, r.due_at, r.medium, r.step, r.steps
        FROM jsonb_to_record(p_rows -> 'queue') AS r (lead_id TEXT, owner TEXT, band INTEGER, gate TEXT, due_at BIGINT,
            medium TEXT, step INTEGER, steps INTEGER)
        ON CONFLICT (customer_id) DO UPDATE SET lead_id = excluded.lead_id, owner = excluded.owner, band = excluded.band,
            gate = excluded.gate, due_at = excluded.due_at, medium = excluded.medium, step = excluded.step,
            steps = excluded.steps
        WHERE (q.*) IS DISTINCT FROM (excluded.*);
    ELSE
        DELETE FROM queue WHERE customer_id = p_customer;
    END IF;

    IF (SELECT count(*) FROM intake_key k WHERE k.rooftop_id = p_rooftop AND k.customer_id = p_customer)
           <> jsonb_array_length(p_rows -> 'keys')
       OR EXISTS (SELECT 1 FROM jsonb_array_elements_text(p_rows -> 'keys') AS v WHERE NOT EXISTS (
                      SELECT 1 FROM intake_key k WHERE k.rooftop_id = p_rooftop AND k.value = v AND k.customer_id = p_customer)) THEN
        DELETE FROM intake_key k WHERE k.rooftop_id = p_rooftop AND k.customer_id = p_customer
            AND NOT p_rows -> 'keys' ? k.value;
        INSERT INTO intake_key (rooftop_id, value, customer_id)
        SELECT p_rooftop, v, p_customer FROM jsonb_array_elements_text(p_rows -> 'keys') AS v
        ON CONFLICT DO NOTHING;
    END IF;

    IF NOT EXISTS (SELECT 1 FROM search_doc s WHERE s.customer_id = p_customer AND s.body = p_rows ->> 'search') THEN
        INSERT INTO search_doc (customer_id, rooftop_id, body) VALUES (p_customer, p_rooftop, p_rows ->> 'search')
        ON CONFLICT (customer_id) DO UPDATE SET body = excluded.body;
    END IF;
END $$;
--;;
-- What an event may not do. Null: nothing against it. Such an event is kept all the same: refusing it would stop everything
-- that its desk has to say after it. Only asked about those of which there may be something to say: see judge(), change both.
-- `fresh`: the events it came with, which are in no table yet.
CREATE FUNCTION why_held(who app_user, given event, fresh event[]) RETURNS TEXT
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
    IF given.kind = 'dnc_clear' THEN
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
-- Which of these bodies are no JSON objects that this database can read (a zero character, say). All at once first: each has a
-- savepoint of its own only where one of them is not.
CREATE FUNCTION unreadable(fresh event[]) RETURNS TEXT[]
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp
SET plan_cache_mode = force_generic_plan AS $$
DECLARE
    one event;
    found TEXT[] := '{}';
BEGIN
    BEGIN
        IF NOT EXISTS (SELECT 1 FROM unnest(fresh) f WHERE jsonb_typeof(f.body::JSONB) <> 'object') THEN
            RETURN found;
        END IF;
    EXCEPTION WHEN data_exception THEN
        NULL;
    END;
    FOREACH one IN ARRAY fresh LOOP
        BEGIN
            IF jsonb_typeof(one.body::JSONB) <> 'object' THEN
                found := found || one.id;
            END IF;
        EXCEPTION WHEN data_exception THEN
            found := found || one.id;
        END;
    END LOOP;
    RETURN found;
END $$;
--;;
-- Flags these events as far as there is something to say of them; the ids of those that are held. Before they are inserted:
-- what is held counts nowhere.
CREATE FUNCTION judge(who app_user, fresh event[]) RETURNS TEXT[]
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
SET plan_cache_mode = force_generic_plan AS $$
DECLARE
    strange TEXT[] := unreadable(fresh);
    flagged TEXT[];
BEGIN
    WITH judged AS (
        SELECT f.id, CASE WHEN f.id = ANY (strange) THEN 'unreadable'
                          WHEN h.rooftop_id <> who.rooftop_id OR f.kind IN ('dnc_clear', 'corrected')
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
--;;
-- What these events, as far as they are not held, mean for who has whom.
CREATE FUNCTION settle_claims(who app_user, fresh event[], flagged TEXT[]) RETURNS VOID
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
SET plan_cache_mode = force_generic_plan AS $$
BEGIN
    -- Done with. An attempt under an earlier claim than the present one ends nothing: the same person may be at work on
    -- them at another desk.
    UPDATE claim k SET until = 0, login = ''
    FROM unnest(fresh) f
    WHERE k.customer_id = f.customer_id AND k.login = who.login AND f.kind IN ('attempt', 'skipped', 'lead_closed')
      AND f.id <> ALL (flagged)
      AND (NOT f.body::JSONB ? 'epoch' OR k.epoch = (f.body::JSONB ->> 'epoch')::BIGINT);
    -- Whoever asks not to be contacted is taken from whoever has them now.
    UPDATE claim k SET until = 0, login = '', epoch = k.epoch + 1
    FROM unnest(fresh) f
    WHERE k.customer_id = f.customer_id AND k.login <> who.login AND k.until > 0 AND f.id <> ALL (flagged)
      AND (f.kind = 'dnc_set' OR f.outcome = 'asked_to_stop');
END $$;
--;;
-- Takes a desk's events, in its own order, once each however often they are sent; applies the derived rows of those
-- customers about whom nobody else wrote in between, and marks the others stale. One commit.
-- p_rows: [{"customer_id", "base": how many of the person's events the desk had from here, "rows": {...}}]
-- Answers the last number it has, and, ids parted by blanks, who was left stale and which events are held.
CREATE FUNCTION push(p_origin TEXT, p_events JSONB, p_rows JSONB) RETURNS TABLE (last_n BIGINT, stale TEXT, held TEXT)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
SET plan_cache_mode = force_generic_plan AS $$
#variable_conflict use_column
DECLARE
    who app_user := me();
    known replica;
    given event[];
    fresh event[];
    flagged TEXT[];
    part RECORD;
    left_stale TEXT[] := '{}';
BEGIN
    IF jsonb_array_length(p_events) > 1000 THEN
        RAISE EXCEPTION 'too many events at once' USING ERRCODE = 'BD005';
    END IF;
    SELECT * INTO known FROM replica WHERE origin = p_origin FOR UPDATE;
    IF known.origin IS NULL OR known.login <> who.login OR known.revoked THEN
        RAISE EXCEPTION 'not your desk' USING ERRCODE = 'BD007';
    END IF;
    SELECT array_agg(ROW(e.id, who.rooftop_id, e.customer_id, e.lead_id, p_origin, e.n, e.hlc, e.kind, e.version, e.medium,
                         e.direction, e.outcome, e.occurred_at, e.recorded_at,
                         CASE WHEN e.actor = 'system' THEN e.actor ELSE who.login END, e.station, e.body)::event ORDER BY e.n)
    INTO given
    FROM jsonb_to_recordset(p_events) AS e (id TEXT, customer_id TEXT, lead_id TEXT, n BIGINT, hlc BIGINT, kind TEXT,
        version INTEGER, medium TEXT, direction TEXT, outcome TEXT, occurred_at BIGINT, recorded_at BIGINT, actor TEXT,
        station TEXT, body TEXT);
    given := coalesce(given, '{}');
    IF EXISTS (SELECT 1 FROM unnest(given) g WHERE g.n <= known.last_n
               AND NOT EXISTS (SELECT 1 FROM event e WHERE e.origin = p_origin AND e.n = g.n AND e.id = g.id)) THEN
        RAISE EXCEPTION 'these numbers were given to other events' USING ERRCODE = 'BD001';
    END IF;
    SELECT coalesce(array_agg(g ORDER BY g.n), '{}') INTO fresh FROM unnest(given) g WHERE g.n > known.last_n;
    IF cardinality(fresh) > 0 THEN
        IF fresh[1].n <> known.last_n + 1 OR fresh[cardinality(fresh)].n <> known.last_n + cardinality(fresh) THEN
            RAISE EXCEPTION 'a gap after event %', known.last_n USING ERRCODE = 'BD002';
        END IF;
        IF (SELECT max(f.hlc >> 16) FROM unnest(fresh) f) > now_us() / 1000 + 300000 THEN
            RAISE EXCEPTION 'the clock of this desk is ahead' USING ERRCODE = 'BD003';
        END IF;
    END IF;

    -- The persons, in one order for everybody, so that two pushes never wait for each other in a circle.
    INSERT INTO customer_head (customer_id, rooftop_id, events, stale)
    SELECT DISTINCT f.customer_id, who.rooftop_id, 0, FALSE FROM unnest(fresh) f ORDER BY 1
    ON CONFLICT (customer_id) DO NOTHING;
    PERFORM 1 FROM customer_head h
    WHERE h.customer_id IN (SELECT g.customer_id FROM unnest(given) g) ORDER BY h.customer_id FOR UPDATE;

    IF cardinality(fresh) > 0 THEN
        flagged := judge(who, fresh);
        -- Numbered at the commit in this order: those of feed 0 first, so that everybody locks the feeds in one order.
        INSERT INTO event SELECT * FROM unnest(fresh) f ORDER BY f.kind IN ('dnc_set', 'dnc_clear') DESC, f.n;
        PERFORM settle_claims(who, fresh, flagged);
        UPDATE replica SET last_n = known.last_n + cardinality(fresh), seen_at = now_us() WHERE origin = p_origin;
    END IF;

    -- New gates, like persons, in one order for everybody.
    INSERT INTO queue_gate (rooftop_id, owner, band, gate, rows)
    SELECT DISTINCT who.rooftop_id, q.owner, q.band, q.gate, 1
    FROM jsonb_to_recordset(p_rows) AS r (rows JSONB)
    CROSS JOIN LATERAL jsonb_to_record(CASE jsonb_typeof(r.rows -> 'queue') WHEN 'object' THEN r.rows -> 'queue' ELSE '{}' END)
        AS q (owner TEXT, band INTEGER, gate TEXT)
    WHERE q.gate IS NOT NULL AND NOT EXISTS (SELECT 1 FROM queue_gate g WHERE g.rooftop_id = who.rooftop_id
        AND g.owner = q.owner AND g.band = q.band AND g.gate = q.gate)
    ORDER BY 1, 2, 3, 4
    ON CONFLICT DO NOTHING;

    FOR part IN
        WITH each AS (
            SELECT g.customer_id, count(*) FILTER (WHERE x.event_id IS NULL) AS mine, bool_or(g.n > known.last_n) AS changed,
                   count(x.event_id) > 0 AS any_held
            FROM unnest(given) g LEFT JOIN event_flag x ON x.event_id = g.id AND x.held
            GROUP BY g.customer_id)
        SELECT h.customer_id, h.events, h.stale AS was_stale, r.base, r.rows, e.mine, e.changed, e.any_held
        FROM each e
        JOIN customer_head h ON h.customer_id = e.customer_id
        LEFT JOIN jsonb_to_recordset(p_rows) AS r (customer_id TEXT, base BIGINT, rows JSONB) ON r.customer_id = h.customer_id
        WHERE h.rooftop_id = who.rooftop_id
        ORDER BY h.customer_id
    LOOP
        IF part.rows IS NOT NULL AND part.events = part.base + part.mine AND NOT part.any_held THEN
            PERFORM apply_rows(part.customer_id, who.rooftop_id, part.rows);
            IF part.was_stale THEN
                UPDATE customer_head SET stale = FALSE WHERE customer_id = part.customer_id;
            END IF;
        ELSIF part.changed OR part.was_stale THEN
            IF NOT part.was_stale THEN
                UPDATE customer_head SET stale = TRUE WHERE customer_id = part.customer_id;
            END IF;
            left_stale := left_stale || part.customer_id;
        END IF;
    END LOOP;
    RETURN QUERY SELECT known.last_n + cardinality(fresh), array_to_string(left_stale, ' '),
        (SELECT coalesce(string_agg(x.event_id, ' '), '') FROM unnest(given) g JOIN event_flag x ON x.event_id = g.id AND x.held);
END $$;
--;;
-- Derived rows of a person, worked out anew by whoever met them stale. False: somebody wrote in between; read and fold again.
CREATE FUNCTION refold(p_customer TEXT, p_base BIGINT, p_rows JSONB) RETURNS BOOLEAN
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
SET plan_cache_mode = force_generic_plan AS $$
DECLARE
    who app_user := me();
    head customer_head;
BEGIN
    SELECT * INTO head FROM customer_head WHERE customer_id = p_customer AND rooftop_id = who.rooftop_id FOR UPDATE;
    IF head.customer_id IS NULL OR head.events <> p_base THEN
        RETURN FALSE;
    END IF;
    PERFORM apply_rows(p_customer, who.rooftop_id, p_rows);
    UPDATE customer_head SET stale = FALSE WHERE customer_id = p_customer AND customer_head.stale;
    RETURN TRUE;
END $$;
--;;
-- What came after these places in the two feeds a desk reads, do-not-contact first; at most so many rows of each. The chain at
-- a place tells whether it is still the feed that was read before. That an event is held is said here too: the answer to the
-- push that said it first may have been lost on the way.
CREATE FUNCTION pull(p_after_0 BIGINT, p_chain_0 TEXT, p_after BIGINT, p_chain TEXT, p_limit INTEGER)
RETURNS TABLE (feed INTEGER, seq BIGINT, event_id TEXT, customer_id TEXT, chain TEXT, held BOOLEAN)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp
SET plan_cache_mode = force_generic_plan AS $$
#variable_conflict use_column
DECLARE
    who app_user := me();
    most INTEGER := least(p_limit, 10000);
BEGIN
    IF p_after_0 > 0 AND NOT EXISTS (SELECT 1 FROM feed f WHERE f.feed = 0 AND f.seq = p_after_0 AND f.chain = p_chain_0) THEN
        RAISE EXCEPTION 'the do-not-contact history differs at %', p_after_0 USING ERRCODE = 'BD004';
    END IF;
    IF p_after > 0 AND NOT EXISTS (SELECT 1 FROM feed f WHERE f.feed = who.rooftop_id AND f.seq = p_after AND f.chain = p_chain) THEN
        RAISE EXCEPTION 'the history differs at %', p_after USING ERRCODE = 'BD004';
    END IF;
    RETURN QUERY
        SELECT f.feed, f.seq, f.event_id, f.customer_id, f.chain,
               EXISTS (SELECT 1 FROM event_flag x WHERE x.event_id = f.event_id AND x.held)
        FROM feed f WHERE f.feed = 0 AND f.seq > p_after_0 ORDER BY f.seq LIMIT most;
    RETURN QUERY
        SELECT f.feed, f.seq, f.event_id, f.customer_id, f.chain,
               EXISTS (SELECT 1 FROM event_flag x WHERE x.event_id = f.event_id AND x.held)
        FROM feed f WHERE f.feed = who.rooftop_id AND f.seq > p_after ORDER BY f.seq LIMIT most;
END $$;
--;;
-- Takes a desk's events and tells what is new in its feeds, these events among it: one commit, and one answer that confirms
-- it. The numbers are given here, not at the commit, so that they can be told; nothing is written after that.
CREATE FUNCTION push_and_pull(p_origin TEXT, p_events JSONB, p_rows JSONB, p_after_0 BIGINT, p_chain_0 TEXT, p_after BIGINT,
                              p_chain TEXT, p_limit INTEGER)
RETURNS TABLE (last_n BIGINT, stale TEXT, refused TEXT, feed INTEGER, seq BIGINT, event_id TEXT, customer_id TEXT, chain TEXT,
               held BOOLEAN)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
SET plan_cache_mode = force_generic_plan AS $$
#variable_conflict use_column
DECLARE
    pushed RECORD;
BEGIN
    SELECT p.last_n, p.stale, p.held INTO pushed FROM push(p_origin, p_events, p_rows) p;
    SET CONSTRAINTS event_numbered IMMEDIATE;
    RETURN QUERY SELECT pushed.last_n, pushed.stale, pushed.held, f.*
                 FROM (SELECT 1) AS one
                 LEFT JOIN pull(p_after_0, p_chain_0, p_after, p_chain, p_limit) f ON TRUE;
END $$;
--;;
-- Where a feed is now: from here on a new desk reads it.
CREATE FUNCTION feed_end(p_feed INTEGER) RETURNS TABLE (seq BIGINT, chain TEXT)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    who app_user := me();
BEGIN
    IF p_feed NOT IN (0, who.rooftop_id) THEN
        RAISE EXCEPTION 'not your feed' USING ERRCODE = '42501';
    END IF;
    RETURN QUERY SELECT h.last_seq, h.last_chain FROM feed_head h WHERE h.feed = p_feed;
END $$;
