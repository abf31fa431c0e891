-- Only SQLite: a desk of a shared database that was taken out there (revoke_desk of PostgreSQL) keeps nothing of the people it carried.
-- While this row stands, the desk does not connect; who joins anew removes it.
CREATE TABLE taken_out (
    one     INTEGER PRIMARY KEY CHECK (one = 1),
    by_name TEXT NOT NULL,   -- who took it out
    at      BIGINT NOT NULL, -- when, by the shared database's clock
    why     TEXT NOT NULL,
    site    TEXT NOT NULL,
    sent    INTEGER NOT NULL -- entries that waited here, and are looked at there now
);
--;;
-- The history stays append-only but for that.
DROP TRIGGER event_no_delete;
--;;
CREATE TRIGGER event_no_delete BEFORE DELETE ON event
WHEN NOT EXISTS (SELECT 1 FROM taken_out)
BEGIN
    SELECT RAISE(ABORT, 'the history is append-only');
END;
--;;
DROP TRIGGER duty_word_no_delete;
--;;
CREATE TRIGGER duty_word_no_delete BEFORE DELETE ON duty_word
WHEN NOT EXISTS (SELECT 1 FROM taken_out)
BEGIN
    SELECT RAISE(ABORT, 'words about duties are only added to');
END;
--;;
-- Everything in which a customer may be told; the site, its people, plans, words and rules stay. The desk's own number goes as well:
-- what is recorded from here on is another desk's.
CREATE TRIGGER taken_out_forgets AFTER INSERT ON taken_out
BEGIN
    DELETE FROM event;
    DELETE FROM event_flag;
    DELETE FROM contact_point;
    DELETE FROM queue;
    DELETE FROM queue_gate;
    DELETE FROM intake_key;
    DELETE FROM search_doc;
    INSERT INTO search_index (search_index) VALUES ('rebuild');
    DELETE FROM lead;
    DELETE FROM customer;
    DELETE FROM claim;
    DELETE FROM quarantine;
    DELETE FROM campaign_person;
    DELETE FROM duty_word;
    DELETE FROM trip_lead;
    DELETE FROM trip;
    DELETE FROM setting WHERE name LIKE 'draft/%';
    DELETE FROM feed_cursor;
    DELETE FROM desk;
END;
