-- Only PostgreSQL, like queue/order: those that become free until :until, because they become due or because their gate
-- opens: :openings is a JSON object, gate to the moment in which it does.
SELECT x.due_at, x.customer_id, g.band
FROM queue_gate g CROSS JOIN LATERAL (
    (SELECT q.due_at, q.customer_id FROM queue q
     WHERE q.rooftop_id = g.rooftop_id AND q.owner = g.owner AND q.band = g.band AND q.gate = g.gate
       AND q.due_at > :now AND q.due_at <= :until
     ORDER BY q.due_at, q.customer_id LIMIT :limit)
    UNION ALL
    (SELECT (:openings::JSONB ->> g.gate)::BIGINT, q.customer_id FROM queue q
     WHERE (:openings::JSONB ->> g.gate) IS NOT NULL
       AND q.rooftop_id = g.rooftop_id AND q.owner = g.owner AND q.band = g.band AND q.gate = g.gate AND q.due_at <= :now
     ORDER BY q.due_at, q.customer_id LIMIT :limit)) AS x
WHERE g.rooftop_id = :rooftop_id AND g.owner IN ('', :login) AND g.band < 9
ORDER BY x.due_at, g.band, x.customer_id
LIMIT :limit
