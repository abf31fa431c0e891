-- Only PostgreSQL: a desk that was lost is taken out. The database knows people, not devices: whoever has the person's password can
-- still make a new desk, so they are to be given a new one. What is taken out: the desk's number. Who comes under it is told, may
-- hand over what they have, which is held until a manager looked at it, and reads nothing any more.
ALTER TABLE replica ADD COLUMN revoked_at BIGINT NOT NULL DEFAULT 0, ADD COLUMN revoked_by TEXT COLLATE "C" NOT NULL DEFAULT '',
    ADD COLUMN revoked_why TEXT COLLATE "C" NOT NULL DEFAULT '';
--;;
-- As before (0005), and a desk that was taken out is nobody's any more. Every function of the guard asks this first.
CREATE OR REPLACE FUNCTION me() RETURNS app_user LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    who app_user;
    desk TEXT := current_setting('beback.desk', TRUE);
BEGIN
    SELECT * INTO who FROM app_user WHERE login = session_user AND active;
    IF who.login IS NULL THEN
        RAISE EXCEPTION 'nobody works here under this name' USING ERRCODE = '42501';
    END IF;
    IF desk <> '' THEN
        IF EXISTS (SELECT 1 FROM replica r WHERE r.origin = desk AND r.revoked) THEN
            RAISE EXCEPTION 'not your desk' USING ERRCODE = 'BD007';
        END IF;
    END IF;
    RETURN who;
END $$;
--;;
-- As before (0005): what is read past those functions is read by it. Asked once a statement.
CREATE OR REPLACE VIEW my_site WITH (security_barrier) AS
SELECT u.rooftop_id FROM app_user u WHERE u.login = session_user AND u.active
    AND NOT EXISTS (SELECT 1 FROM replica r WHERE r.origin = nullif(current_setting('beback.desk', TRUE), '') AND r.revoked);
--;;
-- As before (0005), and the session is that desk's from here on; when it was seen is noted where nobody else is writing that now.
CREATE OR REPLACE FUNCTION handshake(p_origin TEXT, p_station TEXT)
RETURNS TABLE (login TEXT, name TEXT, role TEXT, rooftop_id INTEGER, last_n BIGINT, last_id TEXT, server_us BIGINT)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
SET plan_cache_mode = force_generic_plan AS $$
#variable_conflict use_column
DECLARE
    who app_user;
    known replica;
BEGIN
    PERFORM set_config('beback.desk', '', FALSE); -- a session may greet again as another desk
    who := me();
    INSERT INTO replica (origin, login, station, last_n, revoked, seen_at)
    VALUES (p_origin, who.login, p_station, 0, FALSE, now_us()) ON CONFLICT (origin) DO NOTHING;
    SELECT * INTO known FROM replica WHERE origin = p_origin;
    IF known.login <> who.login OR known.revoked THEN
        RAISE EXCEPTION 'not your desk' USING ERRCODE = 'BD007';
    END IF;
    PERFORM set_config('beback.desk', p_origin, FALSE);
    UPDATE replica SET seen_at = now_us(), station = p_station
    WHERE origin IN (SELECT r.origin FROM replica r WHERE r.origin = p_origin AND NOT r.revoked FOR UPDATE SKIP LOCKED);
    RETURN QUERY SELECT who.login, who.name, who.role, who.rooftop_id, known.last_n,
                        (SELECT e.id FROM event e WHERE e.origin = p_origin AND e.n = known.last_n), now_us();
END $$;
--;;
-- Desks: an agent's own, of a manager's site all; an administrator has no site and names one. held: entries of it that nobody has
-- looked at yet.
CREATE FUNCTION desks(p_rooftop INTEGER)
RETURNS TABLE (origin TEXT, login TEXT, name TEXT, station TEXT, events BIGINT, seen_at BIGINT, revoked BOOLEAN, revoked_at BIGINT,
               revoked_by TEXT, revoked_why TEXT, held BIGINT)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
DECLARE
    site INTEGER := p_rooftop;
    who app_user;
BEGIN
    IF NOT pg_has_role(session_user, 'beback_owner', 'MEMBER') THEN
        who := me();
        site := who.rooftop_id;
    END IF;
    RETURN QUERY
        SELECT r.origin, r.login, u.name, r.station, r.last_n, r.seen_at, r.revoked, r.revoked_at, r.revoked_by, r.revoked_why,
               (SELECT count(*) FROM event_flag f JOIN event e ON e.id = f.event_id
                WHERE f.rooftop_id = site AND f.held AND f.flag = 'revoked' AND e.origin = r.origin
                  AND NOT EXISTS (SELECT 1 FROM look l WHERE l.rooftop_id = site AND l.event_id = f.event_id AND l.what = f.flag))
        FROM replica r JOIN app_user u ON u.login = r.login
        WHERE u.rooftop_id = site AND (who.login IS NULL OR who.role = 'manager' OR r.login = who.login)
        ORDER BY u.name, r.login, r.seen_at DESC, r.origin;
