-- Only PostgreSQL: at which of a person's desks a lease is held, so that taking out one computer ends what is held there, and nothing of
-- what the person has in hand elsewhere. Empty: not known (a session that greeted as no desk).
ALTER TABLE claim ADD COLUMN desk TEXT COLLATE "C" NOT NULL DEFAULT coalesce(current_setting('beback.desk', TRUE), '');
--;;
-- As before (0077), and it is held at the desk this session greeted as.
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
        until = excluded.until, since = excluded.since, trip = '', desk = excluded.desk
    WHERE k.until <= at
    RETURNING * INTO given;
    RETURN given;
END $$;
--;;
-- As before (0077); whoever renews it at another desk holds it there from then on.
CREATE OR REPLACE FUNCTION renew(p_customer TEXT, p_epoch BIGINT, p_lease_us BIGINT) RETURNS BIGINT
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    who app_user := me();
    lasts BIGINT;
BEGIN
    IF p_lease_us NOT BETWEEN 100000 AND 43200000000 THEN
        RAISE EXCEPTION 'no lease is that long' USING ERRCODE = '22023';
    END IF;
    UPDATE claim SET until = CASE trip WHEN '' THEN now_us() + p_lease_us ELSE greatest(until, now_us() + p_lease_us) END,
                     desk = CASE trip WHEN '' THEN coalesce(current_setting('beback.desk', TRUE), '') ELSE desk END
    WHERE customer_id = p_customer AND login = who.login AND epoch = p_epoch
    RETURNING until INTO lasts;
    RETURN lasts;
END $$;
--;;
-- Whoever is in hand at one desk and taken along by another of the same person is held there; see check_out().
CREATE FUNCTION claim_goes_along() RETURNS TRIGGER LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    NEW.desk := coalesce(current_setting('beback.desk', TRUE), '');
    RETURN NEW;
END $$;
--;;
CREATE TRIGGER claim_goes_along BEFORE UPDATE OF trip ON claim
    FOR EACH ROW WHEN (NEW.trip <> '' AND NEW.trip <> OLD.trip) EXECUTE FUNCTION claim_goes_along();
--;;
-- As before (0081), but only what is held at the desks that are taken out is given back, and what is held at nobody knows which.
CREATE OR REPLACE FUNCTION revoke_desk(p_rooftop INTEGER, p_station TEXT, p_why TEXT)
RETURNS TABLE (login TEXT, name TEXT, desks INTEGER, leases INTEGER)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
DECLARE
    site INTEGER := p_rooftop;
    speaker TEXT := session_user;
    who app_user;
    whose TEXT[];
    gone TEXT[];
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
        RETURNING r.login, r.origin)
    SELECT array_agg(t.login), array_agg(t.origin) INTO whose, gone FROM taken t;
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
            FROM (SELECT o.customer_id, o.login FROM claim o
                  WHERE o.rooftop_id = site AND o.login = ANY (whose) AND o.until > 0 AND (o.desk = '' OR o.desk = ANY (gone))) AS was
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
REVOKE ALL ON FUNCTION claim_goes_along() FROM PUBLIC;
