-- Only PostgreSQL: customer_head is the guard's. The whole histories of some customers (ids parted by commas), page by page
-- after a place in their order, with how many events each has; the event's columns last, in the order of
-- events_of_customer_whole.
SELECT h.events, e.id, e.rooftop_id, e.customer_id, e.lead_id, e.origin, e.n, e.hlc, e.kind, e.version, e.medium, e.direction,
       e.outcome, e.occurred_at, e.recorded_at, e.actor, e.station, e.body
FROM customer_head h
JOIN event e ON e.rooftop_id = h.rooftop_id AND e.customer_id = h.customer_id
WHERE h.customer_id = ANY (string_to_array(:customers, ','))
  AND (e.customer_id, e.hlc, e.id) > (:after_customer, CAST(:after_hlc AS BIGINT), :after_id)
  AND NOT EXISTS (SELECT 1 FROM event_flag f WHERE f.event_id = e.id AND f.held)
ORDER BY e.customer_id, e.hlc, e.id
LIMIT CAST(:limit AS BIGINT)
