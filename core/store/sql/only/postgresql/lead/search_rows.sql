-- Only PostgreSQL: a JSON list is read differently. What search results show of these people; columns as Search takes them.
SELECT c.id, c.name, c.city, l.id, l.vehicle, l.stock, l.status, l.last_attempt_at,
       (SELECT p.value FROM contact_point p WHERE p.customer_id = c.id AND p.kind = 'phone' ORDER BY p.value LIMIT 1),
       (SELECT p.value FROM contact_point p WHERE p.customer_id = c.id AND p.kind = 'email' ORDER BY p.value LIMIT 1)
FROM customer c
LEFT JOIN LATERAL (SELECT n.* FROM lead n WHERE n.rooftop_id = c.rooftop_id AND n.customer_id = c.id
                   ORDER BY n.arrived_at DESC, n.id LIMIT 1) AS l ON TRUE
WHERE c.id IN (SELECT jsonb_array_elements_text(:ids::JSONB))
