-- Only SQLite: a JSON list is read differently. What search results show of these people; columns as Search takes them.
SELECT c.id, c.name, c.city, l.id, l.vehicle, l.stock, l.status, l.last_attempt_at,
       (SELECT p.value FROM contact_point p WHERE p.customer_id = c.id AND p.kind = 'phone' ORDER BY p.value LIMIT 1),
       (SELECT p.value FROM contact_point p WHERE p.customer_id = c.id AND p.kind = 'email' ORDER BY p.value LIMIT 1)
FROM customer c
LEFT JOIN lead l ON l.id = (SELECT n.id FROM lead n WHERE n.rooftop_id = c.rooftop_id AND n.customer_id = c.id
                            ORDER BY n.arrived_at DESC, n.id LIMIT 1)
WHERE c.id IN (SELECT i.value FROM json_each(:ids) i)
