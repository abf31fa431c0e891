-- Who becomes due next, and when.
SELECT q.due_at, q.customer_id
FROM (SELECT (SELECT q.customer_id FROM queue q
              WHERE q.rooftop_id = g.rooftop_id AND q.owner = g.owner AND q.band = g.band AND q.gate = g.gate
                AND q.due_at > :now
              ORDER BY q.due_at, q.customer_id LIMIT 1) AS customer_id
      FROM queue_gate g
      WHERE g.rooftop_id = :rooftop_id AND g.owner IN ('', :login) AND g.band < 9) AS h
JOIN queue q ON q.customer_id = h.customer_id
ORDER BY q.due_at, q.customer_id
LIMIT 1
