-- Only PostgreSQL: what desks wrote without knowing of each other, and what the guard held or remarked upon, is looked at by
-- somebody, once each. What it is about is found when it is asked for (core/exchange/meetings.h, event_flag); here stands who looked at it, and
-- what came of that. Only added to.
CREATE TABLE look (
    rooftop_id INTEGER NOT NULL,
    event_id   TEXT COLLATE "C" NOT NULL,
    what       TEXT COLLATE "C" NOT NULL, -- in the words of core/exchange/look.h
    by_login   TEXT COLLATE "C" NOT NULL,
    at         BIGINT NOT NULL,
    verdict    TEXT COLLATE "C" NOT NULL CHECK (verdict IN ('seen', 'let_in', 'left_out')),
    reason     TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (rooftop_id, event_id, what)
);
--;;
CREATE TRIGGER look_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON look FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--;;
ALTER TABLE look ENABLE ROW LEVEL SECURITY;
--;;
CREATE POLICY own_rooftop ON look FOR SELECT TO beback_agent, beback_manager USING (rooftop_id = (SELECT s.rooftop_id FROM my_site s));
--;;
GRANT SELECT ON look TO beback_agent, beback_manager;
--;;
-- Of a late attempt: who had the person when it came in, and since when. Claims go on, and would tell somebody else by the time it is looked at.
ALTER TABLE event_flag ADD COLUMN holder TEXT COLLATE "C" NOT NULL DEFAULT '', ADD COLUMN holder_since BIGINT NOT NULL DEFAULT 0;
--;;
-- Whether an event came in later than a desk that reaches the database would have sent it: only where one of them was away can two
-- truths meet, and who looks for that reads these few rows.
ALTER TABLE feed ADD COLUMN waited BOOLEAN NOT NULL DEFAULT FALSE;
--;;
CREATE INDEX feed_waited ON feed (feed, received_at) WHERE waited;
--;;
-- As before (0004), and it says whether the event waited for more than thirty seconds. By its stamp, which follows
-- those of others where the desk's own clock is slow.
CREATE OR REPLACE FUNCTION feed_append() RETURNS TRIGGER LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
SET plan_cache_mode = force_generic_plan AS $$
DECLARE
    number INTEGER := CASE WHEN NEW.kind IN ('dnc_set', 'dnc_clear') THEN 0 ELSE NEW.rooftop_id END;
    at BIGINT := now_us();
    head feed_head;
BEGIN
    INSERT INTO feed_head AS h (feed, last_seq, last_chain, hinted_at)
    VALUES (number, 1, encode(sha256(convert_to(NEW.id || NEW.actor || NEW.kind || NEW.hlc || NEW.body, 'UTF8')), 'hex'), at)
    ON CONFLICT (feed) DO UPDATE SET
        last_seq = h.last_seq + 1,
        last_chain = encode(sha256(convert_to(h.last_chain || NEW.id || NEW.actor || NEW.kind || NEW.hlc || NEW.body, 'UTF8')), 'hex'),
        hinted_at = CASE WHEN at - h.hinted_at NOT BETWEEN 0 AND 150000 THEN at ELSE h.hinted_at END
    RETURNING * INTO head;
    INSERT INTO feed (feed, seq, event_id, customer_id, chain, received_at, waited)
    VALUES (number, head.last_seq, NEW.id, NEW.customer_id, head.last_chain, at,
            at / 1000 - (NEW.hlc >> 16) > 30000);
    IF head.hinted_at = at THEN
        PERFORM pg_notify('beback_' || number, head.last_seq::TEXT);
    END IF;
    RETURN NULL;
END $$;
--;;
-- Whether a manager let this event in before it came: a database that was restored is filled by its desks in any order.
CREATE FUNCTION was_let_in(p_rooftop INTEGER, p_customer TEXT, p_event TEXT) RETURNS BOOLEAN
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT EXISTS (SELECT 1 FROM event e WHERE e.rooftop_id = p_rooftop AND e.customer_id = p_customer AND e.kind = 'let_in'
                   AND e.body LIKE '%"' || p_event || '"%'
                   AND NOT EXISTS (SELECT 1 FROM event_flag f WHERE f.event_id = e.id AND f.held))
