-- Only SQLite: a desk's own store. Its own events that did not come back in the feed yet, in its order; before each, the
-- number of the last one this desk recorded about the same person.
SELECT (SELECT MAX(x.n) FROM event x
        WHERE x.rooftop_id = e.rooftop_id AND x.customer_id = e.customer_id AND x.origin = e.origin),
       e.id, e.rooftop_id, e.customer_id, e.lead_id, e.origin, e.n, e.hlc, e.kind, e.version, e.medium, e.direction, e.outcome,
       e.occurred_at, e.recorded_at, e.actor, e.station, e.body
FROM desk d
JOIN event e ON e.origin = d.origin AND e.n > d.confirmed_n
WHERE d.one = 1
ORDER BY e.n
LIMIT :limit
