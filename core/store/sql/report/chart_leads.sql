-- What the list below a chart shows of the leads in :ids, each of 36 characters, parted by blanks. The next step is that of the
-- person in the queue, where this lead is the one to work next.
WITH RECURSIVE asked (id, rest) AS (
    SELECT substr(CAST(:ids AS TEXT), 1, 36), substr(CAST(:ids AS TEXT), 38)
    UNION ALL
    SELECT substr(rest, 1, 36), substr(rest, 38) FROM asked WHERE rest <> ''
)
SELECT l.id, l.customer_id, c.name, l.vehicle, COALESCE(u.name, l.owner), l.arrived_at, l.last_attempt_at, l.attempts, l.reached,
       l.status, l.marks, COALESCE(q.band, 9), COALESCE(q.medium, ''), COALESCE(q.due_at, 0)
FROM asked a
JOIN lead l ON l.id = a.id AND l.rooftop_id = :rooftop_id
JOIN customer c ON c.id = l.customer_id
LEFT JOIN app_user u ON u.login = l.owner
LEFT JOIN queue q ON q.customer_id = l.customer_id AND q.lead_id = l.id
