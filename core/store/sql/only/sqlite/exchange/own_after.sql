-- Only SQLite: a desk's own store. Its own events after a number, in its order; the columns as in events_of_customer_whole.
SELECT e.id, e.rooftop_id, e.customer_id, e.lead_id, e.origin, e.n, e.hlc, e.kind, e.version, e.medium, e.direction, e.outcome,
       e.occurred_at, e.recorded_at, e.actor, e.station, e.body
FROM desk d
JOIN event e ON e.origin = d.origin AND e.n > :n
WHERE d.one = 1
ORDER BY e.n
LIMIT :limit
