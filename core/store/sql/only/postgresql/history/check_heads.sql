-- Only PostgreSQL: the guard's count of each person's events, where it is wrong, and who is marked stale (which is no
-- difference: whether their rows say what the history says is looked at like everybody's).
SELECT h.customer_id, h.events, c.events, h.stale OR h.replan
FROM customer_head h
CROSS JOIN LATERAL (
    SELECT COUNT(*) AS events FROM event e WHERE e.rooftop_id = h.rooftop_id AND e.customer_id = h.customer_id
      AND NOT EXISTS (SELECT 1 FROM event_flag f WHERE f.event_id = e.id AND f.held)) AS c
WHERE h.rooftop_id = :rooftop_id AND (h.events <> c.events OR h.stale OR h.replan)
ORDER BY h.customer_id
