-- Messages made from prepared words since then; what is held counts nowhere. Along the people's own events.
SELECT e.customer_id, e.lead_id, e.id, e.actor, e.medium, e.occurred_at, e.body
FROM (SELECT login FROM app_user WHERE rooftop_id = :rooftop_id UNION SELECT 'system') AS who
JOIN event e ON e.rooftop_id = :rooftop_id AND e.actor = who.login AND e.recorded_at >= :since
WHERE e.kind = 'attempt' AND e.body LIKE '%"wording"%'
  AND NOT EXISTS (SELECT 1 FROM event_flag f WHERE f.event_id = e.id AND f.held)
