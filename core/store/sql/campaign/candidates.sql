-- Leads a campaign may speak to, with their people; the rest is decided from each history. Patterns are in small letters.
SELECT l.customer_id
FROM lead l
WHERE l.rooftop_id = :rooftop_id AND (l.status = 'lost' AND :lost = 1 OR l.status = 'open' AND :sleeping = 1)
  AND l.arrived_at <= :came_until AND l.arrived_at >= :came_from
  AND LOWER(l.vehicle) LIKE :make ESCAPE '!' AND LOWER(l.vehicle) LIKE :model ESCAPE '!'
  AND (:any_objection = 1
       OR EXISTS (SELECT 1 FROM event e
                  WHERE e.rooftop_id = l.rooftop_id AND e.customer_id = l.customer_id AND e.lead_id = l.id AND e.kind = 'objection'))
GROUP BY l.customer_id
ORDER BY l.customer_id
