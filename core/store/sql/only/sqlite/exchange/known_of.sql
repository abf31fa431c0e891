-- Only SQLite: a desk's own store. How many of a customer's events the shared database surely has: others' came from there,
-- own ones came back in the feed.
SELECT COUNT(*)
FROM desk d
JOIN event e ON e.rooftop_id = :rooftop_id AND e.customer_id = :customer_id
WHERE d.one = 1 AND (e.origin <> d.origin OR e.n <= d.confirmed_n)
  AND NOT EXISTS (SELECT 1 FROM event_flag f WHERE f.event_id = e.id AND f.held)
