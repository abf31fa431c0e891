-- Calls by a guide since then, with the answers that were given, in canonical order; what is held counts nowhere. Along the people's own
-- events, so that no older ones are read.
SELECT e.id, e.lead_id, e.actor, e.occurred_at, e.body
FROM (SELECT login FROM app_user WHERE rooftop_id = :rooftop_id UNION SELECT 'system') AS who
JOIN event e ON e.rooftop_id = :rooftop_id AND e.actor = who.login AND e.recorded_at >= :since
WHERE e.kind = 'attempt' AND e.body LIKE '%"guide"%'
  AND NOT EXISTS (SELECT 1 FROM event_flag f WHERE f.event_id = e.id AND f.held)
ORDER BY e.hlc, e.id
