-- The next person for a login: the head of every open gate, and the first of those. Replies (1), new (2) and fresh leads (3)
-- are worked newest first; those older than :stale come after what is fresh and agreed (see QueueOrder). :open names the gates
-- that are open now, as "||zone|zone|" (two bars first: the gate that is always open is empty).
SELECT q.customer_id, q.lead_id
FROM (
    SELECT (SELECT q.customer_id FROM queue q
            WHERE q.rooftop_id = g.rooftop_id AND q.owner = g.owner AND q.band = g.band AND q.gate = g.gate
              AND q.due_at <= :now
              AND NOT EXISTS (SELECT 1 FROM claim c WHERE c.customer_id = q.customer_id AND c.until > :now)
            ORDER BY q.due_at, q.customer_id LIMIT 1) AS customer_id
    FROM queue_gate g
    WHERE g.rooftop_id = :rooftop_id AND g.owner IN ('', :login) AND g.rows > 0 AND g.band NOT IN (1, 2, 3) AND g.band < 9
      AND :open LIKE '%|' || g.gate || '|%'
    UNION ALL
    SELECT (SELECT q.customer_id FROM queue q
            WHERE q.rooftop_id = g.rooftop_id AND q.owner = g.owner AND q.band = g.band AND q.gate = g.gate
              AND q.due_at <= :now
              AND NOT EXISTS (SELECT 1 FROM claim c WHERE c.customer_id = q.customer_id AND c.until > :now)
            ORDER BY q.due_at DESC, q.customer_id LIMIT 1) AS customer_id
    FROM queue_gate g
    WHERE g.rooftop_id = :rooftop_id AND g.owner IN ('', :login) AND g.rows > 0 AND g.band IN (1, 2, 3)
      AND :open LIKE '%|' || g.gate || '|%'
) AS heads
JOIN queue q ON q.customer_id = heads.customer_id
ORDER BY CASE WHEN q.band IN (1, 2, 3) AND q.due_at < :stale THEN 40 + q.band ELSE 10 * q.band END,
         CASE WHEN q.band IN (1, 2, 3) THEN -q.due_at ELSE q.due_at END, q.customer_id
LIMIT 1
