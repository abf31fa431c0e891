-- Appointments set or cancelled since then, in canonical order, with when the person wrote last and which zones they may be in; what
-- is held counts nowhere. Along the index of what each person did.
SELECT e.id, e.kind, e.lead_id, e.occurred_at, e.recorded_at, e.body, l.last_reply_at, c.zones
FROM (SELECT login FROM app_user WHERE rooftop_id = :rooftop_id UNION SELECT 'system') AS who CROSS JOIN event e
JOIN lead l ON l.id = e.lead_id
JOIN customer c ON c.id = e.customer_id
WHERE e.rooftop_id = :rooftop_id AND e.actor = who.login AND e.recorded_at >= :since
  AND e.kind IN ('appointment_set', 'appointment_cancelled')
  AND NOT EXISTS (SELECT 1 FROM event_flag f WHERE f.event_id = e.id AND f.held)
ORDER BY e.hlc, e.id
