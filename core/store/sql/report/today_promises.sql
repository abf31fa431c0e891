-- Times that were promised up to :until, the first of them first, with who has the person in hand at :now. Along the queue's own
-- index: a promise is agreed on, so its person stands in a band of what is agreed, due no later than the promise can be kept.
SELECT l.id, l.customer_id, c.name, l.promise_at, l.promise_by,
       CASE WHEN q.lead_id = l.id AND q.band = 0 THEN q.medium ELSE 'call' END, COALESCE(k.login, '')
FROM queue_gate g CROSS JOIN queue q
JOIN lead l ON l.rooftop_id = q.rooftop_id AND l.customer_id = q.customer_id
JOIN customer c ON c.id = q.customer_id
LEFT JOIN claim k ON k.customer_id = q.customer_id AND k.until > :now
WHERE g.rooftop_id = :rooftop_id AND g.band IN (0, 1, 2, 4) AND g.rows > 0
  AND q.rooftop_id = g.rooftop_id AND q.owner = g.owner AND q.band = g.band AND q.gate = g.gate AND q.due_at <= :until
  AND l.promise_at > 0 AND l.promise_at <= :until AND (l.status = 'open' OR q.lead_id = l.id)
ORDER BY l.promise_at, l.id
