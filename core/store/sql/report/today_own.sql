-- What is due for one person's own leads, the oldest first; but first touches. Along the queue's own index.
SELECT q.lead_id, q.customer_id, c.name, q.band, q.medium, q.due_at, q.step, q.steps
FROM queue_gate g CROSS JOIN queue q
JOIN customer c ON c.id = q.customer_id
WHERE g.rooftop_id = :rooftop_id AND g.owner = :owner AND g.band < 9 AND g.band <> 2 AND g.rows > 0
  AND q.rooftop_id = g.rooftop_id AND q.owner = g.owner AND q.band = g.band AND q.gate = g.gate AND q.due_at <= :now
ORDER BY q.due_at, q.customer_id
