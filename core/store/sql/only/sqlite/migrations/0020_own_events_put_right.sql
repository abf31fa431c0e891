-- Only SQLite: its trigger language. The history stays append-only, with one exception: a desk of a shared database (one that
-- reads its feeds) may put right the number and the stamps of what it recorded itself and nobody else has seen. What was
-- recorded, about whom and by whom never changes, and nothing is moved into the future.
DROP TRIGGER event_no_update;
--;;
CREATE TRIGGER event_no_update BEFORE UPDATE ON event
WHEN NOT (EXISTS (SELECT 1 FROM feed_cursor)
          AND EXISTS (SELECT 1 FROM desk d WHERE d.one = 1 AND d.origin = old.origin AND d.confirmed_n < old.n)
          AND new.id IS old.id AND new.rooftop_id IS old.rooftop_id AND new.customer_id IS old.customer_id
          AND new.lead_id IS old.lead_id AND new.kind IS old.kind AND new.version IS old.version AND new.medium IS old.medium
          AND new.direction IS old.direction AND new.outcome IS old.outcome AND new.actor IS old.actor
          AND new.station IS old.station AND new.body IS old.body
          AND new.hlc <= old.hlc AND new.occurred_at <= old.occurred_at AND new.recorded_at <= old.recorded_at)
BEGIN
    SELECT RAISE(ABORT, 'the history is append-only');
END
