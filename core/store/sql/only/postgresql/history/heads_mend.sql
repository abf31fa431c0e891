-- Only PostgreSQL: after the derived rows were written anew.
UPDATE customer_head h SET stale = FALSE, events = (
    SELECT COUNT(*) FROM event e WHERE e.rooftop_id = h.rooftop_id AND e.customer_id = h.customer_id
      AND NOT EXISTS (SELECT 1 FROM event_flag f WHERE f.event_id = e.id AND f.held))
WHERE h.rooftop_id = :rooftop_id
