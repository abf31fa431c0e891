-- Messages made from prepared words since then; what is held counts nowhere.
SELECT e.customer_id, e.id, e.occurred_at, e.body
FROM event e
WHERE e.rooftop_id = :rooftop_id AND e.kind = 'attempt' AND e.recorded_at >= :since AND e.body LIKE '%"wording"%'
  AND NOT EXISTS (SELECT 1 FROM event_flag f WHERE f.event_id = e.id AND f.held)
