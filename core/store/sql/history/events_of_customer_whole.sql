-- One customer's history in canonical order, every column, as for exchange and audit.
SELECT id, rooftop_id, customer_id, lead_id, origin, n, hlc, kind, version, medium, direction, outcome, occurred_at, recorded_at, actor, station, body
FROM event
WHERE rooftop_id = :rooftop_id AND customer_id = :customer_id
ORDER BY hlc, id
