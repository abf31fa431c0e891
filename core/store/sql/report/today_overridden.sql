-- Attempts recorded since then that went out by somebody's reason in spite of the check, the oldest first; what is held counts
-- nowhere. Along the index of what each person did.
SELECT e.id, e.actor, e.customer_id, e.lead_id, e.medium, e.recorded_at, e.body, c.name
FROM (SELECT login FROM app_user WHERE rooftop_id = :rooftop_id UNION SELECT 'system') AS who CROSS JOIN event e
JOIN customer c ON c.id = e.customer_id
WHERE e.rooftop_id = :rooftop_id AND e.actor = who.login AND e.recorded_at >= :since
  AND e.kind = 'attempt' AND e.body LIKE '%"kept%'
  AND NOT EXISTS (SELECT 1 FROM event_flag f WHERE f.event_id = e.id AND f.held)
ORDER BY e.recorded_at, e.id