$$;
--;;
-- To let in what was held is a manager's. Both functions as before (0070) apart from that, from what was let in before it came, and from
-- who had the person of a late attempt.
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
    IF given.kind IN ('dnc_clear', 'alert_answered', 'assigned', 'nudged', 'let_in')
       OR (given.kind = 'noted' AND given.body::JSONB ? 'coach') THEN
        RETURN CASE WHEN NOT was_let_in(who.rooftop_id, given.customer_id, given.id) THEN 'managers_only' END;
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
            RETURN CASE WHEN NOT was_let_in(who.rooftop_id, given.customer_id, given.id) THEN 'managers_only' END;
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
                          WHEN h.rooftop_id <> who.rooftop_id
                               OR f.kind IN ('dnc_clear', 'corrected', 'alert_answered', 'assigned', 'nudged', 'noted', 'let_in')
                              THEN why_held(who, f, fresh) END AS why
        FROM unnest(fresh) f LEFT JOIN customer_head h ON h.customer_id = f.customer_id),
    put AS (
        INSERT INTO event_flag (event_id, rooftop_id, flag, held)
        SELECT j.id, who.rooftop_id, j.why, TRUE FROM judged j WHERE j.why IS NOT NULL RETURNING event_id)
    SELECT coalesce(array_agg(put.event_id), '{}') INTO flagged FROM put;
    -- A late attempt is kept like any other, and says so: somebody else was given the person meanwhile.
    INSERT INTO event_flag (event_id, rooftop_id, flag, held, holder, holder_since)
    SELECT f.id, who.rooftop_id, 'late', FALSE, CASE k.login WHEN who.login THEN '' ELSE k.login END, k.since
    FROM unnest(fresh) f JOIN claim k ON k.customer_id = f.customer_id
    WHERE f.kind = 'attempt' AND f.id <> ALL (flagged) AND f.body::JSONB ? 'epoch'
      AND (k.epoch <> (f.body::JSONB ->> 'epoch')::BIGINT OR k.login NOT IN (who.login, ''));
    RETURN flagged;
END $$;
--;;
-- A manager lets in what was held: it counts from now on, and everybody who carries the person folds them anew, because this event
-- comes to them. What nobody can read, and what is about a person of another site, stays out.
CREATE FUNCTION event_let_in() RETURNS TRIGGER LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
SET plan_cache_mode = force_generic_plan AS $$
DECLARE
    let event;
    because TEXT;
BEGIN
    IF EXISTS (SELECT 1 FROM event_flag f WHERE f.event_id = NEW.id AND f.held) THEN
        RETURN NULL;
    END IF;
    -- One that comes in the same breath has no number yet: it was judged knowing of this one, or stays held.
    SELECT e.* INTO let FROM event e
    WHERE e.id = NEW.body::JSONB ->> 'event' AND e.customer_id = NEW.customer_id AND e.rooftop_id = NEW.rooftop_id
      AND EXISTS (SELECT 1 FROM feed f WHERE f.event_id = e.id)
      AND EXISTS (SELECT 1 FROM customer_head h WHERE h.customer_id = e.customer_id AND h.rooftop_id = e.rooftop_id);
    IF let.id IS NULL THEN
        RETURN NULL;
    END IF;
    UPDATE event_flag SET held = FALSE WHERE event_id = let.id AND event_flag.held AND flag NOT IN ('unreadable', 'not_yours')
    RETURNING flag INTO because;
    IF because IS NULL THEN
        RETURN NULL;
    END IF;
    UPDATE customer_head SET events = events + 1, stale = TRUE WHERE customer_id = let.customer_id;
    IF let.kind = 'dnc_set' OR let.outcome = 'asked_to_stop' THEN
        UPDATE claim k SET until = 0, login = '', epoch = k.epoch + 1
        WHERE k.customer_id = let.customer_id AND k.until > 0 AND k.login <> NEW.actor;
    END IF;
    INSERT INTO look (rooftop_id, event_id, what, by_login, at, verdict, reason)
    VALUES (NEW.rooftop_id, let.id, because, NEW.actor, now_us(), 'let_in', coalesce(NEW.body::JSONB ->> 'reason', ''))
    ON CONFLICT (rooftop_id, event_id, what) DO NOTHING;
    RETURN NULL;
END $$;
--;;
CREATE TRIGGER event_lets_in AFTER INSERT ON event FOR EACH ROW WHEN (NEW.kind = 'let_in') EXECUTE FUNCTION event_let_in();
--;;
-- Somebody looked at it. What is held is left out for good by a manager, with a reason, or let in by an event (above); all else was
-- seen. Agents look at what they wrote themselves. False: it was looked at before.
CREATE FUNCTION look_done(p_event TEXT, p_what TEXT, p_verdict TEXT, p_reason TEXT) RETURNS BOOLEAN
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    who app_user := me();
    about event;
    remark event_flag;
