-- Only SQLite: what a desk of a shared database keeps about the exchange with it. An embedded store leaves it empty.
-- Own events up to confirmed_n came back in the feed; those after it are the outbox.
ALTER TABLE desk ADD COLUMN confirmed_n BIGINT NOT NULL DEFAULT 0;
--;;
-- How far each feed of the shared database was read. The chain proves that it is still the same feed.
CREATE TABLE feed_cursor (
    feed  INTEGER PRIMARY KEY, -- 0: do-not-contact, of the whole group; else the rooftop's
    seq   BIGINT NOT NULL,
    chain TEXT NOT NULL
);
