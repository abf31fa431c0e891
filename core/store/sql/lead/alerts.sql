-- Calls for a manager since then, and what became of them, in canonical order; what is held counts nowhere.
SELECT e.id, e.customer_id, e.lead_id, e.kind, e.occurred_at, e.actor, e.body, c.name, l.vehicle
FROM event e
JOIN customer c ON c.id = e.customer_id
JOIN lead l ON l.id = e.lead_id
WHERE e.rooftop_id = :rooftop_id AND e.kind IN ('alert_raised', 'alert_seen', 'alert_answered') AND e.recorded_at >= :since
  AND NOT EXISTS (SELECT 1 FROM event_flag f WHERE f.event_id = e.id AND f.held)
ORDER BY e.hlc, e.id
