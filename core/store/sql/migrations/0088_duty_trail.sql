-- derived: what managers' duties follow from and end by, of the customer; see core/history/duty_trail.h. Empty: no duty follows from
-- anything, or the person is still to be worked out anew, which is done when a newer program opens the store.
ALTER TABLE customer ADD COLUMN duty_trail TEXT NOT NULL DEFAULT '';
--;;
-- The last time a duty may follow from something in it; 0: none does.
ALTER TABLE customer ADD COLUMN duty_at BIGINT NOT NULL DEFAULT 0;
--;;
-- Whoever lists duties reads the few of whom one may still be due, and no history.
CREATE INDEX customer_duty ON customer (rooftop_id, duty_at) WHERE duty_at > 0;
--;;
DROP INDEX event_far_reaching;
