-- Only PostgreSQL: after a person's derived rows were written anew, under the lock on them (person_lock).
UPDATE customer_head h SET stale = FALSE, replan = FALSE, events = (
    SELECT COUNT(*) FROM event e WHERE e.rooftop_id = h.rooftop_id AND e.customer_id = h.customer_id
      AND NOT EXISTS (SELECT 1 FROM event_flag f WHERE f.event_id = e.id AND f.held))
WHERE h.rooftop_id = :rooftop_id AND h.customer_id = :customer_id