END $$;
--;;
-- Takes out every desk of this name (its station, or its origin), whoever's of the site it is. What these people have in hand is
-- given back at once, wherever they have it: the database does not know at which of their desks; an attempt under such a lease is
-- late. Their sessions end, where the server lets the owner do that; at their other desks they are back by themselves.
-- One row a person. No row: there is no such desk here, or it was taken out before.
CREATE FUNCTION revoke_desk(p_rooftop INTEGER, p_station TEXT, p_why TEXT)
RETURNS TABLE (login TEXT, name TEXT, desks INTEGER, leases INTEGER)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
DECLARE
    site INTEGER := p_rooftop;
    speaker TEXT := session_user;
    who app_user;
    whose TEXT[];
BEGIN
    IF NOT pg_has_role(session_user, 'beback_owner', 'MEMBER') THEN
        who := me();
        IF who.role <> 'manager' THEN
            RAISE EXCEPTION 'only a manager takes out a desk' USING ERRCODE = '42501';
        END IF;
        site := who.rooftop_id;
    END IF;
    IF length(btrim(p_why)) NOT BETWEEN 1 AND 500 THEN
        RAISE EXCEPTION 'no reason' USING ERRCODE = '22023';
    END IF;
    WITH taken AS (
        UPDATE replica r SET revoked = TRUE, revoked_at = now_us(), revoked_by = speaker, revoked_why = p_why
        FROM app_user u
        WHERE u.login = r.login AND u.rooftop_id = site AND NOT r.revoked
          AND (lower(r.station) = lower(p_station) OR r.origin = p_station)
        RETURNING r.login)
    SELECT array_agg(t.login) INTO whose FROM taken t;
    IF whose IS NULL THEN
        RETURN;
    END IF;
    -- In one order for everybody, persons before claims, as push() locks them.
    PERFORM 1 FROM customer_head h
    WHERE h.customer_id IN (SELECT k.customer_id FROM claim k WHERE k.rooftop_id = site AND k.login = ANY (whose) AND k.until > 0)
    ORDER BY h.customer_id FOR UPDATE;
    RETURN QUERY
        WITH ended AS (
            UPDATE claim k SET until = 0, login = '', trip = '', epoch = k.epoch + 1
            FROM (SELECT o.customer_id, o.login FROM claim o WHERE o.rooftop_id = site AND o.login = ANY (whose) AND o.until > 0) AS was
            WHERE k.customer_id = was.customer_id
            RETURNING was.login)
        SELECT u.login, u.name, (SELECT count(*)::INTEGER FROM unnest(whose) w WHERE w = u.login),
               (SELECT count(*)::INTEGER FROM ended d WHERE d.login = u.login)
        FROM app_user u WHERE u.login = ANY (whose) ORDER BY u.name, u.login;
    BEGIN
        PERFORM pg_terminate_backend(a.pid) FROM pg_stat_activity a JOIN pg_roles o ON o.rolname = a.usename AND NOT o.rolsuper
        WHERE a.datname = current_database() AND a.pid <> pg_backend_pid() AND a.usename = ANY (whose);
    EXCEPTION WHEN insufficient_privilege THEN
        NULL; -- the guard answers them no more all the same
    END;
END $$;
--;;
-- For a desk that was refused: by whom it was taken out, when and why. No row: it was not, or it is another person's.
CREATE FUNCTION revoked_as(p_origin TEXT) RETURNS TABLE (by_name TEXT, at BIGINT, why TEXT, site TEXT, server_us BIGINT)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT coalesce(b.name, r.revoked_by), r.revoked_at, r.revoked_why, s.name, now_us()
    FROM replica r JOIN app_user u ON u.login = r.login AND u.active JOIN rooftop s ON s.id = u.rooftop_id
    LEFT JOIN app_user b ON b.login = r.revoked_by
    WHERE r.origin = p_origin AND r.login = session_user AND r.revoked
$$;
--;;
-- What a desk that was taken out still has. All of it is kept, numbered here and held until a manager looked at it; nothing is worked
-- out from it and nothing is told. Sent again, nothing is there twice. Where its numbers do not follow those that are known (an older
-- backup of its file came), it gets a number of its own. How many of these events are here now.
CREATE FUNCTION hand_over(p_origin TEXT, p_events JSONB) RETURNS INTEGER
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
SET plan_cache_mode = force_generic_plan AS $$
DECLARE
    who app_user;
    known replica;
    fresh event[];
    strange TEXT[];
    under TEXT := p_origin;
    after BIGINT;
