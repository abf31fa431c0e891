-- One customer's history in canonical order (without what the guard held), every column, as for exchange and audit.
SELECT id, rooftop_id, customer_id, lead_id, origin, n, hlc, kind, version, medium, direction, outcome, occurred_at, recorded_at, actor, station, body
FROM event
WHERE rooftop_id = :rooftop_id AND customer_id = :customer_id
  AND (NOT EXISTS (SELECT 1 FROM event_flag h WHERE h.held)
       OR NOT EXISTS (SELECT 1 FROM event_flag f WHERE f.event_id = event.id AND f.held))
ORDER BY hlc, id
