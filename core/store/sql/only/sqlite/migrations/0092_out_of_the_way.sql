-- Only SQLite: its trigger language; see 0020. A desk of a shared database may besides move what others recorded to numbers nobody has:
-- where the shared database and their file were both restored, they went on with the same numbers for other entries, which are to be read.
DROP TRIGGER event_no_update;
--;;
CREATE TRIGGER event_no_update BEFORE UPDATE ON event
WHEN NOT (EXISTS (SELECT 1 FROM feed_cursor)
          AND new.id IS old.id AND new.rooftop_id IS old.rooftop_id AND new.customer_id IS old.customer_id
          AND new.lead_id IS old.lead_id AND new.kind IS old.kind AND new.version IS old.version AND new.medium IS old.medium
          AND new.direction IS old.direction AND new.outcome IS old.outcome AND new.actor IS old.actor
          AND new.station IS old.station AND new.body IS old.body
          AND ((EXISTS (SELECT 1 FROM desk d WHERE d.one = 1 AND d.origin = old.origin AND d.confirmed_n < old.n)
                AND new.hlc <= old.hlc AND new.occurred_at <= old.occurred_at AND new.recorded_at <= old.recorded_at)
               OR (EXISTS (SELECT 1 FROM desk d WHERE d.one = 1 AND d.origin <> old.origin)
                   AND new.origin IS old.origin AND new.n > 1099511627776
                   AND new.hlc IS old.hlc AND new.occurred_at IS old.occurred_at AND new.recorded_at IS old.recorded_at)))
BEGIN
    SELECT RAISE(ABORT, 'the history is append-only');
END
