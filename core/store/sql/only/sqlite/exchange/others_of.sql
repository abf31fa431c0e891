-- Only SQLite: a desk's own store. What others recorded about a customer and counts here.
SELECT e.id
FROM desk d
JOIN event e ON e.rooftop_id = :rooftop_id AND e.customer_id = :customer_id AND e.origin <> d.origin
WHERE d.one = 1 AND NOT EXISTS (SELECT 1 FROM event_flag f WHERE f.event_id = e.id AND f.held)
