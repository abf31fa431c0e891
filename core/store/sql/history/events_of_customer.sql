-- One customer's history in canonical order (without what the guard held), the parts that folding and showing need; columns as ofCustomer() takes them.
SELECT id, lead_id, hlc, kind, medium, direction, outcome, occurred_at, actor, body
FROM event
WHERE rooftop_id = :rooftop_id AND customer_id = :customer_id
  AND (NOT EXISTS (SELECT 1 FROM event_flag h WHERE h.held)
       OR NOT EXISTS (SELECT 1 FROM event_flag f WHERE f.event_id = event.id AND f.held))
ORDER BY hlc, id
