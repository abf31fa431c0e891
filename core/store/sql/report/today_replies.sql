-- Who got back to us and has waited since, the longest first: the first :limit of them, each with how many there are and when they were
-- tried since then; 0: never. Each person once, by the lead that waits the longest. Without those who refused everything, and whom
-- somebody has in hand at :now. Along an index of their own: the queue may show another step of the same person first.
SELECT COUNT(*) OVER (), l.id, l.customer_id, c.name, l.last_reply_at, l.owner,
       CASE WHEN l.last_attempt_at > l.last_reply_at THEN l.last_attempt_at ELSE 0 END
FROM lead l
JOIN customer c ON c.id = l.customer_id
WHERE l.rooftop_id = :rooftop_id AND l.status = 'open' AND l.waiting_reply <> '' AND NOT c.refused
  AND NOT EXISTS (SELECT 1 FROM lead o
                  WHERE o.rooftop_id = l.rooftop_id AND o.customer_id = l.customer_id AND o.status = 'open' AND o.waiting_reply <> ''
                    AND (o.last_reply_at, o.id) < (l.last_reply_at, l.id))
  AND NOT EXISTS (SELECT 1 FROM claim k WHERE k.customer_id = l.customer_id AND k.until > :now)
ORDER BY l.last_reply_at, l.id
LIMIT :limit
