-- Only PostgreSQL: a round trip for each gate would be felt. The first people in the order they are handed out, as the slices
-- of core/queue/queue_order.h say it (change both); :open as in queue/pick.
SELECT h.due_at, h.customer_id, s.band
FROM (VALUES (1, 0, FALSE, 0::BIGINT, :now::BIGINT), (2, 1, TRUE, :stale, :now), (3, 2, TRUE, :stale, :now),
             (4, 3, TRUE, :stale, :now), (5, 4, FALSE, 0, :now), (6, 1, TRUE, 0, :stale::BIGINT - 1), (7, 2, TRUE, 0, :stale::BIGINT - 1),
             (8, 3, TRUE, 0, :stale::BIGINT - 1), (9, 5, FALSE, 0, :now), (10, 6, FALSE, 0, :now)) AS s (place, band, newest, since, until)
CROSS JOIN LATERAL (
    SELECT x.due_at, x.customer_id
    FROM queue_gate g CROSS JOIN LATERAL (
        (SELECT q.due_at, q.customer_id FROM queue q
         WHERE NOT s.newest AND q.rooftop_id = g.rooftop_id AND q.owner = g.owner AND q.band = g.band AND q.gate = g.gate
           AND q.due_at >= s.since AND q.due_at <= s.until
         ORDER BY q.due_at, q.customer_id LIMIT :limit)
        UNION ALL
        (SELECT q.due_at, q.customer_id FROM queue q
         WHERE s.newest AND q.rooftop_id = g.rooftop_id AND q.owner = g.owner AND q.band = g.band AND q.gate = g.gate
           AND q.due_at >= s.since AND q.due_at <= s.until
         ORDER BY q.due_at DESC, q.customer_id LIMIT :limit)) AS x
    WHERE g.rooftop_id = :rooftop_id AND g.owner IN ('', :login) AND g.band = s.band AND :open LIKE '%|' || g.gate || '|%'
    ORDER BY CASE WHEN s.newest THEN -x.due_at ELSE x.due_at END, x.customer_id LIMIT :limit) AS h
ORDER BY s.place, CASE WHEN s.newest THEN -h.due_at ELSE h.due_at END, h.customer_id
LIMIT :limit