BEGIN
    SELECT * INTO who FROM app_user u WHERE u.login = session_user AND u.active;
    SELECT * INTO known FROM replica r WHERE r.origin = p_origin FOR UPDATE;
    IF known.origin IS NULL OR known.login IS DISTINCT FROM who.login OR NOT known.revoked THEN
        RAISE EXCEPTION 'not your desk' USING ERRCODE = 'BD007';
    END IF;
    IF jsonb_array_length(p_events) > 1000 THEN
        RAISE EXCEPTION 'too many events at once' USING ERRCODE = 'BD005';
    END IF;
    SELECT array_agg(ROW(e.id, who.rooftop_id, e.customer_id, e.lead_id, p_origin, e.n, e.hlc, e.kind, e.version, e.medium,
                         e.direction, e.outcome, e.occurred_at, e.recorded_at,
                         CASE WHEN e.actor = 'system' THEN e.actor ELSE who.login END, e.station, e.body)::event ORDER BY e.n)
    INTO fresh
    FROM jsonb_to_recordset(p_events) AS e (id TEXT, customer_id TEXT, lead_id TEXT, n BIGINT, hlc BIGINT, kind TEXT,
        version INTEGER, medium TEXT, direction TEXT, outcome TEXT, occurred_at BIGINT, recorded_at BIGINT, actor TEXT,
        station TEXT, body TEXT)
    WHERE NOT EXISTS (SELECT 1 FROM event o WHERE o.id = e.id);
    IF fresh IS NULL THEN
        RETURN jsonb_array_length(p_events);
    END IF;
    IF (SELECT max(f.hlc >> 16) FROM unnest(fresh) f) > now_us() / 1000 + 300000 THEN
        RAISE EXCEPTION 'the clock of this desk is ahead' USING ERRCODE = 'BD003';
    END IF;
    after := known.last_n;
    IF fresh[1].n <> known.last_n + 1 THEN
        under := gen_random_uuid()::TEXT;
        after := 0;
        INSERT INTO replica (origin, login, station, last_n, revoked, seen_at, revoked_at, revoked_by, revoked_why)
        VALUES (under, known.login, known.station, 0, TRUE, now_us(), known.revoked_at, known.revoked_by, known.revoked_why);
    END IF;
    INSERT INTO customer_head (customer_id, rooftop_id, events, stale)
    SELECT DISTINCT f.customer_id, who.rooftop_id, 0, FALSE FROM unnest(fresh) f ORDER BY 1
    ON CONFLICT (customer_id) DO NOTHING;
    PERFORM 1 FROM customer_head h
    WHERE h.customer_id IN (SELECT f.customer_id FROM unnest(fresh) f) ORDER BY h.customer_id FOR UPDATE;
    strange := unreadable(fresh);
    INSERT INTO event_flag (event_id, rooftop_id, flag, held)
    SELECT f.id, who.rooftop_id, CASE
               WHEN f.id = ANY (strange) THEN 'unreadable'
               WHEN EXISTS (SELECT 1 FROM customer_head h WHERE h.customer_id = f.customer_id AND h.rooftop_id <> who.rooftop_id) THEN 'not_yours'
               ELSE 'revoked' END, TRUE
    FROM unnest(fresh) f WHERE NOT was_let_in(who.rooftop_id, f.customer_id, f.id) OR f.id = ANY (strange);
    INSERT INTO event
    SELECT f.id, f.rooftop_id, f.customer_id, f.lead_id, under, after + row_number() OVER (ORDER BY f.n), f.hlc, f.kind, f.version,
           f.medium, f.direction, f.outcome, f.occurred_at, f.recorded_at, f.actor, f.station, f.body
    FROM unnest(fresh) f ORDER BY f.kind IN ('dnc_set', 'dnc_clear') DESC, f.n;
    UPDATE customer_head h SET stale = TRUE -- where something was let in before it came
    FROM (SELECT DISTINCT f.customer_id FROM unnest(fresh) f WHERE NOT EXISTS (SELECT 1 FROM event_flag x WHERE x.event_id = f.id)) AS p
    WHERE h.customer_id = p.customer_id AND h.rooftop_id = who.rooftop_id;
    UPDATE replica SET last_n = after + cardinality(fresh), seen_at = now_us() WHERE origin = under;
    RETURN (SELECT count(*) FROM jsonb_to_recordset(p_events) AS e (id TEXT) JOIN event o ON o.id = e.id);
END $$;
--;;
REVOKE ALL ON FUNCTION desks(INTEGER), revoke_desk(INTEGER, TEXT, TEXT), revoked_as(TEXT), hand_over(TEXT, JSONB) FROM PUBLIC;
--;;
GRANT EXECUTE ON FUNCTION desks(INTEGER), revoke_desk(INTEGER, TEXT, TEXT), revoked_as(TEXT), hand_over(TEXT, JSONB)
    TO beback_agent, beback_manager;
