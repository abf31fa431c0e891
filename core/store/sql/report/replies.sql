-- When people wrote to us since then; what is held counts nowhere. Along the people's own events: somebody wrote it down.
SELECT e.customer_id, e.id, e.occurred_at
FROM (SELECT login FROM app_user WHERE rooftop_id = :rooftop_id UNION SELECT 'system') AS who
JOIN event e ON e.rooftop_id = :rooftop_id AND e.actor = who.login AND e.recorded_at >= :since
WHERE e.kind = 'reply'
  AND NOT EXISTS (SELECT 1 FROM event_flag f WHERE f.event_id = e.id AND f.held)
