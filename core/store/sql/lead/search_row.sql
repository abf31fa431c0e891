-- What a search result shows; columns as Search takes them.
SELECT c.name, c.city, l.id, l.vehicle, l.stock, l.status, l.last_attempt_at,
       (SELECT p.value FROM contact_point p WHERE p.customer_id = c.id AND p.kind = 'phone' ORDER BY p.value LIMIT 1),
       (SELECT p.value FROM contact_point p WHERE p.customer_id = c.id AND p.kind = 'email' ORDER BY p.value LIMIT 1)
FROM customer c
LEFT JOIN lead l ON l.rooftop_id = c.rooftop_id AND l.customer_id = c.id
WHERE c.id = :customer_id
ORDER BY l.arrived_at DESC
LIMIT 1
