-- One customer's history in canonical order, the parts that folding and showing need; columns as ofCustomer() takes them.
SELECT id, lead_id, hlc, kind, medium, direction, outcome, occurred_at, actor, body
FROM event
WHERE rooftop_id = :rooftop_id AND customer_id = :customer_id
ORDER BY hlc, id
