SELECT id, rooftop_id, customer_id, lead_id, origin, n, hlc, kind, version, medium, direction, outcome, occurred_at, recorded_at, actor, station, body
FROM event
WHERE id = :id
