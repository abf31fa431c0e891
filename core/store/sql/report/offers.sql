-- Calls on which something was offered against an objection since then, and the visits and sales that may have come of it, in
-- canonical order; what is held counts nowhere. Along the people's own events.
SELECT e.lead_id, e.id, e.kind, e.occurred_at, e.body
FROM (SELECT login FROM app_user WHERE rooftop_id = :rooftop_id UNION SELECT 'system') AS who
JOIN event e ON e.rooftop_id = :rooftop_id AND e.actor = who.login AND e.recorded_at >= :since
WHERE ((e.kind = 'attempt' AND e.body LIKE '%"solutions"%') OR e.kind IN ('appointment_set', 'lead_closed'))
  AND NOT EXISTS (SELECT 1 FROM event_flag f WHERE f.event_id = e.id AND f.held)
ORDER BY e.hlc, e.id
