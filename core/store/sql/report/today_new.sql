-- Leads that are due for their first touch, the longest waiting first: the first :limit of them, each with how many there are. Along
-- the queue's own index.
SELECT COUNT(*) OVER (), q.lead_id, c.name, q.due_at
FROM queue_gate g CROSS JOIN queue q
JOIN customer c ON c.id = q.customer_id
WHERE g.rooftop_id = :rooftop_id AND g.band = 2 AND g.rows > 0
  AND q.rooftop_id = g.rooftop_id AND q.owner = g.owner AND q.band = g.band AND q.gate = g.gate AND q.due_at <= :now
ORDER BY q.due_at, q.customer_id
LIMIT :limit
