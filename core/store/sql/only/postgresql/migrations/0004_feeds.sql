-- Only PostgreSQL: the guard. Every event gets a number in one feed: 0 for do-not-contact (the whole group reads it), else
-- its rooftop's. Numbers are dense and in the order of the commits, because they are given at the commit under a lock on
-- the feed's head; a reader that saw number n has seen everything before it. Each number is chained to the one before by a
-- hash, so that a database restored from an older backup is recognised by whoever read further.
ALTER TABLE event_flag ALTER COLUMN event_id TYPE TEXT COLLATE "C", ALTER COLUMN flag TYPE TEXT COLLATE "C";
--;;
-- Every desk reads ids as UUIDs: one that is none would be nothing to all of them.
CREATE FUNCTION is_id(p_text TEXT) RETURNS BOOLEAN LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT p_text ~ '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$'
$$;
--;;
ALTER TABLE event ADD CONSTRAINT ids CHECK (is_id(id) AND is_id(customer_id) AND is_id(origin) AND (lead_id IS NULL OR is_id(lead_id)));
--;;
-- Two desks may have taken the same thing from the same source, while one of them was away.
ALTER TABLE intake_key DROP CONSTRAINT intake_key_pkey, ADD PRIMARY KEY (rooftop_id, value, customer_id);
--;;
CREATE INDEX intake_key_of_customer ON intake_key (rooftop_id, customer_id);
--;;
CREATE TABLE feed_head (
    feed       INTEGER PRIMARY KEY,
    last_seq   BIGINT NOT NULL,
    last_chain TEXT COLLATE "C" NOT NULL,
    hinted_at  BIGINT NOT NULL -- when listeners were last told to look
);
--;;
CREATE TABLE feed (
    feed        INTEGER NOT NULL,
    seq         BIGINT NOT NULL,
    event_id    TEXT COLLATE "C" NOT NULL UNIQUE,
    customer_id TEXT COLLATE "C" NOT NULL,
    chain       TEXT COLLATE "C" NOT NULL,
    received_at BIGINT NOT NULL, -- by this server's clock, whatever the desk's said
    PRIMARY KEY (feed, seq)
);
--;;
-- Desks: each counts its own events 1, 2, 3 ... and belongs to one person.
CREATE TABLE replica (
    origin  TEXT COLLATE "C" PRIMARY KEY CHECK (is_id(origin)),
    login   TEXT COLLATE "C" NOT NULL,
    station TEXT COLLATE "C" NOT NULL,
    last_n  BIGINT NOT NULL,
    revoked BOOLEAN NOT NULL,
    seen_at BIGINT NOT NULL
);
--;;
-- One row a person: how many events the history has about them (held ones apart), and whether the derived rows were worked out from all of
-- those. Its lock is the lock on the person: whoever writes about them or claims them takes it first and then looks again.
CREATE TABLE customer_head (
    customer_id TEXT COLLATE "C" PRIMARY KEY,
    rooftop_id  INTEGER NOT NULL,
    events      BIGINT NOT NULL,
    stale       BOOLEAN NOT NULL
) WITH (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02);
--;;
CREATE INDEX customer_head_stale ON customer_head (rooftop_id, customer_id) WHERE stale;
--;;
-- The server's clock. In a training database a session may set its own (beback.at), as --at does. Asked many times in every
-- push and claim: two conditions apart, because one with a query in it is planned anew at every call.
CREATE FUNCTION now_us() RETURNS BIGINT LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    set_at TEXT := current_setting('beback.at', TRUE);
BEGIN
    IF set_at <> '' THEN
        IF EXISTS (SELECT 1 FROM setting WHERE name = 'training' AND value = '1') THEN
            RETURN set_at::BIGINT;
        END IF;
    END IF;
    RETURN extract(epoch FROM clock_timestamp()) * 1000000;
END $$;
--;;
-- A hint is sent at most every 150 ms a feed: a NOTIFY in every commit would halve a busy server. Whoever was told looks
-- again after that time, until there is nothing new.
CREATE FUNCTION feed_append() RETURNS TRIGGER LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
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
    INSERT INTO feed (feed, seq, event_id, customer_id, chain, received_at)
    VALUES (number, head.last_seq, NEW.id, NEW.customer_id, head.last_chain, at);
    IF head.hinted_at = at THEN
        PERFORM pg_notify('beback_' || number, head.last_seq::TEXT);
    END IF;
    RETURN NULL;
END $$;
--;;
CREATE CONSTRAINT TRIGGER event_numbered AFTER INSERT ON event
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION feed_append();
--;;
-- Counts what is added, whoever adds it; what is held counts nowhere. Its flag is there before the event is.
CREATE FUNCTION event_count() RETURNS TRIGGER LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
SET plan_cache_mode = force_generic_plan AS $$
BEGIN
    INSERT INTO customer_head AS h (customer_id, rooftop_id, events, stale)
    SELECT a.customer_id, min(a.rooftop_id), count(*), FALSE FROM added a
    WHERE NOT EXISTS (SELECT 1 FROM event_flag f WHERE f.event_id = a.id AND f.held)
    GROUP BY a.customer_id ORDER BY a.customer_id
    ON CONFLICT (customer_id) DO UPDATE SET events = h.events + excluded.events
    WHERE h.rooftop_id = excluded.rooftop_id;
    RETURN NULL;
END $$;
--;;
CREATE TRIGGER event_counted AFTER INSERT ON event
REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION event_count();
--;;
CREATE FUNCTION feed_no_change() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the feed is append-only' USING ERRCODE = '42501';
END $$;
--;;
CREATE TRIGGER feed_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON feed
FOR EACH STATEMENT EXECUTE FUNCTION feed_no_change();
