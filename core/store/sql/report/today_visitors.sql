-- Who came in and what was closed since then; what is held counts nowhere. Along the index of what each person did.
SELECT e.id, e.kind, e.customer_id, e.occurred_at, e.body
FROM (SELECT login FROM app_user WHERE rooftop_id = :rooftop_id UNION SELECT 'system') AS who CROSS JOIN event e
JOIN lead l ON l.id = e.lead_id
WHERE e.rooftop_id = :rooftop_id AND e.actor = who.login AND e.recorded_at >= :since
  AND ((e.kind = 'attempt' AND e.outcome = 'kept') OR e.kind = 'lead_closed')
  AND NOT EXISTS (SELECT 1 FROM event_flag f WHERE f.event_id = e.id AND f.held)