BEGIN
    SELECT * INTO about FROM event e WHERE e.id = p_event AND e.rooftop_id = who.rooftop_id;
    IF about.id IS NULL THEN
        RAISE EXCEPTION 'no such entry' USING ERRCODE = '22023';
    END IF;
    SELECT * INTO remark FROM event_flag f WHERE f.event_id = p_event;
    IF who.role <> 'manager' AND (about.actor <> who.login OR coalesce(remark.held, FALSE)) THEN
        RAISE EXCEPTION 'a manager looks at this' USING ERRCODE = '42501';
    END IF;
    IF p_what NOT IN ('after_opt_out', 'same_day', 'point_met', 'plan_met') AND p_what IS DISTINCT FROM remark.flag
       OR p_verdict IS DISTINCT FROM (CASE WHEN remark.held AND p_what = remark.flag THEN 'left_out' ELSE 'seen' END)
       OR length(p_reason) > 500 OR (p_verdict = 'left_out' AND btrim(p_reason) = '') THEN
        RAISE EXCEPTION 'no such look' USING ERRCODE = '22023';
    END IF;
    INSERT INTO look (rooftop_id, event_id, what, by_login, at, verdict, reason)
    VALUES (who.rooftop_id, p_event, p_what, who.login, now_us(), p_verdict, p_reason)
    ON CONFLICT (rooftop_id, event_id, what) DO NOTHING;
    RETURN FOUND;
END $$;
--;;
-- The histories, as far as they can tell of two truths that met, of those people about whom something came in late since then; of
-- each event when it came in, and when its desk had last reached the database when it was written down, as far as that can be seen:
-- of one that did not wait, when it came in itself (0: nothing of that desk came in at once before). Held events count in none.
-- An administrator has no rooftop and names one.
CREATE FUNCTION met_events(p_rooftop INTEGER, p_since BIGINT)
RETURNS TABLE (received_at BIGINT, reached_at BIGINT, name TEXT, id TEXT, rooftop_id INTEGER, customer_id TEXT, lead_id TEXT, origin TEXT,
               n BIGINT, hlc BIGINT, kind TEXT, version INTEGER, medium TEXT, direction TEXT, outcome TEXT, occurred_at BIGINT,
               recorded_at BIGINT, actor TEXT, station TEXT, body TEXT)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp
SET plan_cache_mode = force_generic_plan AS $$
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
        WITH people AS (
            SELECT DISTINCT f.customer_id FROM feed f
            JOIN customer_head h ON h.customer_id = f.customer_id AND h.rooftop_id = site
            WHERE f.feed IN (0, site) AND f.waited AND f.received_at >= p_since)
        SELECT came.received_at,
               CASE WHEN came.waited THEN coalesce((
                   SELECT pf.received_at FROM event p JOIN feed pf ON pf.event_id = p.id
                   WHERE p.origin = e.origin AND p.n < e.n AND NOT pf.waited ORDER BY p.n DESC LIMIT 1), 0)
               ELSE came.received_at END,
               coalesce(c.name, ''), e.id, e.rooftop_id, e.customer_id, e.lead_id, e.origin, e.n, e.hlc, e.kind, e.version, e.medium,
               e.direction, e.outcome, e.occurred_at, e.recorded_at, e.actor, e.station, e.body
        FROM people w
        JOIN event e ON e.rooftop_id = site AND e.customer_id = w.customer_id
            AND e.kind IN ('attempt', 'skipped', 'plan_chosen', 'contact_point_set', 'contact_point_removed', 'dnc_set', 'dnc_clear', 'corrected')
        JOIN feed came ON came.event_id = e.id
        LEFT JOIN customer c ON c.id = e.customer_id
        WHERE NOT EXISTS (SELECT 1 FROM event_flag x WHERE x.event_id = e.id AND x.held)
        ORDER BY e.customer_id, e.hlc, e.id;
END $$;
--;;
REVOKE ALL ON FUNCTION was_let_in(INTEGER, TEXT, TEXT), event_let_in(), look_done(TEXT, TEXT, TEXT, TEXT), met_events(INTEGER, BIGINT) FROM PUBLIC;
--;;
GRANT EXECUTE ON FUNCTION look_done(TEXT, TEXT, TEXT, TEXT), met_events(INTEGER, BIGINT) TO beback_agent, beback_manager;
