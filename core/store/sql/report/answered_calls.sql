-- Calls by a guide since then, with the answers that were given, in canonical order; what is held counts nowhere.
SELECT e.id, e.lead_id, e.actor, e.occurred_at, e.body
FROM event e
WHERE e.rooftop_id = :rooftop_id AND e.kind = 'attempt' AND e.recorded_at >= :since AND e.body LIKE '%"guide"%'
  AND NOT EXISTS (SELECT 1 FROM event_flag f WHERE f.event_id = e.id AND f.held)
ORDER BY e.hlc, e.id
