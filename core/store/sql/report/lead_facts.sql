-- What charts count of leads: those that are open, that came since then, or that were touched since then. With the zones of the
-- person. From the derived rows; see core/report/report_facts.h.
SELECT l.id, l.customer_id, l.status, l.owner, l.plan_id, l.source, l.arrived_at, l.last_attempt_at, l.attempts, l.reached,
       l.appointment_at, c.zones
FROM lead l
JOIN customer c ON c.id = l.customer_id
WHERE l.rooftop_id = :rooftop_id AND (l.status = 'open' OR l.arrived_at >= :since OR l.last_attempt_at >= :since)
