-- A change in the facts that is brought to lost and sleeping leads. Kept as it is written; once it is started, it is not changed.
CREATE TABLE campaign (
    rooftop_id INTEGER NOT NULL,
    id         TEXT NOT NULL,
    body       TEXT NOT NULL,   -- Campaign::toJson
    state      TEXT NOT NULL,   -- draft, started, stopped
    by_login   TEXT NOT NULL,   -- who wrote, started or stopped it last
    at         BIGINT NOT NULL, -- when
    started_at BIGINT NOT NULL, -- 0: never
    PRIMARY KEY (rooftop_id, id)
);
--;;
-- Whom a started campaign speaks to, and on which day their turn comes. That they were put on its plan stands on their history:
-- the event is named here, so that a start that was cut short goes on where it was.
CREATE TABLE campaign_person (
    rooftop_id  INTEGER NOT NULL,
    campaign_id TEXT NOT NULL,
    customer_id TEXT NOT NULL,
    lead_id     TEXT NOT NULL,
    place       INTEGER NOT NULL, -- in the order of their turns, from 1
    day         INTEGER NOT NULL, -- 20261201, by the site's calendar
    state       TEXT NOT NULL,    -- waiting, in, out (something came between), kept (stopped, but spoken with before), back
    why         TEXT NOT NULL,    -- out: the reason, as LeftOut has it, or "stopped"
    event_id    TEXT NOT NULL,    -- taking it back takes them out of the campaign; empty: waiting, out
    PRIMARY KEY (rooftop_id, campaign_id, customer_id)
);
