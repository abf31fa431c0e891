-- How many people are due until a moment, by whose they are and behind which gate: owner (empty: anybody's), gate, how many.
-- Counted gate by gate, along the queue's own index.
SELECT g.owner, g.gate,
       SUM((SELECT COUNT(*) FROM queue q
            WHERE q.rooftop_id = g.rooftop_id AND q.owner = g.owner AND q.band = g.band AND q.gate = g.gate AND q.due_at <= :until))
FROM queue_gate g
WHERE g.rooftop_id = :rooftop_id AND g.band < 9 AND g.rows > 0
GROUP BY g.owner, g.gate
ORDER BY g.owner, g.gate
