-- Appointments agreed on for a day of which nobody has written down yet what became of them, the first one first: of open leads, along
-- their own index. Without those who refused everything.
SELECT l.id, l.customer_id, c.name, l.appointment_at, l.owner, l.story
FROM lead l
JOIN customer c ON c.id = l.customer_id
WHERE l.rooftop_id = :rooftop_id AND l.status = 'open' AND NOT c.refused AND l.appointment_at > 0
  AND l.appointment_at >= :since AND l.appointment_at < :until
ORDER BY l.appointment_at, l.id
