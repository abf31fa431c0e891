-- Only SQLite: a desk's own store. Its own events that did not come back in the feed yet and whose stamps lie after :hlc, in
-- its order; the columns as in events_of_customer_whole.
SELECT e.id, e.rooftop_id, e.customer_id, e.lead_id, e.origin, e.n, e.hlc, e.kind, e.version, e.medium, e.direction, e.outcome,
       e.occurred_at, e.recorded_at, e.actor, e.station, e.body
FROM desk d
JOIN event e ON e.origin = d.origin AND e.n > d.confirmed_n
WHERE d.one = 1 AND e.hlc > :hlc
ORDER BY e.n
