-- The gates that are not among :open and have somebody due: gate, and who is first behind it.
SELECT h.gate, h.customer_id
FROM (SELECT g.gate AS gate, g.band AS band,
             (SELECT q.customer_id FROM queue q
              WHERE q.rooftop_id = g.rooftop_id AND q.owner = g.owner AND q.band = g.band AND q.gate = g.gate
                AND q.due_at <= :now
              ORDER BY q.due_at, q.customer_id LIMIT 1) AS customer_id
      FROM queue_gate g
      WHERE g.rooftop_id = :rooftop_id AND g.owner IN ('', :login) AND g.band < 9
        AND :open NOT LIKE '%|' || g.gate || '|%') AS h
WHERE h.customer_id IS NOT NULL
ORDER BY h.band, h.gate
