-- The whole history, a page at a time, in the order of the desks and their numbers.
SELECT id, rooftop_id, customer_id, lead_id, origin, n, hlc, kind, version, medium, direction, outcome, occurred_at, recorded_at, actor, station, body
FROM event
WHERE (origin, n) > (:origin, :n)
ORDER BY origin, n
LIMIT :limit
