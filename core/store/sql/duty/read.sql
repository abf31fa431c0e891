-- What was said about duties that were due or spoken of since then, and about those that are still open; the first word of a duty first.
SELECT w.duty, w.says, w.who, w.lead_id, w.due_at, w.text, w.by_login, w.at, l.customer_id, COALESCE(c.name, '')
FROM duty_word w
LEFT JOIN lead l ON l.id = w.lead_id
LEFT JOIN customer c ON c.id = l.customer_id
WHERE w.rooftop_id = :rooftop_id
  AND (w.at >= :since OR w.due_at >= :since
       OR NOT EXISTS (SELECT 1 FROM duty_word e WHERE e.rooftop_id = w.rooftop_id AND e.duty = w.duty AND e.ends))
ORDER BY w.at, w.duty, w.ends
