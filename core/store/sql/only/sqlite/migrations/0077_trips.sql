-- Only SQLite: what a desk of a shared database knows of being away. The trip there is, at most one. `until` is by this desk's own
-- clock, and earlier than the shared database gives them to another; the row is there before that is asked, so that an answer
-- that was lost is asked for again.
CREATE TABLE trip (
    id         TEXT PRIMARY KEY,
    rooftop_id INTEGER NOT NULL,
    login      TEXT NOT NULL,
    begun_at   BIGINT NOT NULL,
    begun_n    BIGINT NOT NULL,  -- this desk's own events up to there were recorded before
    until      BIGINT NOT NULL,
    wanted     INTEGER NOT NULL,
    named      TEXT NOT NULL,    -- leads, parted by commas; empty: in the order of the queue
    granted    BOOLEAN NOT NULL  -- the answer is here
);
--;;
CREATE TABLE trip_lead (
    trip_id     TEXT NOT NULL,
    place       INTEGER NOT NULL, -- in the order they were given
    customer_id TEXT NOT NULL,
    lead_id     TEXT NOT NULL,
    epoch       BIGINT NOT NULL,
    brought     BOOLEAN NOT NULL, -- the whole history is here
    PRIMARY KEY (trip_id, customer_id)
);
--;;
-- When this desk last looked at its clocks: the computer's time, and the time since it was started, which runs on while it sleeps
-- and which nobody can set; see core/exchange/own_clock.h.
CREATE TABLE own_clock (
    one       INTEGER PRIMARY KEY CHECK (one = 1),
    wall      BIGINT NOT NULL,
    from_boot BIGINT NOT NULL,
    boot      TEXT NOT NULL
);
--;;
-- When a feed was last read to its end, by this desk's clock. 0: not known.
ALTER TABLE feed_cursor ADD COLUMN read_at BIGINT NOT NULL DEFAULT 0;
