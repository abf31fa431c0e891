-- Open leads that nobody touched since :before though a step of theirs is due, by whose they are (but :manager's), the longest
-- untouched first: of each person the first :limit, each with how many there are, and how many of them were left out on purpose since
-- (their last mark is a skip, see marksToText). Along the queue's own index.
SELECT owner, lead_id, touched, many, skipped
FROM (
    SELECT d.owner, d.lead_id, d.touched,
           COUNT(*) OVER (PARTITION BY d.owner) AS many,
           SUM(CASE WHEN d.marks LIKE '%.' THEN 1 ELSE 0 END) OVER (PARTITION BY d.owner) AS skipped,
           ROW_NUMBER() OVER (PARTITION BY d.owner ORDER BY d.touched, d.lead_id) AS place
    FROM (
        SELECT q.owner, q.lead_id, l.marks, CASE WHEN l.last_attempt_at > 0 THEN l.last_attempt_at ELSE l.arrived_at END AS touched
        FROM queue_gate g CROSS JOIN queue q
        JOIN lead l ON l.id = q.lead_id
        WHERE g.rooftop_id = :rooftop_id AND g.owner NOT IN ('', :manager) AND g.band < 9 AND g.rows > 0
          AND q.rooftop_id = g.rooftop_id AND q.owner = g.owner AND q.band = g.band AND q.gate = g.gate AND q.due_at <= :now
          AND l.status = 'open') AS d
    WHERE d.touched < :before) AS neglected
WHERE place <= :limit
ORDER BY owner, place
